import { KEYS_OF_ROW } from './keys-schema.ts';
import type { Store } from './store.ts';

/** Adds the keys of a dispatch that has just been added. */
export function addKeys(store: Store, n: number): void {
  store.sql(`INSERT INTO keys (rowid, of) SELECT n, ${KEYS_OF_ROW} FROM dispatch WHERE n = ?`).run(n);
}

/** Removes the keys of a dispatch that is about to be removed. */
export function removeKeys(store: Store, n: number): void {
  store.sql(`INSERT INTO keys (keys, rowid, of) SELECT 'delete', n, ${KEYS_OF_ROW} FROM dispatch WHERE n = ?`).run(n);
}
