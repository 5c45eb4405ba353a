import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Article, CallOut, Dispatch, StatusChange } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import type { HeldMarks } from './held-marks.ts';

/** Which dispatch is shown: its newest version unless one is named. */
export interface Place {
  readonly id: string;
  readonly version?: number;
}

type Reference = NonNullable<Dispatch['refersTo']>[number];

export interface ArticleState {
  readonly place?: Place | undefined;
  readonly phase: 'none' | 'loading' | 'shown' | 'missing' | 'failed';
  readonly article?: Article | undefined;
  /** Where "back" leads, oldest first. */
  readonly trail: readonly Place[];
  /** A newer version than the one shown has arrived. */
  readonly newer: boolean;
  /** The text of a killed dispatch is shown because the person asked for it. */
  readonly revealed: boolean;
  readonly comparing: boolean;
  /** Shows a dispatch chosen in the list; what was being followed ends. */
  open(id: string, search: string | undefined): Promise<void>;
  /** Follows a teaser or an entry of the version chain; "back" returns. */
  follow(place: Place): Promise<void>;
  back(): Promise<void>;
  close(): void;
  /** What is searched for now, and to be marked in what is shown. */
  highlight(search: string | undefined): void;
  /** Asks again after a change of the library. A newer version is only announced, unless it takes the text back. */
  refresh(): Promise<void>;
  patch(ids: ReadonlySet<string>, change: (article: Article) => Article): void;
  reveal(revealed: boolean): void;
  compare(comparing: boolean): void;
}

/** True when the version that stands there was read, not only an earlier one. */
export function isRead({ status, dispatch }: Article): boolean {
  return status.read && (status.readVersion === undefined || status.readVersion >= dispatch.version);
}

/** True when what was read is an earlier version, so that the changes are what there is to read. */
export const readEarlier = ({ status, dispatch, previous }: Article): boolean =>
  previous !== undefined && status.read && (status.readVersion ?? dispatch.version) < dispatch.version;

export const isNewest = ({ versions, dispatch }: Article): boolean =>
  versions.every((other) => other.id !== dispatch.id || other.version <= dispatch.version);

/** What a dispatch by which the agency kills or withholds another one says of that one; undefined for every other dispatch. */
export function verdictOf({ dispatch }: Article): Reference | undefined {
  const { id, status, signal, body, refersTo = [] } = dispatch;
  const isOrder = (status === 'killed' || status === 'withheld') && (signal === 'advisory' || body.length === 0);
  return isOrder
    ? refersTo.find(({ relation, id: other }) => (relation === 'kills' || relation === 'holds') && other !== id)
    : undefined;
}

/** False for a version that the library has put below the agency's numbers: it was sent several times under one of them. */
export const hasNumber = (version: number): boolean => version > 0;

/** True when the agency has killed or withholds it: its text is hidden until the person asks for it. */
export const isTakenBack = (article: Article): boolean =>
  (article.dispatch.status === 'killed' || article.dispatch.status === 'withheld') && !verdictOf(article);

/** True while what the agency has taken back is kept from the eyes, and from leaving the reader. */
export const isHidden = ({ article, revealed }: Pick<ArticleState, 'article' | 'revealed'>): boolean =>
  article !== undefined && isTakenBack(article) && !revealed;

/** Shows a change of the status in an article. */
export const withStatus =
  ({ read, bookmarked, tags, note }: StatusChange) =>
  (article: Article): Article => ({
    ...article,
    status: {
      ...article.status,
      ...(read !== undefined && { read, readVersion: article.dispatch.version }),
      ...(bookmarked !== undefined && { bookmarked }),
      ...(tags !== undefined && { tags }),
      ...(note !== undefined && { note }),
    },
  });

const FRESH = { newer: false, revealed: false, comparing: false };

/** An article that was not there before: what had been read of it begins with its changes. */
const asNew = (article: Article): Partial<ArticleState> => ({
  ...FRESH,
  phase: 'shown',
  article,
  comparing: readEarlier(article),
});

export function createArticle(ask: Ask, held: HeldMarks): StoreApi<ArticleState> {
  let search: string | undefined;
  let asked = 0;
  let refreshing = false;
  let again = false;
  /** An article as it is by what was marked since it was asked for. */
  async function fetch(place: Place): Promise<CallOut<'article.get'> | undefined> {
    const moment = held.moment();
    const answer = await ask('article.get', { ...place, ...(search ? { search } : {}) });
    if (!answer?.article) return answer;
    const own = held.since(moment).filter(({ ids }) => ids.has(place.id));
    return { article: own.reduce((article, { change }) => withStatus(change)(article), answer.article) };
  }

  return createStore<ArticleState>((set, get) => {
    async function show(place: Place, trail: readonly Place[]): Promise<void> {
      asked += 1;
      const mine = asked;
      set({ place, trail, phase: get().article ? 'shown' : 'loading' });
      const answer = await fetch(place);
      if (mine !== asked) return;
      if (answer?.article) set(asNew(answer.article));
      else set({ ...FRESH, phase: answer ? 'missing' : 'failed', article: undefined });
    }
    return {
      phase: 'none',
      trail: [],
      newer: false,
      revealed: false,
      comparing: false,
      open(id, words) {
        search = words;
        return show({ id }, []);
      },
      follow(place) {
        const { place: from, trail, article } = get();
        // From an earlier version to the newest: the way back is to that version.
        const version = from?.id === place.id ? article?.dispatch.version : undefined;
        return show(place, from ? [...trail, { ...from, ...(version !== undefined && { version }) }] : trail);
      },
      async back() {
        const { trail } = get();
        const to = trail.at(-1);
        if (to) await show(to, trail.slice(0, -1));
      },
      close() {
        asked += 1;
        set({ place: undefined, phase: 'none', article: undefined, trail: [], newer: false });
      },
      highlight(words) {
        if (words === search) return;
        search = words;
        void get().refresh();
      },
      // While an import runs changes come faster than answers: one more request after the last change is enough.
      async refresh() {
        const { place, phase } = get();
        again = refreshing;
        if (refreshing || !place || phase === 'loading') return;
        const mine = asked;
        refreshing = true;
        const answer = await fetch(place);
        refreshing = false;
        if (again) void get().refresh();
        if (mine !== asked || !answer?.article) return;
        const now = answer.article;
        const { article } = get();
        if (phase === 'failed' || phase === 'missing') return set(asNew(now));
        // What is shown may still be the article before: the one asked for is on its way.
        if (article?.dispatch.id !== now.dispatch.id) return;
        const replaced = article && now.dispatch.version !== article.dispatch.version;
        if (!replaced || isTakenBack(now)) set({ article: now, phase: 'shown', newer: false });
        else set({ newer: true });
      },
      patch(ids, change) {
        const { article } = get();
        if (article && ids.has(article.dispatch.id)) set({ article: change(article) });
      },
      reveal: (revealed) => set({ revealed }),
      compare: (comparing) => set({ comparing }),
    };
  });
}
