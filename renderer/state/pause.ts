/** A pause that can be ended early. */
export interface Pause {
  /** Resolves after this long, or when `end` is called. */
  of(ms: number): Promise<void>;
  end(): void;
}

export function createPause(): Pause {
  let end = () => {};
  return {
    of: (ms) =>
      new Promise((done) => {
        const timer = setTimeout(done, ms);
        end = () => {
          clearTimeout(timer);
          done();
        };
      }),
    end: () => end(),
  };
}
