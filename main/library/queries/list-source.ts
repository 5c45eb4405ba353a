import type { ListQuery, SearchError } from '../../../preload/contract/contract.ts';
import { listNamed } from '../index/lists.ts';
import { ALL, BOOKMARKS, RELEASE, UNREAD } from '../index/schema.ts';
import { placeOf } from '../index/sort-key.ts';
import { type Store, totalOf } from '../index/store.ts';
import { foldedSource } from './folding.ts';
import type { LibraryQuery, ListSource, Part, Value } from './list-sql.ts';
import { compile, inShown } from './search/compile.ts';
import { type Condition, IN_FORCE, inForce, onLists, PLACE, stillUnread } from './search/conditions.ts';
import { wantedWords } from './search/hits.ts';
import { asksForUnread, keeping } from './search/kept.ts';
import type { Search } from './search/search.ts';
import { understand } from './search/understand.ts';

export type { LibraryQuery, ListClass, ListSource } from './list-sql.ts';

/** Resolves a list query; an error if its search has a syntax error. */
export function listSource(store: Store, query: LibraryQuery, now: Date): ListSource | { error: SearchError } {
  const source = unfoldedSource(store, query, now);
  return query.fold && !('error' in source) && !OWN_LISTS.has(query.list) ? foldedSource(store, source) : source;
}

function unfoldedSource(store: Store, query: LibraryQuery, now: Date): ListSource | { error: SearchError } {
  const understood = understand(query.search ?? '', now);
  if ('error' in understood) return understood;
  const within = understand(query.within ?? '', now);
  if ('error' in within) return within;
  const typed = both(within.search, understood.search);
  const plain = typed && query.inShown ? inShown(typed) : typed;
  const asksUnread = query.list === 'unread' || query.unreadOnly || (plain && asksForUnread(plain));
  const kept = asksUnread && query.keepReadSince !== undefined ? keptSince(store, query.keepReadSince) : [];
  const search = plain && keeping(plain, kept);
  const wanted = wantedWords(search);
  if (query.list === 'embargoes' && !search) return embargoes(query, kept, awayFrom(store, query, search), now);
  const base = baseOf(store, query, now);
  const away = awayFrom(store, query, search);
  if (!base)
    return {
      parts: [{ select: 'SELECT 0 AS n WHERE 0', values: [], n: 'n' }],
      order: 'newest',
      total: 0,
      expensive: false,
      wanted,
    };
  const compiled = search ? compile(store, search, query.order === 'relevance') : { conditions: [] };
  const unread = query.unreadOnly && query.list !== 'unread' ? [stillUnread(kept)] : [];
  if (compiled.match !== undefined) {
    const onAll = hasLeftovers(store) ? [onLists([ALL])] : [];
    const onBase = base.k === ALL ? onAll : [base.k === UNREAD ? stillUnread(kept) : onLists([base.k])];
    const conditions = [...base.conditions, ...onBase, ...compiled.conditions, ...unread, ...away];
    const expensive = /\*| OR /.test(compiled.match) || conditions.some(({ expensive }) => expensive);
    const rank = query.order === 'urgency' ? `, ${URGENCY_RANK}` : query.order === 'relevance' ? ', rank' : '';
    const order = query.order === 'urgency' ? 'relevance' : query.order;
    return {
      parts: [part(`SELECT rowid AS n${rank} FROM text WHERE text MATCH ?`, compiled.match, 'text.rowid', conditions)],
      order,
      expensive: order !== 'relevance' && expensive,
      wanted,
      match: compiled.match,
      ...(query.order === 'relevance' && { isRated: true }),
    };
  }
  const asked = [...base.conditions, ...compiled.conditions, ...unread];
  const isUnreadList = base.k === UNREAD;
  // SQLite merges two parts that are each ordered by n; a single part would be sorted for every window.
  const stayed = isUnreadList && kept.length > 0 ? [JSON.stringify(kept)] : [];
  const order = query.order === 'oldest' ? ('oldest' as const) : ('newest' as const);
  /** The list; with `urgency`, only its members that are also on this list of an urgency. */
  const entries = (urgency?: number): ListSource => {
    const { k, conditions: tested } =
      urgency === undefined
        ? shortest(store, base.k, asked)
        : shorter(store, base.k, urgency, asked, stayed.length > 0);
    const conditions = [...tested, ...away];
    const isOfUrgency = isUnreadList && k === urgency;
    const isPlainlyUnread = (unread.length === 1 || isOfUrgency) && kept.length === 0 && k !== UNREAD;
    // The totals of lists leave out what is away; a search may find it.
    const isCounted = away.length === 0 || search === undefined;
    const counted = isCounted ? known(store, k, tested.length, isPlainlyUnread, isUnreadList ? kept.length : 0) : {};
    const plain = tested.length === 0 && urgency === undefined ? { plain: { k, kept: isUnreadList ? kept : [] } } : {};
    const parts = [
      part('SELECT entry.n AS n FROM entry WHERE k = ?', k, 'entry.n', conditions),
      ...stayed.map((keys) => part('SELECT value AS n FROM json_each(?) WHERE 1', keys, 'value', conditions)),
    ];
    return { parts, order, expensive: conditions.some(({ expensive }) => expensive), wanted, ...counted, ...plain };
  };
  if (query.order !== 'urgency') return entries();
  const classes = urgencies(store).map((k) => ({ k, source: entries(k) }));
  return { ...entries(), order: 'urgency', expensive: false, classes };
}

