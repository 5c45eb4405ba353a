import type { StatusView } from '../../../preload/contract/status.ts';
import type { DispatchRow } from '../index/rows.ts';
import { ALL, BOOKMARKS, UNREAD } from '../index/schema.ts';
import type { Store } from '../index/store.ts';
import { isRead } from '../record/status.ts';

/** A shown dispatch as its lists know it. */
type Listed = Pick<DispatchRow, 'n' | 'version' | 'lists'>;

/** The lists a shown dispatch is on because of its status and not its content; Unread excepted. */
function ownLists(store: Store, status: StatusView): number[] {
  const tags = status.tags.map((tag) => store.lists.idOf('tag', tag));
  return [ALL, ...tags, ...(status.bookmarked ? [BOOKMARKS] : [])];
}

/** Puts a dispatch that becomes the shown version on all its lists. */
export function enlist(store: Store, row: Listed, status: StatusView): void {
  const unread = !isRead(status, row.version);
  const lists = [...row.lists, ...ownLists(store, status), ...(unread ? [UNREAD] : [])];
  // One statement for all of them: an import spends much of its time on calling statements.
  store
    .sql(`INSERT INTO entry (k, n) VALUES ${lists.map(() => '(?, ?)').join(', ')}`)
    .run(...lists.flatMap((k) => [k, row.n]));
  for (const k of lists) store.lists.count(k, 1, unread ? 1 : 0);
}

/** Takes a dispatch that is no longer shown off all its lists. */
export function delist(store: Store, row: Listed, status: StatusView): void {
  const unread = !isRead(status, row.version);
  for (const k of [...row.lists, ...ownLists(store, status)]) take(store, k, [row], unread);
  if (unread) take(store, UNREAD, [row], true);
}

/** Moves shown dispatches that have the same version and status between lists as it changes; only what differs is touched. */
export function relist(store: Store, rows: readonly Listed[], from: StatusView, to: StatusView): void {
  const version = rows[0]?.version;
  if (version === undefined) return;
  const wasUnread = !isRead(from, version);
  const unread = !isRead(to, version);
  const old = ownLists(store, from);
  const next = ownLists(store, to);
  for (const k of old) if (!next.includes(k)) take(store, k, rows, wasUnread);
  for (const k of next) if (!old.includes(k)) put(store, k, rows, unread);
  if (unread === wasUnread) return;
  const change = unread ? 1 : -1;
  for (const k of next) if (old.includes(k)) store.lists.count(k, 0, change * rows.length);
  for (const [lists, count] of countedByLists(rows)) for (const k of lists) store.lists.count(k, 0, change * count);
  if (unread) put(store, UNREAD, rows, true);
  else take(store, UNREAD, rows, true);
}

/** How many rows are on each combination of lists; combinations are compared by identity. */
function countedByLists(rows: readonly Listed[]): Map<readonly number[], number> {
  const counts = new Map<readonly number[], number>();
  for (const { lists } of rows) counts.set(lists, (counts.get(lists) ?? 0) + 1);
  return counts;
}

function put(store: Store, k: number, rows: readonly Listed[], unread: boolean): void {
  const insert = store.sql('INSERT INTO entry (k, n) VALUES (?, ?)');
  for (const { n } of rows) insert.run(k, n);
  store.lists.count(k, rows.length, unread ? rows.length : 0);
}

function take(store: Store, k: number, rows: readonly Listed[], unread: boolean): void {
  const remove = store.sql('DELETE FROM entry WHERE k = ? AND n = ?');
  for (const { n } of rows) remove.run(k, n);
  store.lists.count(k, -rows.length, unread ? -rows.length : 0);
}
