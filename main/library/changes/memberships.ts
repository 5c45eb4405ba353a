import type { StatusView } from '../../../preload/contract/status.ts';
import type { ListKind } from '../index/list-kind.ts';
import type { DispatchRow } from '../index/rows.ts';
import { ALL, BOOKMARKS, UNREAD } from '../index/schema.ts';
import { statusAt } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import { isRead, viewOf } from '../record/status.ts';
import { counted } from './stories.ts';

/** A shown dispatch as its lists know it. */
type Listed = Pick<DispatchRow, 'n' | 'version' | 'lists'>;

/** What a status makes of a dispatch for its lists. */
interface Standing {
  /** Put off until later, or hidden by a rule: only its own lists show and count it, so that nothing is lost. */
  readonly away: boolean;
  /** On the list Unread. */
  readonly unread: boolean;
  /** The lists it is on because of its status and not its content; All and Unread excepted. */
  readonly own: readonly number[];
}

function standingOf(store: Store, status: StatusView, version: number): Standing {
  const away = status.later !== undefined || status.hidden === true;
  const when = (holds: unknown, kind: ListKind): number[] => (holds ? [store.lists.idOf(kind, '')] : []);
  const own = [
    ...status.tags.map((tag) => store.lists.idOf('tag', tag)),
    ...(status.bookmarked ? [BOOKMARKS] : []),
    ...when(status.later !== undefined, 'later'),
    ...when(status.hidden, 'hidden'),
    ...when(status.taken, 'taken'),
    ...when(status.notes.length > 0, 'noted'),
  ];
  // Two spellings of a tag are one list.
  return { away, unread: !away && !isRead(status, version), own: [...new Set(own)] };
}

/** Puts a dispatch that becomes the shown version on all its lists. */
export function enlist(store: Store, row: Listed, status: StatusView): void {
  const { away, unread, own } = standingOf(store, status, row.version);
  const lists = [...row.lists, ALL, ...own, ...(unread ? [UNREAD] : [])];
  // One statement for all of them: an import spends much of its time on calling statements.
  store
    .sql(`INSERT INTO entry (k, n) VALUES ${lists.map(() => '(?, ?)').join(', ')}`)
    .run(...lists.flatMap((k) => [k, row.n]));
  store.changed.note(row.n);
  for (const k of away ? own : lists) store.lists.count(k, 1, unread ? 1 : 0);
}

/** Takes a dispatch that is no longer shown off all its lists. */
export function delist(store: Store, row: Listed, status: StatusView): void {
  const { away, unread, own } = standingOf(store, status, row.version);
  const lists = [...row.lists, ALL, ...own, ...(unread ? [UNREAD] : [])];
  for (const k of lists) remove(store, k, [row]);
  for (const k of away ? own : lists) store.lists.count(k, -1, unread ? -1 : 0);
}

/** Moves shown dispatches that have the same version and status between lists as it changes; only what differs is touched. */
export function relist(store: Store, rows: readonly Listed[], from: StatusView, to: StatusView): void {
  counted(
    store,
    rows.map(({ n }) => n),
    () => move(store, rows, from, to),
  );
}

function move(store: Store, rows: readonly Listed[], from: StatusView, to: StatusView): void {
  const version = rows[0]?.version;
  if (version === undefined) return;
  const before = standingOf(store, from, version);
  const after = standingOf(store, to, version);
  for (const k of before.own) if (!after.own.includes(k)) take(store, k, rows, before.unread);
  for (const k of after.own) if (!before.own.includes(k)) put(store, k, rows, after.unread);
  const shown = Number(!after.away) - Number(!before.away);
  const unread = Number(after.unread) - Number(before.unread);
  if (shown === 0 && unread === 0) return;
  for (const k of after.own) if (before.own.includes(k)) store.lists.count(k, 0, unread * rows.length);
  store.lists.count(ALL, shown * rows.length, unread * rows.length);
  for (const [lists, count] of countedByLists(rows))
    for (const k of lists) store.lists.count(k, shown * count, unread * count);
  if (unread > 0) put(store, UNREAD, rows, true);
  else if (unread < 0) take(store, UNREAD, rows, true);
}

/** Puts a dispatch, shown or not, on more lists of its content. */
export function alsoOn(store: Store, row: DispatchRow, isShown: boolean, added: readonly number[]): void {
  const lists = added.filter((k) => !row.lists.includes(k));
  if (lists.length === 0) return;
  store.sql('UPDATE dispatch SET lists = ? WHERE n = ?').run([...row.lists, ...lists].join(','), row.n);
  if (!isShown) return;
  store.changed.note(row.n);
  const { away, unread } = standingOf(store, viewOf(statusAt(store, row.n)), row.version);
  for (const k of lists) {
    store.sql('INSERT INTO entry (k, n) VALUES (?, ?)').run(k, row.n);
    if (!away) store.lists.count(k, 1, unread ? 1 : 0);
  }
}

/** Takes a dispatch, shown or not, off lists of its content. */
export function noLongerOn(store: Store, row: DispatchRow, isShown: boolean, removed: readonly number[]): void {
  const left = row.lists.filter((k) => !removed.includes(k));
  store.sql('UPDATE dispatch SET lists = ? WHERE n = ?').run(left.join(','), row.n);
  if (!isShown) return;
  const { away, unread } = standingOf(store, viewOf(store.status(row.id)), row.version);
  for (const k of row.lists.filter((one) => removed.includes(one))) {
    remove(store, k, [row]);
    if (!away) store.lists.count(k, -1, unread ? -1 : 0);
  }
}

/** How many rows are on each combination of lists; combinations are compared by identity. */
function countedByLists(rows: readonly Listed[]): Map<readonly number[], number> {
  const counts = new Map<readonly number[], number>();
  for (const { lists } of rows) counts.set(lists, (counts.get(lists) ?? 0) + 1);
  return counts;
}

function put(store: Store, k: number, rows: readonly Listed[], unread: boolean): void {
  const insert = store.sql('INSERT INTO entry (k, n) VALUES (?, ?)');
  for (const { n } of rows) {
    insert.run(k, n);
    store.changed.note(n);
  }
  store.lists.count(k, rows.length, unread ? rows.length : 0);
}

function take(store: Store, k: number, rows: readonly Listed[], unread: boolean): void {
  remove(store, k, rows);
  store.lists.count(k, -rows.length, unread ? -rows.length : 0);
}

function remove(store: Store, k: number, rows: readonly Listed[]): void {
  const statement = store.sql('DELETE FROM entry WHERE k = ? AND n = ?');
  for (const { n } of rows) {
    statement.run(k, n);
    store.changed.note(n);
  }
}
