import { ALL } from '../index/schema.ts';
import type { Store } from '../index/store.ts';
import { DIRECTION, listSql, MOST_RANKED, ranked, span, within } from './list-members.ts';
import type { Known } from './list-memory.ts';
import type { ListSource } from './list-source.ts';
import type { Station } from './stations.ts';

/** The name under which a list is remembered; its order does not matter, for stations are counted from the newest. */
export const nameOf = ({ parts }: ListSource): string => JSON.stringify(parts);

/** The list's length; counted once as long as nothing changes. */
function totalOf(store: Store, source: ListSource, known: Known): number {
  known.total ??= source.total ?? span(store, source, {}).count;
  return known.total;
}

/** The members `offset` to `offset + limit` of a list in its order, and the list's length. */
export function pageOf(
  store: Store,
  source: ListSource,
  known: Known,
  offset: number,
  limit: number,
): { total: number; places: number[] } {
  if (source.dear && limit > 0 && (source.total ?? known.total) === undefined) {
    return pageAndTotal(store, source, known, offset, limit);
  }
  const total = totalOf(store, source, known);
  if (limit === 0 || offset >= total) return { total, places: [] };
  if (source.order === 'relevance') return { total, places: ranked(store, source, limit, offset) };
  const end = Math.min(total, offset + limit);
  if (source.order === 'newest') return { total, places: between(store, source, known, total, offset, end) };
  return { total, places: between(store, source, known, total, total - end, total - offset).reverse() };
}

/** Where the member at this place stands in the list's order; undefined when the list does not hold it. */
export function indexOf(store: Store, source: ListSource, known: Known, at: number): number | undefined {
  if (source.order === 'relevance') {
    const index = ranked(store, source, MOST_RANKED, 0).indexOf(at);
    return index < 0 ? undefined : index;
  }
  const total = source.total ?? known.total;
  if (source.order === 'newest') return indexFromNewest(store, source, known, total ?? Number.POSITIVE_INFINITY, at);
  if (total === undefined) {
    // How many there are in all nobody has asked yet, and need not.
    const { first, count } = span(store, source, { above: at - 1 });
    return first === at ? count - 1 : undefined;
  }
  const index = indexFromNewest(store, source, known, total, at);
  return index === undefined ? undefined : total - 1 - index;
}

/**
 * One pass through hits that are dear to find counts them and gathers those near the top of the list, within the first few
 * thousand dispatches of the library. A page farther down than these costs another pass.
 */
function pageAndTotal(store: Store, source: ListSource, known: Known, offset: number, limit: number) {
  const newest = source.order === 'newest';
  const edge = store
    .sql(`SELECT n FROM entry WHERE k = ${ALL} ORDER BY n ${DIRECTION[source.order]} LIMIT 1 OFFSET ?`)
    .get(known.stations.stride * 2)?.n;
  const { sql, values } = listSql(source);
  const row = store
    .sql(`SELECT count(*) AS total, json_group_array(n) FILTER (WHERE n ${newest ? '<' : '>'} ?) AS near FROM (${sql})`)
    .get(Number(edge ?? (newest ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)), ...values);
  const near: number[] = JSON.parse(String(row?.near ?? '[]'));
  const total = Number(row?.total ?? 0);
  known.total = total;
  if (near.length < Math.min(total, offset + limit)) return pageOf(store, source, known, offset, limit);
  near.sort((a, b) => (newest ? a - b : b - a));
  return { total, places: near.slice(offset, offset + limit) };
}

/** The members `from` to `to` (exclusive, both within the list) counted from the newest, reached from the nearer side. */
function between(store: Store, source: ListSource, known: Known, total: number, from: number, to: number): number[] {
  const { stations } = known;
  let before = stations.before(from);
  let behind = stations.behind(to - 1, total);
  const wanted = to - from;
  let places: number[];
  if (from - before.index <= behind.index - (to - 1)) {
    while (!source.dear && stations.nextBehind(before) < from) {
      const next = stepTo(store, source, known, before, stations.nextBehind(before));
      if (!next) return [];
      before = next;
    }
    places = within(store, source, { above: before.n }, wanted, from - before.index - 1, 'newest');
  } else {
    while (!source.dear && stations.lastBefore(behind) >= to) {
      const last = stepTo(store, source, known, behind, stations.lastBefore(behind));
      if (!last) return [];
      behind = last;
    }
    places = within(store, source, { below: behind.n }, wanted, behind.index - to, 'oldest').reverse();
  }
  for (const [i, n] of places.entries()) stations.add(from + i, n);
  return places;
}

/** The member `at` an index seen from a station on either side of it. */
function stepTo(store: Store, source: ListSource, known: Known, { index, n }: Station, at: number) {
  const [place] =
    at > index
      ? within(store, source, { above: n }, 1, at - index - 1, 'newest')
      : within(store, source, { below: n }, 1, index - at - 1, 'oldest');
  if (place === undefined) return undefined;
  known.stations.add(at, place);
  return { index: at, n: place };
}

/** Counts from the nearest station; towards a member far from any, from both ends in turn, for it may be near either. */
function indexFromNewest(store: Store, source: ListSource, known: Known, total: number, at: number) {
  const { stations } = known;
  let { before, behind } = stations.around(at, total);
  let fromTop = true;
  while (!source.dear && stations.nextBehind(before) < behind.index) {
    const next = fromTop
      ? stepTo(store, source, known, before, stations.nextBehind(before))
      : stepTo(store, source, known, behind, stations.lastBefore(behind));
    if (!next) break;
    if (next.n >= at) behind = next;
    else before = next;
    fromTop = !fromTop || behind.index === Number.POSITIVE_INFINITY;
  }
  const { last, count } = span(store, source, { above: before.n, below: at + 1 });
  return last === at ? before.index + count : undefined;
}
