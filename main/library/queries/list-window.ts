import type { ListRow, ListWindow } from '../../../preload/contract/contract.ts';
import { placeOfHead } from '../index/ids.ts';
import { placeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { headsOf } from './folding.ts';
import { MAX_RANKED, members, ranked, span, within } from './list-members.ts';
import { pageAtOnce, pageOf } from './list-page.ts';
import { rowsOf } from './list-rows.ts';
import { type LibraryQuery, type ListSource, listSource } from './list-source.ts';
import {
  nextRow,
  type OpenStory,
  openedPage,
  openStories,
  rowIndex,
  rowsAdded,
  withFolded,
  withStories,
} from './story-rows.ts';

export interface WindowRequest {
  readonly query: LibraryQuery;
  readonly offset: number;
  readonly limit: number;
  readonly anchor?: string | undefined;
  /** Do not count a long list. */
  readonly quick?: boolean | undefined;
  /** With number and length of each. */
  readonly measured?: boolean | undefined;
}

/** Rows `offset` to `offset + limit` of a list, its length, and the anchor's index in it. */
export function listWindow(store: Store, request: WindowRequest, generation: number, now: Date): ListWindow {
  return inOneSnapshot(store, () => {
    const source = listSource(store, request.query, now);
    if ('error' in source) return { generation, total: 0, offset: 0, rows: [], searchError: source.error };
    const { offset, limit, anchor, quick, measured } = request;
    const open = openIn(store, source, request.query);
    const anchorKey = anchor === undefined ? undefined : placeOfHead(store, anchor);
    const atOnce = quick
      ? openedPage(open, offset, limit, (from, size) => pageAtOnce(store, source, from, size))
      : undefined;
    // An anchor farther down may be behind what is known at once: then the list is counted.
    const answers = atOnce && (anchorKey === undefined || atOnce.keys.includes(anchorKey));
    const { total, keys, more } = answers ? atOnce : { ...page(store, source, open, offset, limit), more: false };
    const index = (key: number) =>
      keys.includes(key) ? offset + keys.indexOf(key) : rowIndex(store, source, open, key);
    const anchorIndex = anchorKey === undefined ? undefined : index(anchorKey);
    return {
      generation,
      total,
      ...(more && { more }),
      offset,
      rows: withStories(store, source, open, keys, rowsOf(store, keys, source, now, measured)),
      ...(anchorIndex === undefined ? {} : { anchorIndex }),
      ...(source.folded !== undefined && { folded: source.folded - rowsAdded(open) }),
    };
  });
}

/** The open stories of a list. */
export const openIn = (store: Store, source: ListSource, { open = [] }: LibraryQuery): OpenStory[] =>
  openStories(
    store,
    source,
    open.flatMap((id) => placeOfHead(store, id) ?? []),
  );

function page(store: Store, source: ListSource, open: readonly OpenStory[], offset: number, limit: number) {
  const found = openedPage(open, offset, limit, (from, size) => pageOf(store, source, from, size));
  return found ?? { total: 0, keys: [] };
}

/** The ids of the rows `offset` to `offset + limit` of a list and of what is folded into them; none if its search has a syntax error. */
export function listIds(store: Store, { query, offset, limit }: WindowRequest, now: Date): string[] {
  return inOneSnapshot(store, () => {
    const source = listSource(store, query, now);
    if ('error' in source) return [];
    const open = openIn(store, source, query);
    const keys = withFolded(store, source, open, page(store, source, open, offset, limit).keys);
    return store
      .sql('SELECT d.id FROM json_each(?) p CROSS JOIN dispatch d ON d.n = p.value ORDER BY p.key')
      .all(JSON.stringify(keys))
      .map(({ id }) => String(id));
  });
}

/** Runs a query on one snapshot of the index, even while others write; within an open transaction, on its state. */
export function inOneSnapshot<T>(store: Store, run: () => T): T {
  if (store.db.isTransaction) return run();
  store.db.exec('BEGIN');
  try {
    return run();
  } finally {
    store.db.exec('COMMIT');
  }
}

interface StepRequest {
  readonly query: LibraryQuery;
  readonly from?: string | undefined;
  readonly step: 1 | -1;
  readonly unreadOnly: boolean;
}

/** The neighbour of a dispatch in a list, even if the dispatch is not on that list. */
export function listStep(store: Store, request: StepRequest, now: Date): { row?: ListRow; index?: number } {
  return inOneSnapshot(store, () => {
    const query = { ...request.query, unreadOnly: request.query.unreadOnly || request.unreadOnly };
    // "Next unread" means unread now: dispatches kept in the list do not count.
    const source = listSource(store, request.unreadOnly ? { ...query, keepReadSince: undefined } : query, now);
    const whole = listSource(store, request.query, now);
    if ('error' in source || 'error' in whole) return {};
    const from = request.from === undefined ? undefined : placeOfHead(store, request.from);
    const open = openIn(store, whole, request.query);
    return placed(store, whole, open, nextOf(store, source, whole, request, open, from), now);
  });
}

/** The first dispatch in the order of a list from a moment on (ISO time); none unless it is sorted by time. */
export function listAt(
  store: Store,
  { query, at }: { readonly query: LibraryQuery; readonly at: string },
  now: Date,
): { row?: ListRow; index?: number } {
  return inOneSnapshot(store, () => {
    const source = listSource(store, query, now);
    if ('error' in source || (source.order !== 'newest' && source.order !== 'oldest')) return {};
    const place = placeOf(Date.parse(at));
    // Only what was published before the moment has a greater key.
    const bounds = source.order === 'newest' ? { above: place } : { below: place + 1 };
    return placed(
      store,
      source,
      openIn(store, source, query),
      within(store, source, bounds, 1, 0, source.order)[0],
      now,
    );
  });
}

/** The row of a sort key, and its index in a list. */
function placed(
  store: Store,
  list: ListSource,
  open: readonly OpenStory[],
  n: number | undefined,
  now: Date,
): { row?: ListRow; index?: number } {
  const keys = n === undefined ? [] : [n];
  const [row] = withStories(store, list, open, keys, rowsOf(store, keys, list, now));
  if (n === undefined || !row) return {};
  const index = rowIndex(store, list, open, n);
  return { row, ...(index === undefined ? {} : { index }) };
}

/** By relevance, a read dispatch has a position only in the list that includes read ones: search for the unread one from there. */
function nextOf(
  store: Store,
  source: ListSource,
  whole: ListSource,
  { step, unreadOnly }: StepRequest,
  open: readonly OpenStory[],
  from: number | undefined,
) {
  if (source.order !== 'relevance' || !unreadOnly) return nextRow(store, source, unreadOnly ? [] : open, from, step);
  const all = ranked(store, whole, MAX_RANKED, 0);
  const unread = new Set(ranked(store, source, MAX_RANKED, 0));
  const index = from === undefined ? -1 : all.indexOf(from);
  const candidates = step === 1 ? all.slice(index + 1) : all.slice(0, Math.max(index, 0)).reverse();
  return candidates.find((n) => unread.has(n));
}

/** The sort key of every dispatch of a list, in the list's order; only those above or below an anchor if asked. */
export function keysOfList(
  store: Store,
  query: LibraryQuery,
  part: 'all' | 'above' | 'below',
  anchor: string | undefined,
  now: Date,
): number[] {
  const source = listSource(store, { ...query, fold: false }, now);
  if ('error' in source) return [];
  if (part === 'all') return members(store, source);
  const at = anchor === undefined ? undefined : placeOfHead(store, anchor);
  if (at === undefined) return [];
  const folded = listSource(store, query, now);
  // What is folded is above or below with the row that stands for it.
  const heads = 'error' in folded || !folded.folding ? undefined : headsOf(store, folded.folding);
  const rowOf = (n: number) => heads?.get(n) ?? n;
  if (source.order === 'relevance' || source.order === 'urgency') {
    const all = members(store, source);
    const places = new Map(all.map((n, index) => [n, index]));
    const placeOfRow = (n: number) => places.get(rowOf(n)) ?? 0;
    if (!places.has(at)) return [];
    const row = placeOfRow(at);
    return all.filter((n) => (part === 'above' ? placeOfRow(n) < row : placeOfRow(n) > row));
  }
  // The user cannot mean what is above or below a dispatch that the list does not show.
  if (span(store, source, { above: at - 1, below: at + 1 }).count === 0) return [];
  const newer = (part === 'above') !== (source.order === 'oldest');
  if (!heads) return members(store, source, newer ? { below: at } : { above: at });
  return members(store, source).filter((n) => (newer ? rowOf(n) < rowOf(at) : rowOf(n) > rowOf(at)));
}
