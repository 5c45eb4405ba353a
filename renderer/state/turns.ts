/**
 * Takes steps one after the other, each from where the one before has led: of keys that are pressed faster than their answers
 * come none is lost. The first one is taken at once.
 */
export function createTurns(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> | undefined;
  return (step) => {
    const turn = last ? last.then(step) : step();
    const over = turn
      .catch(() => undefined)
      .then(() => {
        if (last === over) last = undefined;
      });
    last = over;
    return turn;
  };
}
