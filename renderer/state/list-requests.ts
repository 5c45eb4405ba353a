import type { ListWindow } from '../../preload/contract/contract.ts';
import type { ListState } from './list-state.ts';
import { anchorShift, indexOf, PAGE, type Pages, pagesOf, reuseRows, rowAt, type Span } from './pages.ts';

/** What the list pane shows of its rows. */
export interface View {
  readonly visible: Span;
  readonly atTop: boolean;
}

/** What a refresh learned when its answer did not cover the rows to show: how far they have moved, and the list's length. */
export interface Correction {
  readonly by: number;
  readonly total: number;
}

/** Everything that decides which rows to request next. */
export interface LoadState extends Pick<ListState, 'pages' | 'total' | 'selectedId' | 'reveal'> {
  readonly view: View;
  /** The query has changed and has no answer yet. */
  readonly isNewQuery: boolean;
  /** The library has changed since the rows were loaded. */
  readonly isStale: boolean;
  readonly correction?: Correction | undefined;
}

/** One `list.window` request in whole pages. */
export interface ListRequest {
  readonly kind: 'first' | 'refresh' | 'page';
  /** Number of the first page. */
  readonly page: number;
  readonly pageCount: number;
  readonly anchor?: string | undefined;
}

/** Rows requested beyond either end of the visible ones, so that a scroll step finds them loaded. */
const MARGIN_ROWS = 20;
/** The contract allows 500 rows in an answer. */
const MAX_PAGES = 500 / PAGE;

/**
 * The most urgent request, undefined when everything needed is loaded: the first page of a new query, then the visible rows
 * after a change of the library, then visible pages that are missing.
 */
export function nextRequest(state: LoadState): ListRequest | undefined {
  const { view, isNewQuery, isStale, reveal, pages, total } = state;
  if (isNewQuery) return { kind: 'first', page: 0, pageCount: 1, anchor: reveal?.id };
  if (isStale) return refreshRequest(state);
  const missing = pagesToShow(view.visible, total).find((page) => !pages.has(page));
  return missing === undefined ? undefined : { kind: 'page', page: missing, pageCount: 1 };
}

function refreshRequest(state: LoadState): ListRequest {
  const { view, total, correction = { by: 0, total } } = state;
  const needed = pagesToShow(shifted(view.visible, correction.by), correction.total).slice(0, MAX_PAGES);
  const anchor = rowAt(state.pages, anchorIndex(state))?.id;
  const hasAnchor = !view.atTop || state.selectedId !== undefined;
  return {
    kind: 'refresh',
    page: needed[0] ?? 0,
    pageCount: Math.max(1, needed.length),
    anchor: hasAnchor ? anchor : undefined,
  };
}

/** The row that must not move on screen while others arrive: the selected one if it is visible, else the topmost. */
function anchorIndex({ view: { visible }, pages, selectedId }: LoadState): number {
  const selected = indexOf(pages, selectedId);
  return selected !== undefined && selected >= visible.first && selected <= visible.last ? selected : visible.first;
}

const shifted = ({ first, last }: Span, by: number): Span => ({ first: first + by, last: last + by });

const pagesToShow = ({ first, last }: Span, total: number): number[] =>
  pagesOf({ first: Math.max(0, first - MARGIN_ROWS), last: last + MARGIN_ROWS }, total);

/**
 * The length of the list after an answer. An answer that has not counted does not make the list shorter: rows on screen stay
 * where they are until it is counted again.
 */
export function lengthAfter(
  before: Pick<ListState, 'total' | 'more'>,
  answer: Pick<ListWindow, 'total' | 'more'>,
): Pick<ListState, 'total' | 'more'> {
  if (!answer.more) return { total: answer.total, more: false };
  const isLonger = answer.total > before.total;
  return { total: isLonger ? answer.total : before.total, more: before.more || isLonger };
}

/** A refreshed list: its pages, and by how many rows the visible ones have moved. */
export interface Refreshed {
  readonly pages: Pages;
  readonly total: number;
  readonly by: number;
}

/**
 * The list after the answer to a refresh. A `Correction` instead when the rows to show have moved out of the answer: the
 * next request asks where they are now. That happens once at most; rows still missing then are loaded page by page.
 */
export function refreshed(state: LoadState, request: ListRequest, answer: ListWindow): Refreshed | Correction {
  const { total } = answer;
  const by = anchorShift(indexOf(state.pages, request.anchor), answer.anchorIndex);
  const isCovered = pagesToShow(shifted(state.view.visible, by), total).every(
    (page) => page >= request.page && page < request.page + request.pageCount,
  );
  if (!isCovered && !state.correction) return { by, total };
  const rows = reuseRows(state.pages, answer.rows);
  const pages = Array.from({ length: request.pageCount }, (_, n): [number, typeof rows] => [
    request.page + n,
    rows.slice(n * PAGE, (n + 1) * PAGE),
  ]);
  return { pages: new Map(pages.filter(([, page]) => page.length > 0)), total, by };
}
