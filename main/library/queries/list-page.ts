import { ALL } from '../index/schema.ts';
import type { Store } from '../index/store.ts';
import { rowSpan, rowsFrom } from './deep-rows.ts';
import { foldedIn } from './folding.ts';
import { classOf, DIRECTION, listSql, MAX_RANKED, ranked, span, within } from './list-members.ts';
import type { ListClass, ListSource } from './list-source.ts';

/**
 * The sort keys of the members `offset` to `offset + limit` of a list in its order, and the list's length. SQLite has to step
 * over the members it skips, so it starts at the nearer end: 20 ms in the middle of a million.
 */
export function pageOf(
  store: Store,
  source: ListSource,
  offset: number,
  limit: number,
): { total: number; keys: number[] } {
  if (source.expensive && source.total === undefined && limit > 0) return countedPage(store, source, offset, limit);
  const total = lengthOf(store, source);
  return { total, keys: keysOf(store, source, total, offset, limit) };
}

/** The length of a list is known at once up to this many members. */
const KNOWN_AT_ONCE = 500;

interface PageAtOnce {
  readonly total: number;
  readonly keys: number[];
  /** The list goes on: `total` is the least it has. */
  readonly more: boolean;
}

/**
 * A page without counting a long list: `total` is exact up to 500 members and the page's end. Undefined if the list has to be
 * counted for it. Stepping over the members before the page costs no more than counting all.
 */
export function pageAtOnce(
  store: Store,
  source: ListSource,
  offset: number,
  limit: number,
  known = KNOWN_AT_ONCE,
): PageAtOnce | undefined {
  if (source.total !== undefined) return undefined;
  const isRanked = source.order === 'relevance';
  if (isRanked && offset + limit > known) return undefined;
  const from = isRanked ? 0 : offset;
  const most = Math.max(isRanked ? 0 : limit, known - from);
  const found = source.classes
    ? keysByClass(store, source.classes, from, most + 1)
    : within(store, source, {}, most + 1, from, source.order === 'oldest' ? 'oldest' : 'newest');
  if (found.length === 0 && from > 0) return undefined;
  const more = found.length > most;
  const total = from + found.length - (more ? 1 : 0);
  const keys = isRanked ? keysOf(store, source, total, offset, limit) : found.slice(0, limit);
  return { total, keys, more };
}

function keysOf(store: Store, source: ListSource, total: number, offset: number, limit: number): number[] {
  const size = Math.min(limit, total - offset);
  if (size <= 0) return [];
  if (source.order === 'relevance') return ranked(store, source, size, offset);
  if (source.classes) return keysByClass(store, source.classes, offset, size);
  const after = total - offset - size;
  const order = source.order === 'oldest' ? 'oldest' : 'newest';
  if (offset <= after) return rowsFrom(store, source, size, offset, order);
  return rowsFrom(store, source, size, after, order === 'newest' ? 'oldest' : 'newest').reverse();
}

/** The members `offset` to `offset + limit` of classes one after the other. Only classes that end before the page are counted. */
function keysByClass(store: Store, classes: readonly ListClass[], offset: number, limit: number): number[] {
  const keys: number[] = [];
  let skip = offset;
  for (const { source } of classes) {
    if (skip < (source.total ?? Number.POSITIVE_INFINITY))
      keys.push(...within(store, source, {}, limit - keys.length, skip, 'newest'));
    if (keys.length === limit) break;
    skip = keys.length > 0 || skip === 0 ? 0 : skip - lengthOf(store, source);
  }
  return keys;
}

const lengthOf = (store: Store, source: ListSource): number => source.total ?? span(store, source, {}).count;

/** The first page of an expensive search is looked for within the library's newest dispatches, this many. */
const NEAR_TOP = 4_096;

/** Counts the hits of an expensive search and collects those near the top in one pass. A page farther down takes a second pass. */
function countedPage(store: Store, source: ListSource, offset: number, limit: number) {
  const newest = source.order === 'newest';
  const edge = store
    .sql(`SELECT n FROM entry WHERE k = ${ALL} ORDER BY n ${DIRECTION[source.order]} LIMIT 1 OFFSET ${NEAR_TOP}`)
    .get()?.n;
  const { sql, values } = listSql(source);
  const row = store
    .sql(`SELECT count(*) AS total, json_group_array(n) FILTER (WHERE n ${newest ? '<' : '>'} ?) AS near FROM (${sql})`)
    .get(Number(edge ?? (newest ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)), ...values);
  const near: number[] = JSON.parse(String(row?.near ?? '[]'));
  const total = Number(row?.total ?? 0);
  if (near.length < Math.min(total, offset + limit))
    return { total, keys: keysOf(store, source, total, offset, limit) };
  near.sort((a, b) => (newest ? a - b : b - a));
  return { total, keys: near.slice(offset, offset + limit) };
}

/** The index in the list's order of the member with this sort key; undefined when it is not on the list. */
export function indexOf(store: Store, source: ListSource, key: number): number | undefined {
  if (source.order === 'relevance') {
    const index = ranked(store, source, MAX_RANKED, 0).indexOf(key);
    return index < 0 ? undefined : index;
  }
  if (source.classes) return indexByClass(store, source.classes, key);
  if (source.folding && foldedIn(store, source.folding, { above: key - 1, below: key + 1 }) > 0) return undefined;
  const { count, first, last } = rowSpan(
    store,
    source,
    source.order === 'newest' ? { below: key + 1 } : { above: key - 1 },
  );
  return (source.order === 'newest' ? last : first) === key ? count - 1 : undefined;
}

function indexByClass(store: Store, classes: readonly ListClass[], key: number): number | undefined {
  const own = classOf(store, classes, key);
  const index = own && indexOf(store, own.source, key);
  if (own === undefined || index === undefined) return undefined;
  const before = classes.slice(0, classes.indexOf(own));
  return before.reduce((sum, { source }) => sum + lengthOf(store, source), index);
}
