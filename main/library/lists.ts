import type { Status } from '../../preload/contract.ts';
import { ALL, BOOKMARKS, UNREAD } from './schema.ts';
import { isRead } from './status.ts';
import type { DispatchRow, Store } from './store.ts';

/** Every list a shown dispatch with this status belongs to, Unread apart. */
function listsOf(store: Store, row: Pick<DispatchRow, 'lists'>, status: Status): number[] {
  const tags = status.tags.map((tag) => store.listId('tag', tag));
  return [ALL, ...row.lists, ...tags, ...(status.bookmarked ? [BOOKMARKS] : [])];
}

/** Puts a dispatch that becomes the shown version on all its lists. */
export function enlist(store: Store, row: Pick<DispatchRow, 'n' | 'version' | 'lists'>, status: Status): void {
  const unread = !isRead(status, row.version);
  for (const k of listsOf(store, row, status)) put(store, k, row.n, unread);
  if (unread) put(store, UNREAD, row.n, true);
}

/** Takes a dispatch that is no longer shown off all its lists. */
export function delist(store: Store, row: Pick<DispatchRow, 'n' | 'version' | 'lists'>, status: Status): void {
  const unread = !isRead(status, row.version);
  for (const k of listsOf(store, row, status)) take(store, k, row.n, unread);
  if (unread) take(store, UNREAD, row.n, true);
}

/** Moves a shown dispatch between lists as its status changes; only what differs is touched. */
export function relist(
  store: Store,
  row: Pick<DispatchRow, 'n' | 'version' | 'lists'>,
  from: Status,
  to: Status,
): void {
  const wasUnread = !isRead(from, row.version);
  const unread = !isRead(to, row.version);
  const old = listsOf(store, row, from);
  const next = listsOf(store, row, to);
  for (const k of old) if (!next.includes(k)) take(store, k, row.n, wasUnread);
  for (const k of next) {
    if (!old.includes(k)) put(store, k, row.n, unread);
    else if (wasUnread !== unread) store.tally(k, 0, unread ? 1 : -1);
  }
  if (unread && !wasUnread) put(store, UNREAD, row.n, true);
  if (!unread && wasUnread) take(store, UNREAD, row.n, true);
}

function put(store: Store, k: number, n: number, unread: boolean): void {
  store.sql('INSERT INTO entry (k, n) VALUES (?, ?)').run(k, n);
  store.tally(k, 1, unread ? 1 : 0);
}

function take(store: Store, k: number, n: number, unread: boolean): void {
  store.sql('DELETE FROM entry WHERE k = ? AND n = ?').run(k, n);
  store.tally(k, -1, unread ? -1 : 0);
}
