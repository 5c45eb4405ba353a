import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '../i18n/translate.ts';
import type { Toasts } from './toasts.ts';

/**
 * Reverts an action. `failed`: it can be tried again; `nothing`: there was nothing to revert; else `back` reverts the reverting,
 * where that is possible.
 */
export type Revert = () => Promise<'failed' | 'nothing' | { readonly back: Revert | undefined }>;

/** An action of the user that can be undone or done again. */
interface Undoable {
  readonly id: string;
  /** What was done: "Tag “Budget” removed". */
  readonly done: Message;
  readonly revert: Revert;
}

export interface Undo {
  /** Oldest first. */
  readonly undoable: readonly Undoable[];
  /** What was undone, oldest first; empty after the next action. */
  readonly redoable: readonly Undoable[];
  remember(undoable: Undoable): void;
  forget(id: string): void;
  /** Undoes the latest action, or the one of this id. */
  undo(id?: string): Promise<void>;
  /** Does again what was undone last. */
  redo(): Promise<void>;
}

const MAX_ACTIONS = 50;

const without = (actions: readonly Undoable[], id: string) => actions.filter((one) => one.id !== id);

/** One undo history for marks and saved searches: Ctrl+Z undoes the latest action, whichever it was. */
export function createUndo(toasts: StoreApi<Toasts>): StoreApi<Undo> {
  return createStore<Undo>((set, get) => {
    /** Takes an action from one side of the history to the other. */
    const turn = async (from: 'undoable' | 'redoable', action: Undoable): Promise<void> => {
      const to = from === 'undoable' ? 'redoable' : 'undoable';
      set({ [from]: without(get()[from], action.id) });
      const { toasts: shown, dismiss, show } = toasts.getState();
      // Its toast offers the undo that is happening now, or says what no longer holds.
      for (const toast of shown) if (toast.undoes === action.id) dismiss(toast.id);
      const outcome = await action.revert();
      if (outcome === 'failed') {
        set({ [from]: [...get()[from], action] });
      } else if (outcome === 'nothing') {
        show({ key: 'toast.nothingToUndo' });
      } else {
        if (outcome.back) set({ [to]: [...get()[to], { ...action, revert: outcome.back }] });
        const key = from === 'undoable' ? 'undo.undone' : 'undo.redone';
        show({ key, about: action.done, undoes: action.id });
      }
    };
    return {
      undoable: [],
      redoable: [],
      remember: (undoable) => set({ undoable: [...get().undoable, undoable].slice(-MAX_ACTIONS), redoable: [] }),
      forget: (id) => set({ undoable: without(get().undoable, id) }),
      async undo(id) {
        const { undoable } = get();
        const last = id === undefined ? undoable.at(-1) : undoable.find((one) => one.id === id);
        if (last) await turn('undoable', last);
        else toasts.getState().show({ key: 'toast.nothingToUndo' });
      },
      async redo() {
        const last = get().redoable.at(-1);
        if (last) await turn('redoable', last);
        else toasts.getState().show({ key: 'undo.nothingToRedo' });
      },
    };
  });
}
