/**
 * Calls `look` once after `firstMs` and then every `everyMs` milliseconds, until the result is called. Keeps no process alive.
 */
export function regularly(look: () => void, firstMs: number, everyMs: number): () => void {
  const timers = [setTimeout(look, firstMs), setInterval(look, everyMs)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
