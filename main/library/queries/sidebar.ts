import { harmlessReasons, type Sidebar } from '../../../preload/contract/contract.ts';
import type { ListKind } from '../index/list-kind.ts';
import { ALL, BOOKMARKS, UNREAD } from '../index/schema.ts';
import { timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { topicsOf } from './category-topics.ts';
import { awayLists, startOfToday } from './list-source.ts';
import { listWindow } from './list-window.ts';
import { onLists } from './search/conditions.ts';

/** Everything the sidebar shows, from running totals; only today is counted. */
export function sidebarOf(store: Store, saved: Sidebar['saved'], generation: number, now: Date): Sidebar {
  const today = startOfToday(now);
  return {
    generation,
    all: tally(store, ALL),
    unread: tally(store, UNREAD),
    today: {
      total: countFrom(store, ALL, today),
      unread: countFrom(store, UNREAD, today),
    },
    bookmarks: tally(store, BOOKMARKS),
    urgent: tallyOf(store, 'urgent'),
    corrections: tallyOf(store, 'corrections'),
    embargoes: embargoed(store, now),
    later: tallyOf(store, 'later'),
    hidden: tallyOf(store, 'hidden'),
    topics: named(store, 'topic'),
    categories: numbered(store, 'category').map(({ k, ...tally }) => ({
      ...tally,
      topics: [...topicsOf(store, k, tally.total)],
    })),
    sources: named(store, 'source'),
    tags: named(store, 'tag'),
    saved,
    pressing: countPressing(store),
    problems: Number(store.sql('SELECT count(*) AS count FROM problem').get()?.count ?? 0),
  };
}

function countPressing(store: Store): number {
  const pressing = 'SELECT count(*) AS count FROM problem WHERE reason NOT IN (SELECT value FROM json_each(?))';
  return Number(store.sql(pressing).get(JSON.stringify(harmlessReasons))?.count ?? 0);
}

const tally = (store: Store, k: number): Sidebar['all'] =>
  totalsOf(store.sql('SELECT total, unread FROM list WHERE k = ?').get(k));

const tallyOf = (store: Store, kind: ListKind): Sidebar['all'] =>
  totalsOf(store.sql('SELECT total, unread FROM list WHERE kind = ?').get(kind));

const totalsOf = (row: Record<string, unknown> | undefined): Sidebar['all'] => ({
  total: Number(row?.total ?? 0),
  unread: Number(row?.unread ?? 0),
});

/** The members of a list up to a sort key, without those put off or hidden. */
function countFrom(store: Store, k: number, n: number): number {
  const away = awayLists(store, ['later', 'hidden']);
  const shown = away.length === 0 ? '' : `AND NOT ${onLists(away).sql.replaceAll('@n', 'entry.n')}`;
  const row = store.sql(`SELECT count(*) AS count FROM entry WHERE k = ? AND n <= ? ${shown}`).get(k, n);
  return Number(row?.count ?? 0);
}

/** Embargoes in force are few, and end without a change to the library. */
function embargoed(store: Store, now: Date): Sidebar['all'] {
  const query = { list: 'embargoes', order: 'newest' } as const;
  const count = (unreadOnly: boolean) =>
    listWindow(store, { query: { ...query, unreadOnly }, offset: 0, limit: 0 }, 0, now).total;
  return { total: count(false), unread: count(true) };
}

/** Sorts Börse before Business and 2 before 10. */
const ALPHABET = new Intl.Collator('de', { numeric: true });

const numbered = (store: Store, kind: ListKind) =>
  store
    .sql(
      `SELECT k, value, total, unread, (SELECT n FROM entry WHERE entry.k = list.k ORDER BY n LIMIT 1) AS latest
       FROM list WHERE kind = ? AND total > 0`,
    )
    .all(kind)
    .map((row) => ({
      k: Number(row.k),
      name: String(row.value),
      total: Number(row.total),
      unread: Number(row.unread),
      latest: timeOf(Number(row.latest)),
    }))
    .sort((a, b) => ALPHABET.compare(a.name, b.name));

const named = (store: Store, kind: ListKind) => numbered(store, kind).map(({ k: _, ...tally }) => tally);
