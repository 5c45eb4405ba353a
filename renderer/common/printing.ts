let printing = false;
const listeners = new Set<() => void>();

/** Starts tracking when the window is printed. */
export function trackPrinting(): void {
  window.addEventListener('beforeprint', () => {
    printing = true;
  });
  // The window has its own size and scroll position again with the next frame.
  window.addEventListener('afterprint', () =>
    requestAnimationFrame(() => {
      printing = false;
      for (const listener of listeners) listener();
    }),
  );
}

/** True while printing: the window then has the size of the paper, and scroll positions mean nothing. */
export const isPrinting = (): boolean => printing;

/** Calls back after the window was printed; the result unsubscribes. */
export function onPrinted(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
