import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  ListQueryInput,
  MarkResult,
  ReaderClient,
  StatusChange,
  StatusView,
} from '../../preload/contract/contract.ts';
import type { Message, MessageKey } from '../i18n/translate.ts';
import { type ArticleState, withStatus } from './article.ts';
import type { Ask } from './calls.ts';
import { doneBy, needsSaying } from './done.ts';
import { hostQuery, type ListState } from './list-state.ts';
import { type Pages, standsFor } from './pages.ts';
import type { PendingChanges } from './pending-changes.ts';
import { noteOf, typedOf } from './status-change.ts';
import type { Toasts } from './toasts.ts';
import type { Revert, Undo } from './undo.ts';

export interface Marks {
  /**
   * Changes the status of dispatches: shown at once, reverted when the host cannot save it. `quiet` is for marks that
   * Depesche sets by itself and that the user would not expect to undo.
   */
  mark(ids: readonly string[], change: StatusChange, quiet?: 'quiet'): Promise<void>;
  /**
   * Marks the whole list, or the part above or below the selected dispatch, as read; with `only`, a search, no more than what
   * that finds in it.
   */
  markList(part: 'all' | 'above' | 'below', only?: string): Promise<void>;
  /** Tags and notes that could not be saved, by dispatch id. */
  readonly unsaved: ReadonlyMap<string, StatusChange>;
  /** Tries to save those again. */
  sendAgain(): Promise<void>;
}

/** Marking or undoing that takes longer shows a toast. */
const SLOW_MS = 400;
/** A note is saved while it is being typed: saves closer together than this are one step of undo. */
const SAME_NOTE_MS = 30_000;

interface Parts {
  readonly client: ReaderClient;
  readonly ask: Ask;
  readonly list: StoreApi<ListState>;
  readonly article: StoreApi<ArticleState>;
  readonly toasts: StoreApi<Toasts>;
  readonly undo: StoreApi<Undo>;
  readonly pending: PendingChanges;
  /** What is folded into a row is read, and put off, with it. */
  readonly together: () => boolean;
}

