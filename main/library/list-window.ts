import type { ListQuery, ListRow, ListWindow } from '../../preload/contract.ts';
import { DispatchStatus } from '../wire/dispatch.ts';
import { bodyText } from '../wire/normalise.ts';
import { type ListSource, listSource } from './list-source.ts';
import type { StaticRow } from './prepared.ts';
import { excerpt, hitsIn } from './search/hits.ts';
import { isRead } from './status.ts';
import { type Store, statusOf, wholeOf } from './store.ts';

export interface WindowRequest {
  readonly query: ListQuery;
  readonly offset: number;
  readonly limit: number;
  readonly anchor?: string | undefined;
}

/** Rows `offset` to `offset + limit` of a list, its length, and where the anchor stands in it. */
export function listWindow(store: Store, request: WindowRequest, generation: number, now: Date): ListWindow {
  const source = listSource(store, request.query, now);
  if ('error' in source) return { generation, total: 0, offset: 0, rows: [], searchError: source.error };
  const { offset, limit, anchor } = request;
  const anchorIndex = anchor === undefined ? undefined : indexOf(store, source, anchor, request.query.order);
  const { total, places } = page(store, source, limit, offset, generation);
  return {
    generation,
    total,
    offset,
    rows: rowsOf(store, places, source.wanted, now),
    ...(anchorIndex === undefined ? {} : { anchorIndex }),
  };
}

/** The neighbour of a dispatch in a list, wherever the dispatch itself is now. */
export function listStep(
  store: Store,
  request: { query: ListQuery; from?: string | undefined; step: 1 | -1; unreadOnly: boolean },
  now: Date,
): { row?: ListRow; index?: number } {
  const query = { ...request.query, unreadOnly: request.query.unreadOnly || request.unreadOnly };
  // Whoever asks for the next unread one means one that is unread now.
  const strict = request.unreadOnly ? { ...query, keepReadSince: undefined } : query;
  const source = listSource(store, strict, now);
  if ('error' in source) return {};
  const n = source.ranked ? rankedNeighbour(store, source, request) : neighbour(store, source, request, query.order);
  if (n === undefined) return {};
  const row = rowsOf(store, [n], source.wanted, now)[0];
  const whole = listSource(store, request.query, now);
  const index = row && !('error' in whole) ? indexOf(store, whole, row.id, query.order) : undefined;
  return { ...(row ? { row } : {}), ...(index === undefined ? {} : { index }) };
}

/** Every dispatch of a list as its place, newest first; only those newer or older than an anchor if asked. */
export function placesOf(
  store: Store,
  query: ListQuery,
  part: 'all' | 'above' | 'below',
  anchor: string | undefined,
  now: Date,
): number[] {
  const source = listSource(store, query, now);
  if ('error' in source) return [];
  if (part === 'all') return members(store, source, -1, 0);
  const at = anchor === undefined ? undefined : placeOfDispatch(store, anchor);
  if (at === undefined) return [];
  if (source.ranked) {
    const all = members(store, source, -1, 0);
    const index = all.indexOf(at);
    if (index < 0) return [];
    return part === 'above' ? all.slice(0, index) : all.slice(index + 1);
  }
  const newer = (part === 'above') !== (query.order === 'oldest');
  const sql = `${source.select} AND ${source.n} ${newer ? '<' : '>'} ?`;
  return store
    .sql(sql)
    .all(...source.values, at)
    .map((row) => Number(row.n));
}

function members(store: Store, source: ListSource, limit: number, offset: number): number[] {
  const rows = store
    .sql(`${source.select} ORDER BY ${source.order} LIMIT ? OFFSET ?`)
    .all(...source.values, limit, offset);
  return rows.map((row) => Number(row.n));
}

interface Counts {
  generation: number;
  readonly totals: Map<string, number>;
}
const counts = new WeakMap<Store, Counts>();

/**
 * A window's members and the list's length. Lengths are kept as long as nothing changes: whoever scrolls through hits asks for
 * window after window of them. For a search whose hits are dear to find, one pass through them gives both.
 */
function page(store: Store, source: ListSource, limit: number, offset: number, generation: number) {
  const totals = totalsOf(store, generation);
  const key = JSON.stringify([source.select, ...source.values]);
  const known = source.total ?? totals.get(key);
  if (known !== undefined || limit === 0 || !source.dear) {
    const total = known ?? count(store, source);
    totals.set(key, total);
    return { total, places: limit === 0 ? [] : members(store, source, limit, offset) };
  }
  const order = source.order.endsWith('ASC') ? 'ASC' : 'DESC';
  const sql = `WITH hit (n) AS MATERIALIZED (${source.select}) SELECT n, (SELECT count(*) FROM hit) AS total FROM hit ORDER BY n ${order} LIMIT ? OFFSET ?`;
  const rows = store.sql(sql).all(...source.values, limit, offset);
  const total = rows[0] ? Number(rows[0].total) : count(store, source);
  totals.set(key, total);
  return { total, places: rows.map((row) => Number(row.n)) };
}

