import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Toasts } from './toasts.ts';

/** An action of the user that can be undone. */
interface Undoable {
  readonly id: string;
  /** Undoes it: done, failed (it can be tried again), or there was nothing to undo. */
  revert(): Promise<'done' | 'failed' | 'nothing'>;
}

export interface Undo {
  /** Oldest first. */
  readonly undoable: readonly Undoable[];
  remember(undoable: Undoable): void;
  forget(id: string): void;
  /** Undoes the latest action, or the one of this id. */
  undo(id?: string): Promise<void>;
}

const MAX_ACTIONS = 50;

/** One undo history for marks and saved searches: Ctrl+Z undoes the latest action, whichever it was. */
export function createUndo(toasts: StoreApi<Toasts>): StoreApi<Undo> {
  return createStore<Undo>((set, get) => ({
    undoable: [],
    remember: (undoable) => set({ undoable: [...get().undoable, undoable].slice(-MAX_ACTIONS) }),
    forget: (id) => set({ undoable: get().undoable.filter((one) => one.id !== id) }),
    async undo(id) {
      const { undoable } = get();
      const last = id === undefined ? undoable.at(-1) : undoable.find((one) => one.id === id);
      if (!last) {
        toasts.getState().show({ key: 'toast.nothingToUndo' });
        return;
      }
      get().forget(last.id);
      // Its toast offers the undo that is happening now.
      for (const toast of toasts.getState().toasts) if (toast.undoes === last.id) toasts.getState().dismiss(toast.id);
      const outcome = await last.revert();
      if (outcome === 'failed') get().remember(last);
      else toasts.getState().show({ key: outcome === 'done' ? 'toast.undone' : 'toast.nothingToUndo' });
    },
  }));
}
