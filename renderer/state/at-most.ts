/**
 * Runs something at once, and again after a pause if it was wanted meanwhile: however often it is called, at most once in
 * `pause` milliseconds. `end` forgets what is still to come.
 */
export function atMostEvery(pause: number, run: () => void): { call(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) now();
    }, pause);
  };
  const now = () => {
    wanted = false;
    run();
    rest();
  };
  return {
    call() {
      if (timer === undefined) now();
      else wanted = true;
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
