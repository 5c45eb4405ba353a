import { createStore, type StoreApi } from 'zustand/vanilla';

/** The search within the article on screen. */
export interface Find {
  readonly isOpen: boolean;
  readonly text: string;
  /** How often the text is found. */
  readonly count: number;
  /** Which of these is current, from 0. */
  readonly current: number;
  open(text?: string): void;
  close(): void;
  type(text: string): void;
  /** The article was searched: `count` hits, of which `current` is the first to show. */
  found(count: number, current: number): void;
  /** Goes to the next (1) or previous (-1) hit, around the end. */
  step(by: 1 | -1): void;
}

export const createFind = (): StoreApi<Find> =>
  createStore<Find>((set, get) => ({
    isOpen: false,
    text: '',
    count: 0,
    current: 0,
    open: (text) => set({ isOpen: true, ...(text && { text }) }),
    close: () => set({ isOpen: false }),
    type: (text) => set({ text }),
    found: (count, current) => set({ count, current }),
    step(by) {
      const { count, current } = get();
      if (count > 0) set({ current: (current + by + count) % count });
    },
  }));
