import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Marked, ReaderClient, Status, StatusChange } from '../../preload/contract/contract.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { type ArticleState, withStatus } from './article.ts';
import type { Ask } from './calls.ts';
import type { HeldMarks } from './held-marks.ts';
import { asked, type ListState } from './list-state.ts';
import type { Toasts } from './toasts.ts';
import type { Undo } from './undo.ts';

export interface Marks {
  /**
   * Changes the status of dispatches: shown at once, taken back when the host refuses. `quiet` is for marks the reader
   * sets by itself, which nobody would expect "undo" to take back.
   */
  mark(ids: readonly string[], change: StatusChange, quiet?: 'quiet'): Promise<void>;
  /** Marks the whole list, or what stands above or below the selected dispatch, as read. */
  markList(part: 'all' | 'above' | 'below'): Promise<void>;
  /** Tags and notes the host has not taken yet, by dispatch. */
  readonly unsaved: ReadonlyMap<string, StatusChange>;
  /** Sends those once more. */
  sendAgain(): Promise<void>;
}

/** A marking that takes longer says so, in milliseconds. */
const SOON = 400;
/** A note is kept again and again while it is written: what was kept after a shorter pause, in milliseconds, is one change. */
const SAME_NOTE = 30_000;

interface Around {
  readonly client: ReaderClient;
  readonly ask: Ask;
  readonly list: StoreApi<ListState>;
  readonly article: StoreApi<ArticleState>;
  readonly toasts: StoreApi<Toasts>;
  readonly undo: StoreApi<Undo>;
  readonly held: HeldMarks;
}

export function createMarks({ client, ask, list, article, toasts, undo: undos, held }: Around): StoreApi<Marks> {
  let last = 0;
  let note: { readonly undo: string; readonly of: string; readonly at: number } | undefined;
  return createStore<Marks>((set, get) => {
    /** To be called before the answer is there: who takes back at once means this marking, not the one before. */
    const remember = (marking: Promise<Marked | undefined>): string => {
      last += 1;
      const id = `marking ${last}`;
      const handle = marking.then(
        (marked) => marked?.undo,
        () => undefined,
      );
      void handle.then((undo) => undo === undefined && undos.getState().forget(id));
      undos.getState().remember({
        id,
        async takeBack() {
          const undo = await handle;
          if (undo === undefined) return 'nothing';
          if (!(await inSight('toast.undoing', ask('status.undo', { undo })))) return 'failed';
          reload();
          return 'done';
        },
      });
      return id;
    };
    /** Taking the first part of a note back takes all of it: what it had been before comes again. */
    const rememberNote = (of: string, marking: Promise<Marked>): void => {
      const at = Date.now();
      const goesOn = note?.of === of && at - note.at < SAME_NOTE && undos.getState().undoable.at(-1)?.id === note.undo;
      note = { undo: goesOn && note ? note.undo : remember(marking), of, at };
    };
    /** A hundred thousand dispatches take a second or two: that something goes on is shown meanwhile. */
    const inSight = async <T>(key: MessageKey, work: Promise<T>): Promise<T> => {
      let shown: number | undefined;
      const timer = setTimeout(() => {
        shown = toasts.getState().show({ key, stays: true });
      }, SOON);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        if (shown !== undefined) toasts.getState().dismiss(shown);
      }
    };
    /** The host knows how things stand: ask it instead of guessing what to take back. */
    const reload = () => {
      list.getState().refresh();
      void article.getState().refresh();
    };
    return {
      unsaved: new Map(),
      async mark(ids, change, quiet) {
        const marked = new Set(ids);
        list.getState().patch(marked, change);
        const before = article.getState().article;
        article.getState().patch(marked, withStatus(change));
        const arrived = held.begin(ids, change);
        try {
          const marking = client.call('status.mark', { ids: [...ids], change });
          const [only, ...more] = ids;
          if (change.note !== undefined && only !== undefined && more.length === 0) rememberNote(only, marking);
          else if (!quiet) remember(marking);
          await marking.finally(arrived);
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
        const marking = ask('status.markList', { query, read: true, part, ...(anchor !== undefined && { anchor }) });
        const id = remember(marking);
        const marked = await inSight('toast.marking', marking);
        if (!marked) return;
        reload();
        if (marked.changed === 0) {
          toasts.getState().show({ key: part === 'all' ? 'toast.noUnread' : 'toast.nothingMarked' });
          return;
        }
        toasts.getState().show({
          key: 'toast.markedRead',
          values: { count: marked.changed },
          ...(marked.undo !== undefined && {
            undoes: id,
            action: { label: { key: 'toast.undo' as const }, run: () => void undos.getState().undo(id) },
          }),
        });
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
