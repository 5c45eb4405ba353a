import { foldText } from '../../../../preload/text/folded-text.ts';
import { numberKey } from '../../index/index-entry.ts';
import type { ListKind } from '../../index/list-kind.ts';
import { BOOKMARKS, RELEASE, UNREAD } from '../../index/schema.ts';
import type { Store } from '../../index/store.ts';
import type { ListedState } from './search.ts';

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

const NEVER: Condition = { sql: '0', values: [] };

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

export interface NamedList {
  readonly k: number;
  readonly value: string;
  readonly total: number;
}

/** Lists whose name is the value, or has a word that begins with it. */
export function listsLike(store: Store, kind: 'source' | 'category' | 'tag', value: string): NamedList[] {
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

/** The condition of rows of `dispatch` that an embargo is in force at a time, in seconds since 1970. */
export const IN_FORCE = `head = 1 AND status = 'embargoed' AND (${RELEASE} > ? OR ${RELEASE} IS NULL)`;

/** The condition that an embargo is in force. */
export const inForce = (now: Date): Condition => ({
  sql: `@n IN (SELECT n FROM dispatch WHERE ${IN_FORCE})`,
  values: [Math.floor(now.getTime() / 1_000)],
});

/** Few dispatches have more than one version. */
export function versions(from: number, to: number): Condition {
  const later = '@n IN (SELECT n FROM dispatch WHERE head = 1 AND version > 1 AND version BETWEEN ? AND ?)';
  if (from > 1) return { sql: later, values: [from, to] };
  return { sql: `NOT (${later})`, values: [to + 1, Number.MAX_SAFE_INTEGER] };
}

/** The condition that a dispatch has this number, from whatever source. */
export function numbered(store: Store, number: string): Condition {
  const keys = store
    .sql("SELECT value FROM list WHERE kind = 'source'")
    .all()
    .map(({ value }) => numberKey(String(value), number));
  return {
    sql: '@n IN (SELECT n FROM dispatch WHERE head = 1 AND number IN (SELECT value FROM json_each(?)))',
    values: [JSON.stringify(keys)],
  };
}

export function listOfState(store: Store, state: ListedState): number[] {
  switch (state) {
    case 'bookmarked':
      return [BOOKMARKS];
    case 'killed':
    case 'correction':
    case 'update':
      return ofKind(store, 'state', [state]);
    default:
      return ofKind(store, state, ['']);
  }
}

export const ofKind = (store: Store, kind: ListKind, values: readonly string[]): number[] =>
  store
    .sql('SELECT k FROM list WHERE kind = ? AND value IN (SELECT value FROM json_each(?))')
    .all(kind, JSON.stringify(values))
    .map(({ k }) => Number(k));

export const urgencyLists = (store: Store, from: number, to: number): number[] =>
  store
    .sql("SELECT k FROM list WHERE kind = 'urgency' AND CAST(value AS INTEGER) BETWEEN ? AND ?")
    .all(from, to)
    .map((row) => Number(row.k));
