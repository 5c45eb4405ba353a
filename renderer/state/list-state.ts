import type { ListQueryInput, ListRow, SearchError, StatusChange } from '../../preload/contract/contract.ts';
import type { Pages, Span } from './pages.ts';

export type Query = Omit<ListQueryInput, 'keepReadSince'>;

/** A scroll command for the view, in rows. Every new object is carried out once. */
type Scroll = { readonly by: number } | { readonly to: number; readonly below?: number } | { readonly top: true };

/** A dispatch to scroll to, and how many rows below the upper edge of the view it belongs; without that, anywhere in view. */
export interface ScrollTarget {
  readonly id: string;
  readonly below?: number;
}

/** How a list was left; without `enteredAt`, it is entered anew. */
interface Left {
  readonly anchor?: ScrollTarget | undefined;
  readonly selected?: string | undefined;
  readonly enteredAt?: string;
}

/** Result of a step to an unread row: done, done after wrapping around the end of the list, or no unread row was left. */
export type Moved = 'on' | 'around' | 'nowhere';

/** One visit to a list: its query, the loaded rows, and the selection. */
export interface ListState {
  readonly query: Query;
  /** ISO time. Rows read since then stay in lists of unread dispatches. */
  readonly enteredAt: string;
  /** False until the first answer to this query. */
  readonly loaded: boolean;
  readonly failed: boolean;
  /** Rows of the whole list. */
  readonly total: number;
  /** The list is longer than `total`, and is being counted. */
  readonly more: boolean;
  readonly pages: Pages;
  /** Dispatches that have no row because they are folded into others; undefined where that is not counted. */
  readonly folded?: number | undefined;
  /** The same story from several agencies is one row. */
  readonly folds: boolean;
  /** Rows whose stories are open. */
  readonly open: readonly string[];
  readonly searchError?: SearchError | undefined;
  /** The last query without a search error: while the search has one, the rows of this query stay. */
  readonly validQuery?: Query | undefined;
  readonly selectedId?: string | undefined;
  /** Rows that arrived above the visible ones. */
  readonly newAbove: number;
  readonly scroll?: Scroll;
  /** While the list is searched: its scroll position and selection before the search. */
  readonly beforeSearch?:
    | { readonly target: ScrollTarget | undefined; readonly selectedId: string | undefined }
    | undefined;
  /** Where to scroll to once the list is loaded. */
  readonly reveal?: ScrollTarget | undefined;
  /** The row that was selected when the list was left, until another one is: shown again, it is not read again. */
  readonly returnedTo?: string | undefined;
  /** Shows another list, as it was left in this session; with `reveal`, selects that dispatch and scrolls to it. */
  enter(query: Query, reveal?: string): void;
  /** Shows a list as it was left, with its selection and scroll position. */
  restore(query: Query, left: Left): void;
  /** Changes the search, order or filter of this list; the selection stays. */
  refine(part: Partial<Query>): void;
  /** Selects a row; with its `index`, scrolls it into view. */
  select(id: string | undefined, index?: number): void;
  /** Selects the row `step` rows away and resolves with it; with undefined at the end of the list. */
  move(step: number): Promise<ListRow | undefined>;
  moveTo(index: number): Promise<ListRow | undefined>;
  moveToLast(): Promise<ListRow | undefined>;
  /** Selects the first row of the next day in the order of the list, or of this day and then of the one before. */
  moveDay(step: 1 | -1, zone: string | undefined): Promise<ListRow | undefined>;
  /** Selects the next or previous unread row; `mayWrap` (default true) goes on at the other end of the list. */
  moveUnread(step: 1 | -1, mayWrap?: boolean): Promise<Moved>;
  /** The selected row, also while its page is not loaded yet. */
  selectedRow(): ListRow | undefined;
  /** Resolves when the list has its first answer and all steps are done; undefined when that is so. */
  settling(): Promise<void> | undefined;
  /** Shows a status change in the loaded rows. */
  patch(ids: ReadonlySet<string>, change: StatusChange): void;
  /** The view reports which rows it shows. */
  setVisible(rows: Span, atTop: boolean): void;
  /** The rows the view reported last. */
  visible(): Span;
  /** Opens the story of a row, or folds it, also from a row beneath. */
  toggleStory(row: ListRow): void;
  /** Folds stories, or shows a row for each dispatch. */
  setFolds(folds: boolean): void;
  scrollToTop(): void;
  /** Drops the rows read since the list was entered. */
  cleanUp(): void;
  /** Loads the visible rows again after a change of the library. */
  refresh(): void;
}

/** Whether the user chooses the order: embargoes are always listed by their release. */
export const isOrdered = ({ list, search }: Query): boolean => list !== 'embargoes' || Boolean(search);

/** Whether the rows are in the order of time. */
export const isByTime = (query: Query): boolean =>
  query.order !== 'relevance' && query.order !== 'urgency' && isOrdered(query);

/** The query of the rows on screen, as the host gets it. */
export function hostQuery({
  query: wanted,
  enteredAt,
  searchError,
  validQuery,
  folds,
  open,
}: Pick<ListState, 'query' | 'enteredAt' | 'searchError' | 'validQuery' | 'folds' | 'open'>): ListQueryInput {
  const typed = searchError && validQuery ? validQuery : wanted;
  // Who searches wants to see every hit.
  const query = folds && !typed.search ? { ...typed, fold: true, ...(open.length > 0 && { open: [...open] }) } : typed;
  // A search, typed or saved, may contain is:unread.
  const mayBeUnread =
    query.list === 'unread' || query.unreadOnly === true || query.list === 'saved' || Boolean(query.search);
  return mayBeUnread ? { ...query, keepReadSince: enteredAt } : query;
}
