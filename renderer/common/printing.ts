let printing = false;
const waiting = new Set<() => void>();

/** Listens from now on to when the window is printed. */
export function followPrinting(): void {
  window.addEventListener('beforeprint', () => {
    printing = true;
  });
  // The window has its own size and place again with the next frame.
  window.addEventListener('afterprint', () =>
    requestAnimationFrame(() => {
      printing = false;
      for (const goOn of waiting) goOn();
    }),
  );
}

/** True while the window has the size of the paper and everything stands at its top: that says nothing about the window. */
export const isPrinting = (): boolean => printing;

/** Calls back whenever the window has been printed; the result ends it. */
export function onPrinted(goOn: () => void): () => void {
  waiting.add(goOn);
  return () => void waiting.delete(goOn);
}
