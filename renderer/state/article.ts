import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Article, CallOut, Dispatch, StatusChange } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import { createPause } from './pause.ts';
import type { PendingChanges } from './pending-changes.ts';
import { singleFlight } from './single-flight.ts';
import { withChange } from './status-change.ts';
import { until } from './until.ts';

/** A dispatch to show: its newest version, unless `version` names one. */
interface ArticleRef {
  readonly id: string;
  readonly version?: number;
}

type Reference = NonNullable<Dispatch['refersTo']>[number];

export interface ArticleState {
  /** What is shown or being loaded. */
  readonly current?: ArticleRef | undefined;
  readonly phase: 'none' | 'loading' | 'shown' | 'missing' | 'failed';
  /** Another dispatch or version is on its way; what is shown stays until then. */
  readonly opening: boolean;
  readonly article?: Article | undefined;
  /** Where "back" leads, oldest first. */
  readonly trail: readonly ArticleRef[];
  /** A newer version than the one shown has arrived. */
  readonly newer: boolean;
  /** It was killed or withheld while it was shown. */
  readonly struck: boolean;
  /** The text of a killed or withheld dispatch is shown because the user asked for it. */
  readonly revealed: boolean;
  readonly comparing: boolean;
  /** Another dispatch of the same story that the text is compared with. */
  readonly compared?: Dispatch | undefined;
  /** The file stands beside the text. */
  readonly fileShown: boolean;
  /** Shows a dispatch selected in the list, after a pause if it is passed by, and clears the trail. `search` is highlighted in it. */
  open(id: string, search: string | undefined, pauseMs?: number): Promise<void>;
  /** Gives up what is on its way. */
  stay(): void;
  /** Ends a pause, and resolves when what is on its way is shown; undefined when nothing is. */
  settling(): Promise<void> | undefined;
  /** Shows a related dispatch or another version; `back` returns. */
  follow(to: ArticleRef): Promise<void>;
  back(): Promise<void>;
  close(): void;
  /** Highlights another search in the article. */
  highlight(search: string | undefined): void;
  /** Loads the article again after a change of the library. A newer version only sets `newer`, unless it kills or withholds. */
  refresh(): Promise<void>;
  /** Changes the article if it is one of these dispatches. */
  patch(ids: ReadonlySet<string>, change: (article: Article) => Article): void;
  reveal(revealed: boolean): void;
  compare(comparing: boolean): void;
  /** Compares the text with that of another dispatch; undefined ends it. */
  compareWith(id: string | undefined): Promise<void>;
  showFile(shown: boolean): void;
}

/** True when this version was read, not only an earlier one. */
export function isRead({ status, dispatch }: Article): boolean {
  return status.read && (status.readVersion === undefined || status.readVersion >= dispatch.version);
}

/** True when an earlier version was read: the changes are what the user wants to see. */
export const readEarlier = ({ status, dispatch, previous }: Article): boolean =>
  previous !== undefined && status.read && (status.readVersion ?? dispatch.version) < dispatch.version;

/** True when no newer version of the dispatch is known. */
export const isNewest = ({ versions, dispatch }: Article): boolean =>
  versions.every((other) => other.id !== dispatch.id || other.version <= dispatch.version);

/** Which dispatch this notice kills or withholds; undefined for a dispatch that is no such notice. */
export function killedByNotice({ dispatch }: Article): Reference | undefined {
  const { id, status, signal, body, refersTo = [] } = dispatch;
  const isNotice = (status === 'killed' || status === 'withheld') && (signal === 'advisory' || body.length === 0);
  return isNotice
    ? refersTo.find(({ relation, id: other }) => (relation === 'kills' || relation === 'holds') && other !== id)
    : undefined;
}

/** False for a version without a number of its own: the agency sent several under one number, and the library gave this one a number below 1. */
export const hasNumber = (version: number): boolean => version > 0;

/** True when the agency has killed or withheld the dispatch: its text is hidden until the user asks for it. */
export const isKilledOrWithheld = (article: Article): boolean =>
  (article.dispatch.status === 'killed' || article.dispatch.status === 'withheld') && !killedByNotice(article);

/** True while the text of a killed or withheld dispatch is hidden; it cannot be printed or opened then either. */
export const isHidden = ({ article, revealed }: Pick<ArticleState, 'article' | 'revealed'>): boolean =>
  article !== undefined && isKilledOrWithheld(article) && !revealed;

/** The article with a status change shown. */
export const withStatus =
  (change: StatusChange) =>
  (article: Article): Article => ({
    ...article,
    status: withChange(article.status, change, article.dispatch.version, new Date().toISOString()),
  });

