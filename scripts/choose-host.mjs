// Which host shows the reader, and the line that says why.

export function chooseHost({ wanted, display, electron, missing, browser }) {
  if (!wanted) return { kind: 'address', why: 'serving on this machine only, no window (--no-open).' };
  if (!display) return { kind: 'address', why: 'serving on this machine only: there is no display for a window.' };
  if (electron !== undefined) return { kind: 'electron', why: `starting in Electron (${electron}).` };
  const without = `without Electron (${missing})`;
  if (browser !== undefined) return { kind: 'window', why: `${without}, opening a window of ${browser}.` };
  return { kind: 'address', why: `${without} and Chromium or Chrome: open the address below in a browser.` };
}
