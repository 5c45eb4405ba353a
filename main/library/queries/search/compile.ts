import { foldText, wordsOf } from '../../../../preload/text/folded-text.ts';
import { ALL, BOOKMARKS, UNREAD } from '../../index/schema.ts';
import { placeOf } from '../../index/sort-key.ts';
import { type Store, totalOf } from '../../index/store.ts';
import { reverse, spellingsOfEnd } from '../../search-text/words.ts';
import type { Search } from './search.ts';

type Value = string | number;

/** A condition on the column or expression that replaces `@n`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
  /** Set if the condition is just membership of this list: the query may then start from the list. */
  readonly list?: number;
  /** An FTS5 expression implied by the condition, if it makes the search faster. */
  readonly names?: string;
  /** Set if all hits of some words are looked up first, however few dispatches are tested. */
  readonly expensive?: boolean;
}

/**
 * The SQL for a sort key to compare with. JavaScript numbers reach SQLite as floating point, but FTS5 seeks a rowid only when
 * it is compared with an integer; otherwise it scans every hit.
 */
export const PLACE = 'CAST(? AS INTEGER)';

/** A search as SQL: an FTS5 expression that finds hits (absent if there are no words) and conditions that filter them. */
export interface Compiled {
  readonly match?: string;
  readonly conditions: readonly Condition[];
}

/** Most words that a *suffix expands to; the shortest are the most likely ones. */
const MOST_WORDS = 1_000;
/** A shorter suffix, folded, matches too many words. */
const SHORTEST_END = 2;
/** Words per group of an FTS5 expression. */
const GROUP = 16;
/** Matches no text: FTS5 keeps a group with a NOT separate, and flattens all others into one long OR. */
const NOWHERE = `"${'q'.repeat(30)}"`;

/** `byRank`: hits will be ranked, by the words of the search and no others. */
export function compile(store: Store, search: Search, byRank: boolean): Compiled {
  const parts = search.kind === 'and' ? search.parts : [search];
  const words = conjunction(store, parts);
  const rest = parts.filter((part) => !isText(positive(part)) || words === undefined);
  const conditions = rest.map((part) => condition(store, part));
  if (words === undefined) return { conditions };
  const names = byRank ? [] : conditions.flatMap((one) => one.names ?? []);
  return { match: [words, ...names].join(' AND '), conditions };
}

/** Share of all dispatches. For longer lists, testing hits one by one is as fast. */
const SHORT_LIST = 1 / 3;
/** With more names the FTS5 expression is slower. */
const MOST_NAMES = 12;

/**
 * The names of categories or sources as an FTS5 expression; undefined if it would not be faster. The column `meta` of every
 * dispatch on these lists contains them, and FTS5 excludes the others much faster than testing each for membership.
 */
function namesOf(store: Store, lists: readonly NamedList[]): string | undefined {
  const held = lists.reduce((sum, { total }) => sum + total, 0);
  const names = lists.map(({ value }) => quoted(value));
  const usable = names.length > 0 && names.length <= MOST_NAMES && names.every((name) => /[a-z0-9]/.test(name));
  if (!usable || held > totalOf(store, ALL) * SHORT_LIST) return undefined;
  return `{meta} : (${names.join(' OR ')})`;
}

const positive = (search: Search): Search => (search.kind === 'not' ? search.of : search);

function isText(search: Search): boolean {
  switch (search.kind) {
    case 'word':
    case 'phrase':
    case 'in':
      return true;
    case 'and':
    case 'or':
      return search.parts.every(isText);
    default:
      return false;
  }
}

/** The text parts of an "and" as one FTS5 expression; undefined if none of them requires a word. */
function conjunction(store: Store, parts: readonly Search[]): string | undefined {
  const wanted = parts.filter(isText).map((part) => expression(store, part));
  if (wanted.length === 0) return undefined;
  const unwanted = parts.flatMap((part) =>
    part.kind === 'not' && isText(part.of) ? [expression(store, part.of)] : [],
  );
  const all = wanted.length === 1 ? (wanted[0] ?? '') : `(${wanted.join(' AND ')})`;
  return unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`;
}

/** FTS5 syntax (sqlite.org/fts5.html, section 3) of a search that consists of words only. */
function expression(store: Store, search: Search): string {
  switch (search.kind) {
    case 'word':
      return search.suffix
        ? bySuffix(store, search.text, search.prefix)
        : `${quoted(search.text)}${search.prefix ? '*' : ''}`;
    case 'phrase':
      return quoted(search.text);
    case 'in':
      return `{${search.column}} : ${expression(store, search.of)}`;
    case 'and':
    case 'or':
      return `(${search.parts.map((part) => expression(store, part)).join(search.kind === 'and' ? ' AND ' : ' OR ')})`;
    default:
      throw new Error(`not a search for words: ${search.kind}`);
  }
}

const quoted = (text: string): string => `"${foldText(text).replace(/["\p{Cc}]/gu, ' ')}"`;

/**
 * `*minister` as the indexed words that end this way; with a trailing * those that contain it. If there are several words
 * (*bahn-strecke), the suffix applies to the first, and a trailing * to the last.
 */
function bySuffix(store: Store, text: string, prefix: boolean): string {
  const ways = spellingsOfEnd(text).flatMap((folded) => {
    const [first = '', ...others] = wordsOf(folded);
    const anywhere = prefix && others.length === 0;
    const behind = others.length === 0 ? '' : ` + "${others.join(' ')}"${prefix ? '*' : ''}`;
    const wordsWithIt = first.length < SHORTEST_END ? [] : wordsWith(store, reverse(first), anywhere);
    return [...wordsWithIt, first].map((word) => `"${word}"${behind}`);
  });
  return anyOf([...new Set(ways)]);
}