function totalsOf(store: Store, generation: number): Map<string, number> {
  const last = counts.get(store);
  if (last?.generation === generation) return last.totals;
  const totals = new Map<string, number>();
  counts.set(store, { generation, totals });
  return totals;
}

const count = (store: Store, source: ListSource): number =>
  Number(store.sql(`SELECT count(*) AS total FROM (${source.select})`).get(...source.values)?.total ?? 0);

const placeOfDispatch = (store: Store, id: string): number | undefined => {
  const n = store.sql('SELECT n FROM dispatch WHERE id = ? AND head = 1').get(id)?.n;
  return typeof n === 'number' ? n : undefined;
};

function indexOf(store: Store, source: ListSource, id: string, order: ListQuery['order']): number | undefined {
  const at = placeOfDispatch(store, id);
  if (at === undefined) return undefined;
  if (source.ranked) {
    const index = members(store, source, MOST_RANKED, 0).indexOf(at);
    return index < 0 ? undefined : index;
  }
  if (!store.sql(`${source.select} AND ${source.n} = ?`).get(...source.values, at)) return undefined;
  const before = `${source.select} AND ${source.n} ${order === 'oldest' ? '>' : '<'} ?`;
  return Number(store.sql(`SELECT count(*) AS i FROM (${before})`).get(...source.values, at)?.i ?? 0);
}

/** By relevance, stepping and finding reach this far. */
const MOST_RANKED = 5_000;

function rankedNeighbour(
  store: Store,
  source: ListSource,
  request: { from?: string | undefined; step: 1 | -1 },
): number | undefined {
  const all = members(store, source, MOST_RANKED, 0);
  const at = request.from === undefined ? undefined : placeOfDispatch(store, request.from);
  const index = at === undefined ? -1 : all.indexOf(at);
  return all[index + request.step];
}

function neighbour(
  store: Store,
  source: ListSource,
  request: { from?: string | undefined; step: 1 | -1 },
  order: ListQuery['order'],
): number | undefined {
  const down = (request.step === 1) !== (order === 'oldest');
  const at = request.from === undefined ? undefined : placeOfDispatch(store, request.from);
  const beyond = at === undefined ? '' : ` AND ${source.n} ${down ? '>' : '<'} ?`;
  const sql = `${source.select}${beyond} ORDER BY n ${down ? 'ASC' : 'DESC'} LIMIT 1`;
  const n = store.sql(sql).get(...source.values, ...(at === undefined ? [] : [at]))?.n;
  return typeof n === 'number' ? n : undefined;
}

/** Rows of a list, in the order given. */
export function rowsOf(store: Store, places: readonly number[], wanted: readonly string[], now: Date): ListRow[] {
  const select = store.sql(
    `SELECT d.n, d.id, d.version, d.status, d.row, s.json AS marked FROM dispatch d LEFT JOIN status s ON s.id = d.id WHERE d.n = ?`,
  );
  return places.flatMap((n) => {
    const found = select.get(n);
    return found ? [rowOf(store, found, wanted, now)] : [];
  });
}

function rowOf(store: Store, found: Record<string, unknown>, wanted: readonly string[], now: Date): ListRow {
  const shown: StaticRow = JSON.parse(String(found.row));
  const marks = statusOf(found.marked);
  const version = Number(found.version);
  const status = statusNow(DispatchStatus.parse(found.status), shown.embargoUntil, now);
  const hidden = status === 'killed' || status === 'withheld';
  const read = isRead(marks, version);
  const { signal, embargoUntil, ...rest } = shown;
  return {
    ...rest,
    categories: [...rest.categories],
    ...(signal === undefined ? {} : { signal }),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
    ...(wanted.length === 0 ? {} : hitsOf(store, Number(found.n), shown, wanted)),
    ...(hidden ? { snippet: '', snippetHits: [] } : {}),
    id: String(found.id),
    version,
    status,
    read,
    bookmarked: marks.bookmarked,
    tags: marks.tags,
    hasNote: marks.note !== '',
    updated: !read && marks.read && (marks.readVersion ?? version) < version,
  };
}

/** An embargo ends by time, whatever the file said when it came. */
export const statusNow = (status: DispatchStatus, until: string | undefined, now: Date): DispatchStatus =>
  status === 'embargoed' && until !== undefined && Date.parse(until) <= now.getTime() ? 'usable' : status;

function hitsOf(store: Store, n: number, row: StaticRow, wanted: readonly string[]): Partial<ListRow> {
  const headlineHits = hitsIn(row.headline, wanted);
  const inLead = hitsIn(row.snippet, wanted);
  if (inLead.length > 0) return { headlineHits, snippetHits: inLead };
  const dispatch = wholeOf(store.sql('SELECT json FROM whole WHERE n = ?').get(n)?.json);
  const found = dispatch ? excerpt(bodyText(dispatch.body), wanted) : undefined;
  return found ? { headlineHits, snippet: found.text, snippetHits: found.hits } : { headlineHits };
}
