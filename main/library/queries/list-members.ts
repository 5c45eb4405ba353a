import type { Store } from '../index/store.ts';
import type { Bounds, ListClass, ListSource } from './list-sql.ts';
import { PLACE } from './search/conditions.ts';

/** Hits. When sorted by relevance, steps and positions are limited to the best of them. */
export const MAX_RANKED = 5_000;

export const DIRECTION = { newest: 'ASC', oldest: 'DESC', relevance: 'ASC', urgency: 'ASC' } as const;

/** The list as one SELECT of n, which may be ordered by n. */
export function listSql({ parts }: ListSource, { above, below }: Bounds = {}) {
  const bounds = [above, below].filter((bound) => bound !== undefined);
  const from = above === undefined ? '' : ` AND @n > ${PLACE}`;
  const to = below === undefined ? '' : ` AND @n < ${PLACE}`;
  const selects = parts.map(({ select, n }) => select + (from + to).replaceAll('@n', n));
  return { sql: selects.join(' UNION ALL '), values: parts.flatMap(({ values }) => [...values, ...bounds]) };
}

/** The sort keys of a list's members, or of those within bounds, in the list's order. */
export function members(store: Store, { classes, ...source }: ListSource, bounds: Bounds = {}): number[] {
  if (classes) return classes.flatMap((one) => members(store, one.source, bounds));
  if (source.order === 'relevance') return ranked(store, source, -1, 0);
  return within(store, source, bounds, -1, 0, source.order === 'oldest' ? 'oldest' : 'newest');
}

/** The member before (-1) or after (1) a sort key in the list's order; without a key, from the top. */
export function neighbour(
  store: Store,
  source: ListSource,
  from: number | undefined,
  step: 1 | -1,
): number | undefined {
  if (source.classes) return neighbourByClass(store, source.classes, from, step);
  if (source.order === 'relevance') {
    const best = ranked(store, source, MAX_RANKED, 0);
    return best[(from === undefined ? -1 : best.indexOf(from)) + step];
  }
  const down = (step === 1) !== (source.order === 'oldest');
  const bounds = down ? { above: from } : { below: from };
  return within(store, source, bounds, 1, 0, down ? 'newest' : 'oldest')[0];
}

function neighbourByClass(store: Store, classes: readonly ListClass[], from: number | undefined, step: 1 | -1) {
  const inOrder = step === 1 ? classes : [...classes].reverse();
  const own = from === undefined ? undefined : classOf(store, classes, from);
  for (const one of own ? inOrder.slice(inOrder.indexOf(own)) : inOrder) {
    const found = neighbour(store, one.source, one === own ? from : undefined, step);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The class of a dispatch by its sort key, whether or not it is on the list itself. */
export const classOf = (store: Store, classes: readonly ListClass[], n: number): ListClass | undefined =>
  classes.find(({ k }) => store.sql('SELECT 1 FROM entry WHERE k = ? AND n = ?').get(k, n) !== undefined);

/** The number of members within bounds, and the first and last of them. */
export function span(store: Store, source: ListSource, bounds: Bounds) {
  const { sql, values } = listSql(source, bounds);
  const row = store.sql(`SELECT count(*) AS count, min(n) AS first, max(n) AS last FROM (${sql})`).get(...values);
  return { count: Number(row?.count ?? 0), first: row?.first, last: row?.last };
}

/** Members within bounds, from the newest or from the oldest. */
export function within(
  store: Store,
  source: ListSource,
  bounds: Bounds,
  limit: number,
  offset: number,
  direction: 'newest' | 'oldest',
): number[] {
  const { sql, values } = listSql(source, bounds);
  const found = store.sql(`${sql} ORDER BY n ${DIRECTION[direction]} LIMIT ? OFFSET ?`);
  // Row by row: a million rows at once would be 300 MB.
  return Array.from(found.iterate(...values, limit, offset), ({ n }) => Number(n));
}

/** Hits whose relevance is computed, the newest: for 880,000 it takes more than a second, for these 50 ms. */
const MAX_RATED = 20_000;

/** Hits by relevance, best first; those older than `most` hits follow by time. A negative limit is none. */
export function ranked(store: Store, source: ListSource, limit: number, offset: number, most = MAX_RATED): number[] {
  if (source.isRated) return rated(store, source, limit, offset, most);
  const { sql, values } = listSql(source);
  const rows = store.sql(`${sql} ORDER BY rank, rowid LIMIT ? OFFSET ?`).all(...values, limit, offset);
  return rows.map((row) => Number(row.n));
}

function rated(store: Store, source: ListSource, limit: number, offset: number, most: number): number[] {
  const { sql, values } = listSql(source);
  const best = store
    .sql(`SELECT n FROM (${sql} ORDER BY n LIMIT ?) ORDER BY rank, n LIMIT ? OFFSET ?`)
    .all(...values, most, limit, offset)
    .map((row) => Number(row.n));
  const left = limit < 0 ? limit : limit - best.length;
  if (left === 0 || (best.length > 0 && offset + best.length < most)) return best;
  return [...best, ...within(store, source, {}, left, Math.max(offset, most), 'newest')];
}
