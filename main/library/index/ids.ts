import { idKeyOf, idKeysFrom } from './keys-schema.ts';
import type { Prepares } from './statements.ts';

/**
 * Finds dispatches by their id. Everything else goes by sort keys. The parameters of SQL are expressions: `?1`, `v.target`.
 */

/** SQL: a row of `dispatch`, named `as`, is a version of an id. With "+", or SQLite may read all dispatches to make an index for itself. */
export const hasId = (as: string, id: string): string =>
  `${as}.n IN (SELECT rowid FROM keys WHERE keys MATCH ${idKeyOf(id)}) AND +${as}.id = ${id}`;

/** SQL: it is the shown version of an id. */
export const isHead = (as: string, id: string): string => `${hasId(as, id)} AND +${as}.head = 1`;

/** SQL: it is a version of an id or of one that begins with it and a space. */
export const hasIdOrLonger = (as: string, id: string): string =>
  `${as}.n IN (SELECT rowid FROM keys WHERE keys MATCH ${idKeyOf(id)} || ' OR ' || ${idKeysFrom(`${id} || ' '`)})
   AND (+${as}.id = ${id} OR (+${as}.id > ${id} || ' ' AND +${as}.id < ${id} || '!'))`;

/** The sort key of the shown version of an id; undefined if there is none. */
export function placeOfHead(store: Prepares, id: string): number | undefined {
  const n = store.sql(`SELECT d.n FROM dispatch d WHERE ${isHead('d', '?1')}`).get(id)?.n;
  return typeof n === 'number' ? n : undefined;
}

/** What the index has of a dispatch that arrives: the versions of its id. */
export interface StoredVersions {
  /** The numbers of the newest and the oldest. */
  readonly newest: number;
  readonly oldest: number;
  /** The sort key of the shown one; undefined if a removal was interrupted. It is the newest unless a removal kept an older one. */
  readonly head: number | undefined;
  /** One has its version number, one the number before. */
  readonly isTaken: boolean;
  readonly isTakenBefore: boolean;
  /** The number of the newest that has its text; and whether that is one with its own number. */
  readonly twin: number | undefined;
  readonly isKnown: boolean;
}

/** Undefined if there are none. One row: a ticker that is sent again every minute has a thousand versions. */
export function storedVersions(
  store: Prepares,
  { id, version, digest }: { readonly id: string; readonly version: number; readonly digest: Uint8Array },
): StoredVersions | undefined {
  const row = store
    .sql(
      `SELECT max(d.version) AS newest, min(d.version) AS oldest, max(iif(d.head = 1, d.n, NULL)) AS head,
         max(d.version = ?2) AS taken, max(d.version = ?2 - 1) AS takenBefore,
         max(iif(d.digest = ?3, d.version, NULL)) AS twin, max(d.version = ?2 AND d.digest = ?3) AS known
       FROM dispatch d WHERE ${hasId('d', '?1')}`,
    )
    .get(id, version, digest);
  if (typeof row?.newest !== 'number') return undefined;
  return {
    newest: row.newest,
    oldest: Number(row.oldest),
    head: typeof row.head === 'number' ? row.head : undefined,
    isTaken: row.taken === 1,
    isTakenBefore: row.takenBefore === 1,
    twin: typeof row.twin === 'number' ? row.twin : undefined,
    isKnown: row.known === 1,
  };
}
