import { SERVER_PATH } from '../../../preload/contract/sharing.ts';
import { hasId } from '../index/ids.ts';
import { unpacked } from '../index/packed.ts';
import { ALL_STATUSES, statusOfId } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';

/**
 * What the server of the newsroom has not received yet, noted in the transaction that changes it. Derived like the rest of the
 * index: one that was rebuilt does not know, and everything is offered again, which the server recognises.
 */

/** With whom a library shares. */
export interface Sharing {
  /** Names the place on the server; another one has received nothing yet. */
  readonly key: string;
  /** Dispatches are sent, too. */
  readonly dispatches: boolean;
}

/** The rows of `meta` that exist while sharing is on, and while dispatches are sent. */
const STATUSES = 'sharing';
const DISPATCHES = 'sharing-dispatches';

/** Begins to note what changes, or ends it. All there is counts as unsent if it was not noted so far. */
export function share(store: Store, sharing: Sharing | undefined): void {
  turn(store, STATUSES, sharing?.key, 'unsent', () =>
    store.db.exec(`INSERT INTO unsent SELECT id FROM (${ALL_STATUSES})`),
  );
  const dispatches = sharing?.dispatches ? sharing.key : undefined;
  turn(store, DISPATCHES, dispatches, 'unsent_dispatch', () => noteOwnDispatches(store));
}

/** Notes all dispatches but those that came from the server. */
function noteOwnDispatches(store: Store): void {
  const note = store.sql('INSERT INTO unsent_dispatch VALUES (?, ?)');
  const all = store.sql('SELECT d.id, d.version, w.json FROM dispatch d JOIN whole w ON w.n = d.n').iterate();
  for (const { id, version, json } of all)
    if (unpacked(json)?.includes(`"path":"${SERVER_PATH}`) === false) note.run(String(id), Number(version));
}

function turn(store: Store, flag: string, key: string | undefined, table: string, fill: () => void): void {
  if (store.meta(flag) === key) return;
  store.db.exec(`DELETE FROM ${table}`);
  if (key === undefined) {
    store.sql('DELETE FROM meta WHERE key = ?').run(flag);
    return;
  }
  store.setMeta(flag, key);
  fill();
}

/** Notes that statuses have changed here. */
export function noteUnsent(store: Store, changed: Iterable<{ readonly id: string }>): void {
  if (store.meta(STATUSES) === undefined) return;
  const note = store.sql('INSERT OR IGNORE INTO unsent VALUES (?)');
  for (const { id } of changed) note.run(id);
}

/** Notes that a dispatch has come in here. */
export function noteUnsentDispatch(store: Store, dispatch: VersionKey & { readonly path: string }): void {
  if (dispatch.path.startsWith(SERVER_PATH) || store.meta(DISPATCHES) === undefined) return;
  store.sql('INSERT OR IGNORE INTO unsent_dispatch VALUES (?, ?)').run(dispatch.id, dispatch.version);
}

/** A status as it was sent, as JSON text. */
export interface UnsentStatus {
  readonly id: string;
  readonly json: string;
}

const STATUS_OF_UNSENT = `(SELECT json FROM (${statusOfId('u.id')}))`;

export const isUnsent = (store: Store, id: string): boolean =>
  store.sql('SELECT 1 FROM unsent WHERE id = ?').get(id) !== undefined;

/** The next unsent statuses in the order of their ids, beginning behind `after` ('' for the first). */
export const unsentAfter = (store: Store, after: string, most: number): UnsentStatus[] =>
  store
    .sql(
      `SELECT u.id, ${STATUS_OF_UNSENT} AS json FROM unsent u WHERE u.id > ? AND json IS NOT NULL ORDER BY u.id LIMIT ?`,
    )
    .all(after, most)
    .map(({ id, json }) => ({ id: String(id), json: String(json) }));

/** The server has received these; what has changed since is still to be sent. */
export function forgetSent(store: Store, sent: readonly UnsentStatus[]): void {
  const forget = store.sql(`DELETE FROM unsent AS u WHERE id = ? AND ${STATUS_OF_UNSENT} = ?`);
  for (const { id, json } of sent) forget.run(id, json);
}

/** A version of a dispatch. */
export interface VersionKey {
  readonly id: string;
  readonly version: number;
}

/** Unsent dispatches as JSON text, in the order of their ids and versions. */
export const unsentDispatches = (store: Store, most: number): (VersionKey & { readonly json: string })[] =>
  store
    .sql(
      `SELECT u.id, u.version, w.json FROM unsent_dispatch u CROSS JOIN dispatch d ON ${hasId('d', 'u.id')} AND d.version = u.version
       JOIN whole w ON w.n = d.n ORDER BY u.id, u.version LIMIT ?`,
    )
    .all(most)
    .map(({ id, version, json }) => ({ id: String(id), version: Number(version), json: unpacked(json) ?? '' }));

export function forgetSentDispatches(store: Store, sent: readonly VersionKey[]): void {
  const forget = store.sql('DELETE FROM unsent_dispatch WHERE id = ? AND version = ?');
  for (const { id, version } of sent) forget.run(id, version);
}
