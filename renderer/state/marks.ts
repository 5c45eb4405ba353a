import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Article, ReaderClient, Status, StatusChange } from '../../preload/contract.ts';
import type { ArticleState } from './article.ts';
import type { Ask } from './calls.ts';
import { asked, type ListState } from './list.ts';
import type { Toasts } from './toasts.ts';

export interface Marks {
  /** Handles of what can be taken back, oldest first. */
  readonly undoable: readonly string[];
  /**
   * Changes the status of dispatches: shown at once, taken back when the host refuses. `quiet` is for marks the reader
   * sets by itself, which nobody would expect "undo" to take back.
   */
  mark(ids: readonly string[], change: StatusChange, quiet?: 'quiet'): Promise<void>;
  /** Marks the whole list, or what stands above or below the selected dispatch, as read. */
  markList(part: 'all' | 'above' | 'below'): Promise<void>;
  undo(handle?: string): Promise<void>;
  /** Tags and notes the host has not taken yet, by dispatch. */
  readonly unsaved: ReadonlyMap<string, StatusChange>;
  /** Sends those once more. */
  sendAgain(): Promise<void>;
}

const UNDOABLE = 50;

interface Around {
  readonly client: ReaderClient;
  readonly ask: Ask;
  readonly list: StoreApi<ListState>;
  readonly article: StoreApi<ArticleState>;
  readonly toasts: StoreApi<Toasts>;
}

const withStatus =
  (change: StatusChange) =>
  (article: Article): Article => {
    const { read, bookmarked, tags, note } = change;
    return {
      ...article,
      status: {
        ...article.status,
        ...(read !== undefined && { read, readVersion: article.dispatch.version }),
        ...(bookmarked !== undefined && { bookmarked }),
        ...(tags !== undefined && { tags }),
        ...(note !== undefined && { note }),
      },
    };
  };

export function createMarks({ client, ask, list, article, toasts }: Around): StoreApi<Marks> {
  return createStore<Marks>((set, get) => {
    const remember = (undo: string | undefined) => {
      if (undo !== undefined) set({ undoable: [...get().undoable, undo].slice(-UNDOABLE) });
    };
    /** The host knows how things stand: ask it instead of guessing what to take back. */
    const reload = () => {
      list.getState().refresh();
      void article.getState().refresh();
    };
    return {
      undoable: [],
      unsaved: new Map(),
      async mark(ids, change, quiet) {
        const marked = new Set(ids);
        list.getState().patch(marked, change);
        const before = article.getState().article;
        article.getState().patch(marked, withStatus(change));
        try {
          const { undo } = await client.call('status.mark', { ids: [...ids], change });
          if (!quiet) remember(undo);
        } catch (error) {
          console.error('status.mark failed', error);
          if (before)
            article.getState().patch(marked, (now) => ({ ...now, status: withOwn(before.status, now.status) }));
          list.getState().patch(marked, opposite(change));
          // What was typed stays in its field, and is sent again.
          const typed = ownOf(change);
          if (typed)
            for (const id of ids)
              set({ unsaved: new Map(get().unsaved).set(id, { ...get().unsaved.get(id), ...typed }) });
          else reload();
          toasts.getState().show({
            key: 'toast.markFailed',
            tone: 'error',
            ...(typed && { action: { label: { key: 'pane.again' as const }, run: () => void get().sendAgain() } }),
          });
        }
      },
      async sendAgain() {
        const { unsaved } = get();
        set({ unsaved: new Map() });
        for (const [id, change] of unsaved) await get().mark([id], change);
      },
      async markList(part) {
        const { selectedId } = list.getState();
        const anchor = part === 'all' ? undefined : selectedId;
        if (part !== 'all' && anchor === undefined) return;
        const query = asked(list.getState());
        const marked = await ask('status.markList', {
          query,
          read: true,
          part,
          ...(anchor !== undefined && { anchor }),
        });
        if (!marked) return;
        remember(marked.undo);
        reload();
        if (marked.changed === 0) {
          toasts.getState().show({ key: part === 'all' ? 'toast.noUnread' : 'toast.nothingMarked' });
          return;
        }
        toasts.getState().show({
          key: 'toast.markedRead',
          values: { count: marked.changed },
          ...(marked.undo !== undefined && {
            action: { label: { key: 'toast.undo' as const }, run: () => void get().undo(marked.undo) },
          }),
        });
      },
      async undo(handle) {
        const undo = handle ?? get().undoable.at(-1);
        if (undo === undefined || !get().undoable.includes(undo)) {
          toasts.getState().show({ key: 'toast.nothingToUndo' });
          return;
        }
        set({ undoable: get().undoable.filter((other) => other !== undo) });
        // Its message offers what is done by this.
        for (const { id, key } of toasts.getState().toasts)
          if (key === 'toast.markedRead') toasts.getState().dismiss(id);
        if (!(await ask('status.undo', { undo }))) {
          // Nothing was taken back: it can be tried again.
          remember(undo);
          return;
        }
        reload();
        toasts.getState().show({ key: 'toast.undone' });
      },
    };
  });
}

/** What a person typed of a change: it must not be lost, whatever becomes of the change. */
function ownOf({ tags, note }: StatusChange): StatusChange | undefined {
  if (tags === undefined && note === undefined) return undefined;
  return { ...(tags !== undefined && { tags }), ...(note !== undefined && { note }) };
}

const withOwn = (before: Status, { tags, note }: Status): Status => ({ ...before, tags, note });

/** What a refused mark looked like before, as far as a row shows it. */
const opposite = ({ read, bookmarked }: StatusChange): StatusChange => ({
  ...(read !== undefined && { read: !read }),
  ...(bookmarked !== undefined && { bookmarked: !bookmarked }),
});
