import type { StoreApi } from 'zustand/vanilla';

/** Resolves when the state of a store is as wanted. */
export const until = <T>(store: StoreApi<T>, isSo: (state: T) => boolean): Promise<void> =>
  new Promise((done) => {
    if (isSo(store.getState())) return done();
    const off = store.subscribe((state) => {
      if (!isSo(state)) return;
      off();
      done();
    });
  });
