/**
 * Runs an asynchronous task one at a time. Calls made while it runs share one more run after it, however many there are: a
 * burst of changes costs two requests, and the last change is never missed. Each call resolves when a run that began after
 * it has ended, and rejects as that run does.
 */
export function singleFlight(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    if (!running) {
      running = task().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
  return run;
}
