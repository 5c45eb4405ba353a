/**
 * Work in steps of a few milliseconds, each in a turn of the event loop of its own, so that messages and timers are handled in
 * between. `step` returns true while there is more to do; after a false, `wake` starts again. `stop` is for good.
 */
export function stepwise(step: () => boolean): { wake(): void; stop(): void } {
  let next: NodeJS.Immediate | undefined;
  let stopped = false;
  const wake = (): void => {
    if (!stopped) next ??= setImmediate(run);
  };
  const run = (): void => {
    next = undefined;
    if (step()) wake();
  };
  return {
    wake,
    stop() {
      stopped = true;
      clearImmediate(next);
    },
  };
}
