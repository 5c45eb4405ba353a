/**
 * Limits how often `run` runs: the first call runs it at once, calls during the pause that follows lead to one more run at
 * its end. `stop` drops a run that is still to come.
 */
export function throttle(intervalMs: number, run: () => void): { call(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const runNow = () => {
    isWanted = false;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) runNow();
    }, intervalMs);
  };
  return {
    call() {
      if (timer === undefined) runNow();
      else isWanted = true;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      isWanted = false;
    },
  };
}
