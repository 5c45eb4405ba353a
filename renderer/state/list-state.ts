import type { ListQueryInput, ListRow, SearchError, StatusChange } from '../../preload/contract/contract.ts';
import type { Pages, Span } from './pages.ts';

export type Query = Omit<ListQueryInput, 'keepReadSince'>;

/** An order to the view, carried out once for every new object. */
export type Scroll =
  | { readonly by: number }
  | { readonly to: number; readonly below?: number }
  | { readonly top: true };

/** A dispatch, and how many rows below the upper edge of the view it stood; without that it is only to be seen. */
export interface Place {
  readonly id: string;
  readonly below?: number;
}

/** What became of a step to an unread row: taken, taken from the other end of the list, or there was none. */
export type Moved = 'on' | 'around' | 'nowhere';

/** One visit of a list: its query, the rows at hand, and what is selected. */
export interface ListState {
  readonly query: Query;
  /** Those read since then stay in lists of unread dispatches. */
  readonly enteredAt: string;
  /** False until the first answer to this query. */
  readonly loaded: boolean;
  readonly failed: boolean;
  readonly total: number;
  readonly pages: Pages;
  readonly searchError?: SearchError | undefined;
  /** The query that was understood last: while the search has a mistake, its rows stay. */
  readonly understood?: Query | undefined;
  readonly selectedId?: string | undefined;
  /** Rows that came in above what is seen. */
  readonly newAbove: number;
  readonly scroll?: Scroll;
  /** While the list is searched: where it stood before, and what was selected. */
  readonly stood?: { readonly place: Place | undefined; readonly selectedId: string | undefined } | undefined;
  /** Where to scroll to as soon as the list stands. */
  readonly reveal?: Place | undefined;
  /** Shows another list, and in it the dispatch that is named. */
  enter(query: Query, reveal?: string): void;
  /** Changes the search, the order or the filter of this list; the selection stays. */
  refine(part: Partial<Query>): void;
  select(id: string | undefined): void;
  /** Selects the row `step` rows away; the row, or undefined at the end of the list. */
  move(step: number): Promise<ListRow | undefined>;
  moveTo(index: number): Promise<ListRow | undefined>;
  /** Selects the next unread row; behind the last one it goes on at the other end, if it may. */
  moveUnread(step: 1 | -1, mayGoAround?: boolean): Promise<Moved>;
  patch(ids: ReadonlySet<string>, change: StatusChange): void;
  /** The view tells which rows it shows. */
  see(span: Span, atTop: boolean): void;
  /** The rows that the view showed last. */
  seen(): Span;
  scrollToTop(): void;
  /** Drops those read since the list was entered. */
  cleanUp(): void;
  refresh(): void;
}

type Asking = Pick<ListState, 'query' | 'enteredAt' | 'searchError' | 'understood'>;

/** The query of the rows that are shown, as the host gets it. */
export function asked({ query: wanted, enteredAt, searchError, understood }: Asking): ListQueryInput {
  const query = searchError && understood ? understood : wanted;
  // A search, typed or saved, may ask for what is unread, too.
  const unread =
    query.list === 'unread' || query.unreadOnly === true || query.list === 'saved' || Boolean(query.search);
  return unread ? { ...query, keepReadSince: enteredAt } : query;
}
