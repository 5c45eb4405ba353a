import type { Status } from '../record/status.ts';
import { isHead } from './ids.ts';
import { statusOf } from './rows.ts';
import type { Prepares } from './statements.ts';

/**
 * Statuses lie with their dispatch: `status` has the sort key of the shown version, so that whatever is asked or marked in the
 * order of a list reads and writes neighbouring rows. What has a status and no shown version (yet, or any more) is in
 * `status_apart`, by its id.
 */

/** The status of a dispatch; empty if nobody has changed it. */
export const statusWithId = (store: Prepares, id: string): Status =>
  statusOf(store.sql(statusOfId('?1')).get(id)?.json);

/** The status of the shown version at a sort key. */
export const statusAt = (store: Prepares, n: number): Status =>
  statusOf(store.sql('SELECT json FROM status WHERE n = ?').get(n)?.json);

/** Gives a version that is about to be shown the status of its dispatch; `before` is the sort key of the one shown so far. */
export function moveStatus(store: Prepares, id: string, before: number | undefined, n: number): Status {
  if (before !== undefined) store.sql('UPDATE status SET n = ? WHERE n = ?').run(n, before);
  else if (
    store.sql('INSERT INTO status SELECT ?, day, json, read_at FROM status_apart WHERE id = ?').run(n, id).changes
  )
    store.sql('DELETE FROM status_apart WHERE id = ?').run(id);
  return statusAt(store, n);
}

/** Keeps the status of a shown version that is about to be removed. */
export function partStatus(store: Prepares, id: string, n: number): void {
  const kept = store.sql('INSERT OR REPLACE INTO status_apart SELECT ?, day, json, read_at FROM status WHERE n = ?');
  if (kept.run(id, n).changes > 0) store.sql('DELETE FROM status WHERE n = ?').run(n);
}

/** SQL: the day and status of an id (an expression) that has one, as JSON text. */
export const statusOfId = (id: string): string =>
  `SELECT s.day, s.json FROM dispatch d CROSS JOIN status s ON s.n = d.n WHERE ${isHead('d', id)}
   UNION ALL SELECT day, json FROM status_apart WHERE id = ${id}`;

/** SQL: the id, day and status of all that have one, as JSON text. */
export const ALL_STATUSES = `SELECT d.id, s.day, s.json FROM status s JOIN dispatch d ON d.n = s.n
  UNION ALL SELECT id, day, json FROM status_apart`;