const FRESH = { opening: false, newer: false, struck: false, revealed: false, comparing: false, compared: undefined };

/** State for an article just opened: one that was read in an earlier version opens with its changes, which the banner of a correction has. */
const opened = (article: Article): Partial<ArticleState> => ({
  ...FRESH,
  phase: 'shown',
  article,
  comparing: readEarlier(article) && article.dispatch.signal !== 'correction',
});

/** The store of the article pane. `pending` are the user's changes that an answer may lack. */
export function createArticle(ask: Ask, pending: PendingChanges): StoreApi<ArticleState> {
  let search: string | undefined;
  /** Counts what was opened: an answer for something opened before is dropped. */
  let session = 0;

  async function fetch(ref: ArticleRef): Promise<CallOut<'article.get'> | undefined> {
    const tick = pending.tick();
    const answer = await ask('article.get', { ...ref, ...(search ? { search } : {}) });
    if (!answer?.article) return answer;
    const missing = pending.since(tick).filter(({ ids }) => ids.has(ref.id));
    return { article: missing.reduce((article, { change }) => withStatus(change)(article), answer.article) };
  }

  const pause = createPause();
  const store: StoreApi<ArticleState> = createStore<ArticleState>((set, get) => {
    async function show(ref: ArticleRef, trail: readonly ArticleRef[], pauseMs = 0): Promise<void> {
      session += 1;
      const mine = session;
      set({ current: ref, trail, phase: get().article ? 'shown' : 'loading', opening: true });
      if (pauseMs > 0) await pause.of(pauseMs);
      if (mine !== session) return;
      const answer = await fetch(ref);
      if (mine !== session) return;
      if (answer?.article) set(opened(answer.article));
      else set({ ...FRESH, phase: answer ? 'missing' : 'failed', article: undefined });
    }
    return {
      phase: 'none',
      opening: false,
      trail: [],
      newer: false,
      struck: false,
      revealed: false,
      comparing: false,
      fileShown: false,
      open(id, words, pauseMs) {
        search = words;
        return show({ id }, [], pauseMs);
      },
      stay() {
        const { opening, article } = get();
        if (!opening) return;
        session += 1;
        set({ current: article && { id: article.dispatch.id }, opening: false, phase: article ? 'shown' : 'none' });
      },
      settling() {
        if (!get().opening) return undefined;
        pause.end();
        return until(store, ({ opening }) => !opening);
      },
      follow(to) {
        const { current: from, trail, article } = get();
        // From an earlier version to the newest one: back leads to that earlier version.
        const version = from?.id === to.id ? article?.dispatch.version : undefined;
        return show(to, from ? [...trail, { ...from, ...(version !== undefined && { version }) }] : trail);
      },
      async back() {
        const { trail } = get();
        const to = trail.at(-1);
        if (to) await show(to, trail.slice(0, -1));
      },
      close() {
        session += 1;
        set({
          current: undefined,
          phase: 'none',
          opening: false,
          article: undefined,
          trail: [],
          newer: false,
          struck: false,
        });
      },
      highlight(words) {
        if (words === search) return;
        search = words;
        void get().refresh();
      },
      refresh: singleFlight(async () => {
        const { current, phase } = get();
        if (!current || get().opening) return;
        const mine = session;
        const answer = await fetch(current);
        if (mine !== session || !answer?.article) return;
        const now = answer.article;
        const { article } = get();
        if (phase === 'failed' || phase === 'missing') {
          set(opened(now));
          return;
        }
        // Another article may still be on screen while this one is loading.
        if (article?.dispatch.id !== now.dispatch.id) return;
        const replaced = article && now.dispatch.version !== article.dispatch.version;
        const isStruck = isKilledOrWithheld(now);
        const struck = isStruck && (get().struck || (article !== undefined && !isKilledOrWithheld(article)));
        if (!replaced || isStruck) set({ article: now, phase: 'shown', newer: false, struck });
        else set({ newer: true });
      }),
      patch(ids, change) {
        const { article } = get();
        if (article && ids.has(article.dispatch.id)) set({ article: change(article) });
      },
      reveal: (revealed) => set({ revealed }),
      compare: (comparing) => set({ comparing }),
      async compareWith(id) {
        const mine = session;
        const answer = id === undefined ? undefined : await ask('article.get', { id });
        if (mine === session) set({ compared: answer?.article?.dispatch });
      },
      showFile: (fileShown) => set({ fileShown }),
    };
  });
  return store;
}