/** Everything that marks dispatches, shown in list and article at once. */
export function createMarks({
  client,
  ask,
  list,
  article,
  toasts,
  undo: undos,
  pending,
  together,
}: Parts): StoreApi<Marks> {
  let last = 0;
  let lastNote: { readonly undoId: string; readonly dispatchId: string; readonly at: number } | undefined;
  return createStore<Marks>((set, get) => {
    /** Call it before the host answers: an immediate undo must revert this change, not the one before. */
    const remember = (marking: Promise<MarkResult | undefined>, done: Message): string => {
      last += 1;
      const id = `marking ${last}`;
      const handle = marking.then(
        (marked) => marked?.undo,
        () => undefined,
      );
      void handle.then((undo) => undo === undefined && undos.getState().forget(id));
      undos.getState().remember({
        id,
        done,
        async revert() {
          const undo = await handle;
          return undo === undefined ? 'nothing' : revertBy(undo)();
        },
      });
      return id;
    };
    const revertBy =
      (undo: string): Revert =>
      async () => {
        const answer = await showIfSlow('toast.undoing', ask('status.undo', { undo }));
        if (!answer) return 'failed';
        reload();
        return { back: answer.undo === undefined ? undefined : revertBy(answer.undo) };
      };
    const undoAction = (id: string) => ({
      undoes: id,
      action: { label: { key: 'toast.undo' as const }, run: () => void undos.getState().undo(id) },
    });
    /** Undoing the first save of a note restores the text before it, so later saves of the same typing need no step. */
    const rememberNote = (dispatchId: string, marking: Promise<MarkResult>, done: Message): void => {
      const at = Date.now();
      const isSameTyping =
        lastNote?.dispatchId === dispatchId &&
        at - lastNote.at < SAME_NOTE_MS &&
        undos.getState().undoable.at(-1)?.id === lastNote.undoId;
      lastNote = { undoId: isSameTyping && lastNote ? lastNote.undoId : remember(marking, done), dispatchId, at };
    };
    /** Marking a hundred thousand dispatches takes a second or two: a toast says so meanwhile. */
    const showIfSlow = async <T>(key: MessageKey, work: Promise<T>): Promise<T> => {
      let shown: number | undefined;
      const timer = setTimeout(() => {
        shown = toasts.getState().show({ key, stays: true });
      }, SLOW_MS);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        if (shown !== undefined) toasts.getState().dismiss(shown);
      }
    };
    /** Loads the true state from the host instead of guessing it. */
    const reload = () => {
      list.getState().refresh();
      void article.getState().refresh();
    };
    return {
      unsaved: new Map(),
      async mark(given, change, quiet) {
        const ids = isForAll(change) && together() ? withFolded(list.getState().pages, given) : given;
        const marked = new Set(ids);
        list.getState().patch(marked, change);
        const before = article.getState().article;
        article.getState().patch(marked, withStatus(change));
        const stored = pending.add(ids, change);
        try {
          const marking = client.call('status.mark', { ids: [...ids], change });
          const edited = noteOf(change);
          const done = doneBy(change, ids.length);
          if (edited !== undefined) rememberNote(`${edited} ${ids.join(' ')}`, marking, done);
          else if (!quiet) {
            const id = remember(marking, done);
            if (needsSaying(change, ids.length)) toasts.getState().show({ ...done, ...undoAction(id) });
          }
          await marking.finally(stored);
        } catch (error) {
          console.error('status.mark failed', error);
          if (before)
            article.getState().patch(marked, (now) => ({ ...now, status: withTyped(before.status, now.status) }));
          list.getState().patch(marked, opposite(change));
          // Typed text stays in its field and is sent again.
          const typed = typedOf(change);
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
      async markList(part, only) {
        const { selectedId } = list.getState();
        const anchor = part === 'all' ? undefined : selectedId;
        if (part !== 'all' && anchor === undefined) return;
        const query = narrowed(hostQuery(list.getState()), only);
        const marking = ask('status.markList', { query, read: true, part, ...(anchor !== undefined && { anchor }) });
        const id = remember(marking, { key: 'done.listRead' });
        const marked = await showIfSlow('toast.marking', marking);
        if (!marked) return;
        reload();
        if (marked.changed === 0) {
          toasts.getState().show({ key: part === 'all' ? 'toast.noUnread' : 'toast.nothingMarked' });
          return;
        }
        toasts.getState().show({
          key: 'toast.markedRead',
          values: { count: marked.changed },
          ...(marked.undo !== undefined && undoAction(id)),
        });
      },
    };
  });
}

/** Changes that are made to a row with all that is folded into it: it would come back otherwise. */
const isForAll = ({ read, later }: StatusChange): boolean => read !== undefined || later !== undefined;

/** These dispatches, and those folded into their rows. */
function withFolded(pages: Pages, ids: readonly string[]): string[] {
  const all = new Set(ids);
  for (const row of [...pages.values()].flat())
    if (row.story && standsFor(row).some((id) => all.has(id))) for (const id of standsFor(row)) all.add(id);
  return [...all];
}

/** The list, and in it what another search finds. */
const narrowed = (query: ListQueryInput, only: string | undefined): ListQueryInput =>
  only === undefined ? query : { ...query, search: query.search ? `(${query.search}) ${only}` : only };

/** The status before a failed change, except for typed text, which stays. */
const withTyped = (before: StatusView, { tags, notes }: StatusView): StatusView => ({ ...before, tags, notes });

/** The change that reverts a failed one in a row. */
const opposite = ({ read, bookmark }: StatusChange): StatusChange => ({
  ...(read !== undefined && { read: read === null ? true : null }),
  ...(bookmark !== undefined && { bookmark: bookmark === null ? true : null }),
});