function wordsWith(store: Store, part: string, anywhere: boolean): string[] {
  const rows = anywhere
    ? store
        .sql('SELECT reversed FROM word WHERE instr(reversed, ?) > 0 ORDER BY length(reversed) LIMIT ?')
        .all(part, MOST_WORDS)
    : store
        .sql('SELECT reversed FROM word WHERE reversed >= ? AND reversed < ? ORDER BY length(reversed) LIMIT ?')
        .all(part, `${part}\u{10FFFF}`, MOST_WORDS);
  return rows.map((row) => reverse(String(row.reversed)));
}

/**
 * At every hit FTS5 checks each member of an "or"; with groups it checks only the groups that match (a third to a quarter of
 * the time for some hundred words).
 */
function anyOf(words: readonly string[]): string {
  if (words.length <= GROUP) return `(${words.join(' OR ')})`;
  const groups: string[] = [];
  for (let from = 0; from < words.length; from += GROUP) {
    groups.push(`((${words.slice(from, from + GROUP).join(' OR ')}) NOT ${NOWHERE})`);
  }
  return `(${groups.join(' OR ')})`;
}

const NEVER: Condition = { sql: '0', values: [] };

function condition(store: Store, search: Search): Condition {
  switch (search.kind) {
    case 'not': {
      const inner = condition(store, search.of);
      return { sql: `NOT (${inner.sql})`, values: inner.values, ...expensiveIfAny([inner]) };
    }
    case 'and':
    case 'or': {
      if (isText(search)) break;
      const parts = search.parts.map((part) => condition(store, part));
      return {
        sql: parts.map(({ sql }) => `(${sql})`).join(search.kind === 'and' ? ' AND ' : ' OR '),
        values: parts.flatMap(({ values }) => values),
        ...expensiveIfAny(parts),
      };
    }
    case 'is':
      if (search.what === 'bookmarked') return onLists([BOOKMARKS]);
      if (search.what === 'unread') return stillUnread(search.kept ?? []);
      if (search.what === 'later' || search.what === 'hidden') return onLists(listsOf(store, search.what));
      return { sql: `NOT ${onLists([UNREAD]).sql}`, values: [] };
    case 'source':
    case 'category': {
      const lists = listsLike(store, search.kind, search.value);
      const names = namesOf(store, lists);
      return { ...onLists(lists.map(({ k }) => k)), ...(names === undefined ? {} : { names }) };
    }
    case 'tag':
      return onLists(listsLike(store, search.kind, search.value).map(({ k }) => k));
    case 'urgency':
      return onLists(urgencyLists(store, search.from, search.to));
    case 'date': {
      const from: Condition[] =
        search.from === undefined ? [] : [{ sql: `@n <= ${PLACE}`, values: [placeOf(search.from)] }];
      const to: Condition[] = search.to === undefined ? [] : [{ sql: `@n > ${PLACE}`, values: [placeOf(search.to)] }];
      const both = [...from, ...to];
      return both.length === 0
        ? { sql: '1', values: [] }
        : { sql: both.map(({ sql }) => sql).join(' AND '), values: both.flatMap(({ values }) => values) };
    }
    default:
      break;
  }
  return {
    sql: '@n IN (SELECT rowid FROM text WHERE text MATCH ?)',
    values: [expression(store, search)],
    expensive: true,
  };
}

const expensiveIfAny = (parts: readonly Condition[]) =>
  parts.some(({ expensive }) => expensive) ? { expensive: true } : {};

/** The condition that a dispatch is unread, or kept in the list although it has been read. */
export function stillUnread(kept: readonly number[]): Condition {
  const unread = onLists([UNREAD]);
  if (kept.length === 0) return unread;
  return { sql: `${unread.sql} OR @n IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(kept)] };
}

/** The condition that a dispatch is on one of these lists. */
export function onLists(lists: readonly number[]): Condition {
  if (lists.length === 0) return NEVER;
  return {
    sql: `EXISTS (SELECT 1 FROM entry other WHERE other.k IN (${lists.join(',')}) AND other.n = @n)`,
    values: [],
    ...(lists.length === 1 && lists[0] !== undefined ? { list: lists[0] } : {}),
  };
}

interface NamedList {
  readonly k: number;
  readonly value: string;
  readonly total: number;
}

/** Lists whose name is the value, or has a word that begins with it. */
function listsLike(store: Store, kind: 'source' | 'category' | 'tag', value: string): NamedList[] {
  const wanted = foldText(value.replace(/\*$/, ''));
  return store
    .sql('SELECT k, value, total FROM list WHERE kind = ?')
    .all(kind)
    .map((row) => ({ k: Number(row.k), value: String(row.value), total: Number(row.total) }))
    .filter((list) => {
      const name = foldText(list.value);
      return name.startsWith(wanted) || name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted));
    });
}

const listsOf = (store: Store, kind: 'later' | 'hidden'): number[] =>
  store
    .sql('SELECT k FROM list WHERE kind = ?')
    .all(kind)
    .map(({ k }) => Number(k));

const urgencyLists = (store: Store, from: number, to: number): number[] =>
  store
    .sql("SELECT k FROM list WHERE kind = 'urgency' AND CAST(value AS INTEGER) BETWEEN ? AND ?")
    .all(from, to)
    .map((row) => Number(row.k));