/** The lists of the urgencies in use, the most urgent first. */
const urgencies = (store: Store): number[] =>
  store
    .sql(`SELECT k FROM list WHERE kind = 'urgency' ORDER BY CAST(value AS INTEGER)`)
    .all()
    .map(({ k }) => Number(k));

/** SQL: the urgency of a hit. */
const URGENCY_RANK = `(SELECT json_extract(dispatch.row, '$.urgency') FROM dispatch WHERE dispatch.n = text.rowid) AS rank`;

/** The members of two lists: reads the shorter one and checks the other for its members only; `base` stays where it has to. */
function shorter(store: Store, base: number, other: number, conditions: readonly Condition[], stays: boolean) {
  if (base === ALL) return { k: other, conditions };
  if (stays || totalOf(store, base) <= totalOf(store, other))
    return { k: base, conditions: [...conditions, onLists([other])] };
  return { k: other, conditions: [onLists([base]), ...conditions] };
}

/** Embargoes in force, by release time; those without one last. */
function embargoes(
  { unreadOnly }: ListQuery,
  kept: readonly number[],
  away: readonly Condition[],
  now: Date,
): ListSource {
  const unread = unreadOnly ? [stillUnread(kept)] : [];
  const select = `SELECT n, coalesce(${RELEASE}, 9e15) AS rank FROM dispatch WHERE ${IN_FORCE}`;
  return {
    parts: [part(select, Math.floor(now.getTime() / 1_000), 'dispatch.n', [...unread, ...away])],
    order: 'relevance',
    expensive: false,
    wanted: { headline: [], body: [] },
  };
}

/**
 * Dispatches that are put off or hidden are not on the lists of content. A typed search finds those put off, too, and hidden
 * ones if it asks for them.
 */
function awayFrom(
  store: Store,
  { list, search: typed, withAway }: LibraryQuery,
  search: Search | undefined,
): Condition[] {
  if (withAway || OWN_LISTS.has(list)) return [];
  const left = typed?.trim() ? ['hidden'] : ['hidden', 'later'];
  const away = awayLists(
    store,
    left.filter((kind) => search === undefined || !asksFor(search, kind)),
  );
  return away.length === 0 ? [] : [{ sql: `NOT ${onLists(away).sql}`, values: [] }];
}

/** Lists of what people did, which show everything. */
const OWN_LISTS: ReadonlySet<string> = new Set(['bookmarks', 'later', 'hidden', 'tag']);

/** The ids of these lists if they have members. */
export const awayLists = (store: Store, kinds: readonly string[]): number[] =>
  store
    .sql('SELECT k FROM list WHERE kind IN (SELECT value FROM json_each(?)) AND total > 0')
    .all(JSON.stringify(kinds))
    .map(({ k }) => Number(k));

/** Whether a search asks for a state, anywhere in it. */
function asksFor(search: Search, what: string): boolean {
  if (search.kind === 'is') return search.what === what;
  if (search.kind === 'not') return asksFor(search.of, what);
  return (search.kind === 'and' || search.kind === 'or') && search.parts.some((part) => asksFor(part, what));
}

/** Sort keys. A retention removes the oldest ones; an import has fewer in progress. */
const MAX_CHECKED = 3_000;

