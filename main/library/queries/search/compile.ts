import { foldText, wordsOf } from '../../../../preload/text/folded-text.ts';
import { ALL, UNREAD } from '../../index/schema.ts';
import { placeOf } from '../../index/sort-key.ts';
import { type Store, totalOf } from '../../index/store.ts';
import { reverse, spellingsOfEnd } from '../../search-text/words.ts';
import {
  type Condition,
  inForce,
  listOfState,
  listsLike,
  type NamedList,
  numbered,
  ofKind,
  onLists,
  PLACE,
  stillUnread,
  urgencyLists,
  versions,
} from './conditions.ts';
import type { Search } from './search.ts';

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
/** The columns that the shown version of a dispatch has itself. */
export const SHOWN_COLUMNS = 'headline body meta place';
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

/** The search with its words in the shown versions only: a rule tests what arrives, not earlier versions and notes. */
export function inShown(search: Search): Search {
  switch (search.kind) {
    case 'word':
    case 'phrase':
    case 'near':
      return { kind: 'in', column: 'shown', of: search };
    case 'not':
      return { kind: 'not', of: inShown(search.of) };
    case 'and':
    case 'or':
      return { kind: search.kind, parts: search.parts.map(inShown) };
    default:
      return search;
  }
}

const positive = (search: Search): Search => (search.kind === 'not' ? search.of : search);

function isText(search: Search): boolean {
  switch (search.kind) {
    case 'word':
    case 'phrase':
    case 'near':
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
    case 'near':
      return `NEAR(${search.words.map(quoted).join(' ')}, ${search.distance})`;
    case 'in':
      return `{${search.column === 'shown' ? SHOWN_COLUMNS : search.column}} : ${expression(store, search.of)}`;
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
        .sql('SELECT term AS reversed FROM search.words WHERE instr(term, ?) > 0 ORDER BY length(term) LIMIT ?')
        .all(part, MOST_WORDS)
    : store
        .sql('SELECT term AS reversed FROM search.words WHERE term >= ? AND term < ? ORDER BY length(term) LIMIT ?')
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
      if (search.what === 'unread') return stillUnread(search.kept ?? []);
      if (search.what === 'read') return { sql: `NOT ${onLists([UNREAD]).sql}`, values: [] };
      return onLists(listOfState(store, search.what));
    case 'embargoed':
      return inForce(new Date(search.at));
    case 'version':
      return versions(search.from, search.to);
    case 'number':
      return numbered(store, search.value);
    case 'language':
      return onLists(ofKind(store, 'language', [search.value]));
    case 'topic':
      return onLists(ofKind(store, 'topic', search.topics));
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
