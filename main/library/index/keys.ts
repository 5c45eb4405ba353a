import type { Prepared } from './index-entry.ts';
import type { Store } from './store.ts';

/** The key of a headline (`headlineKey`), and in SQL. */
export const normKey = (norm: number): string => `n${norm.toString(16)}`;
export const normKeyOf = (norm: string): string => `printf('n%x', ${norm})`;

/** The key of a text (`keyOf` its `content`). */
export const textKey = (key: number): string => `c${key.toString(16)}`;

const keysOf = (norm: number, text: number | undefined): string =>
  text === undefined ? normKey(norm) : `${normKey(norm)} ${textKey(text)}`;

/** Adds the keys of a dispatch. */
export function addKeys(store: Store, n: number, norm: Prepared['norm'], text: number | undefined): void {
  store.sql('INSERT INTO keys (rowid, of) VALUES (?, ?)').run(n, keysOf(norm, text));
}

/** Removes the keys of a dispatch that is about to be removed. */
export function removeKeys(store: Store, n: number): void {
  const row = store.sql('SELECT norm, content_key FROM dispatch WHERE n = ?').get(n);
  if (!row) return;
  const keys = keysOf(Number(row.norm), row.content_key === null ? undefined : Number(row.content_key));
  store.sql("INSERT INTO keys (keys, rowid, of) VALUES ('delete', ?, ?)").run(n, keys);
}