/** True while the search text still has dispatches that have left the lists: it is updated a moment later. */
const hasLeftovers = (store: Store): boolean =>
  store
    .sql(
      `SELECT 1 FROM (SELECT n FROM unsearched ORDER BY n DESC LIMIT ${MAX_CHECKED}) u
       WHERE NOT EXISTS (SELECT 1 FROM entry WHERE k = ${ALL} AND entry.n = u.n) LIMIT 1`,
    )
    .get() !== undefined;

/** Both searches, each parsed on its own, so that neither can close the other's brackets. */
function both(one: Search | undefined, other: Search | undefined): Search | undefined {
  if (!one || !other) return one ?? other;
  return { kind: 'and', parts: [...partsOf(one), ...partsOf(other)] };
}

const partsOf = (search: Search): readonly Search[] => (search.kind === 'and' ? search.parts : [search]);

/** For "all" with conditions: reads the shortest list among the conditions and checks the others for its members only. */
function shortest(store: Store, base: number, conditions: readonly Condition[]) {
  if (base !== ALL) return { k: base, conditions };
  const lists = conditions.flatMap(({ list }) => (list === undefined ? [] : [{ list, length: totalOf(store, list) }]));
  const leader = lists.sort((a, b) => a.length - b.length)[0]?.list;
  if (leader === undefined) return { k: base, conditions };
  return { k: leader, conditions: conditions.filter(({ list }) => list !== leader) };
}

/**
 * SQLite pushes conditions down to a virtual table; if some sixteen precede the one with MATCH, it reports MATCH as an unknown
 * function.
 */
const MOST_HANDED_OVER = 8;

function part(select: string, value: Value, n: string, conditions: readonly Condition[]): Part {
  let handedOver = 0;
  const asked = ({ sql }: Condition): string => {
    handedOver += sql.split('@n').length - 1;
    // A plus keeps the condition from being pushed down.
    return sql.replaceAll('@n', handedOver > MOST_HANDED_OVER ? `+${n}` : n);
  };
  const added = conditions.map((condition) => ` AND (${asked(condition)})`).join('');
  return { select: select + added, values: [value, ...conditions.flatMap((condition) => condition.values)], n };
}

function baseOf(
  store: Store,
  query: ListQuery,
  now: Date,
): { k: number; conditions: readonly Condition[] } | undefined {
  switch (query.list) {
    case 'all':
      return { k: ALL, conditions: [] };
    case 'saved':
      // The reader replaces saved searches it knows; an unknown one is empty.
      return undefined;
    case 'unread':
      return { k: UNREAD, conditions: [] };
    case 'bookmarks':
      return { k: BOOKMARKS, conditions: [] };
    case 'today':
      return { k: ALL, conditions: [{ sql: `@n <= ${PLACE}`, values: [startOfToday(now)] }] };
    case 'embargoes':
      return { k: ALL, conditions: [inForce(now)] };
    default: {
      const k = listNamed(store, query.list, query.value ?? '');
      return k === undefined ? undefined : { k, conditions: [] };
    }
  }
}

/** The sort key of the start of today, in the machine's time zone. */
export const startOfToday = (now: Date): number =>
  placeOf(new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime());

/** The running total plus `kept`, if the list has one. `isUnread`: one of the conditions is exactly "unread". */
function known(store: Store, k: number, conditions: number, isUnread: boolean, kept: number): { total?: number } {
  const row = store.sql('SELECT total, unread FROM list WHERE k = ?').get(k);
  if (conditions === 0) return { total: Number(row?.total ?? 0) + kept };
  return conditions === 1 && isUnread ? { total: Number(row?.unread ?? 0) } : {};
}

/**
 * Dispatches read since a moment: they stay in lists of unread ones until the list is left. Without the plus, SQLite would go through
 * every status in the order of n.
 */
function keptSince(store: Store, since: string): number[] {
  return store
    .sql(
      `SELECT s.n FROM status s
       WHERE s.read_at >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE k = ${UNREAD} AND entry.n = s.n)
         AND NOT EXISTS (SELECT 1 FROM list l JOIN entry e ON e.k = l.k WHERE l.kind IN ('later', 'hidden') AND e.n = s.n)
       ORDER BY +s.n`,
    )
    .all(Date.parse(since))
    .map((row) => Number(row.n));
}
