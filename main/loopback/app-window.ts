import { spawn } from 'node:child_process';

/** A browser window that shows one page like a program of its own. */
export interface AppWindow {
  /** Resolves when the browser's process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Opens `url` in a window without tabs and address bar. `profile` is a folder for the browser's files, so that
 * the person's own browser stays out of it. Every user of the machine can read the arguments of a process: `url` must hold no secret.
 */
export function openAppWindow(browser: string, url: string, profile: string): AppWindow {
  const child = spawn(browser, flags(url, profile), {
    stdio: 'ignore',
    // A process group of its own: Ctrl-C must reach the browser through us only, and `close` must reach all its processes.
    detached: process.platform !== 'win32',
  });
  return {
    ended: new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }),
    close() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    },
  };
}

function flags(url: string, profile: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--class=Depesche',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--window-size=1280,800',
    // Chromium refuses its sandbox to root; --test-type hides the bar that says so.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}
