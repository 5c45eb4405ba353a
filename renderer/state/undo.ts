import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Toasts } from './toasts.ts';

/** Something a person did that can be taken back. */
export interface Undoable {
  readonly id: string;
  /** Takes it back: done, failed (it can be tried again), or there was nothing to take back. */
  takeBack(): Promise<'done' | 'failed' | 'nothing'>;
}

export interface Undo {
  /** The oldest first. */
  readonly undoable: readonly Undoable[];
  remember(undoable: Undoable): void;
  forget(id: string): void;
  /** Takes back what was done last, or what is named. */
  undo(id?: string): Promise<void>;
}

const MOST = 50;

/** What the person did to marks and saved searches, in one order: Ctrl+Z takes back the last of it, whatever that was. */
export function createUndo(toasts: StoreApi<Toasts>): StoreApi<Undo> {
  return createStore<Undo>((set, get) => ({
    undoable: [],
    remember: (undoable) => set({ undoable: [...get().undoable, undoable].slice(-MOST) }),
    forget: (id) => set({ undoable: get().undoable.filter((one) => one.id !== id) }),
    async undo(id) {
      const { undoable } = get();
      const last = id === undefined ? undoable.at(-1) : undoable.find((one) => one.id === id);
      if (!last) {
        toasts.getState().show({ key: 'toast.nothingToUndo' });
        return;
      }
      get().forget(last.id);
      // The message that offers it offers what is done by this.
      for (const toast of toasts.getState().toasts) if (toast.undoes === last.id) toasts.getState().dismiss(toast.id);
      const outcome = await last.takeBack();
      if (outcome === 'failed') get().remember(last);
      else toasts.getState().show({ key: outcome === 'done' ? 'toast.undone' : 'toast.nothingToUndo' });
    },
  }));
}
