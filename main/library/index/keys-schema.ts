/** Characters of an id that its key has: some agencies' ids are whole addresses. */
const ID_CHARS = 100;

/**
 * SQL: the key of an id, and a pattern for the keys of all ids that begin with it. In hexadecimal, because an id may have any
 * character, and FTS5 does not tell capitals apart.
 */
export const idKeyOf = (id: string): string => `'i' || hex(substr(${id}, 1, ${ID_CHARS}))`;
export const idKeysFrom = (id: string): string => `${idKeyOf(id)} || '*'`;

/** SQL: the key of a headline (`headlineKey`). */
export const normKeyOf = (norm: string): string => `printf('n%x', ${norm})`;

/** SQL: the key of a text (`keyOf` its `content`). */
export const textKeyOf = (key: string): string => `printf('c%x', ${key})`;

/** SQL: the keys of a row of `dispatch`. */
export const KEYS_OF_ROW = `concat_ws(' ', ${idKeyOf('id')}, ${normKeyOf('norm')}, iif(content_key IS NULL, NULL, ${textKeyOf('content_key')}))`;

/**
 * Finds dispatches by id, headline and text. Such keys come in no order: in a tree, an import of a large library writes a page of
 * 4 KB for each, twice. FTS5 collects them, sorts them and merges what it has sorted, which writes 1 KB for all keys of a dispatch
 * at half a million; a lookup takes 12 µs instead of 4. It looks into every sorted part: merging them two by two leaves six and writes
 * a tenth more than merging four, which leaves eleven. A dispatch that is found must be compared: keys are shorter than what they
 * stand for.
 */
export const KEYS = `
CREATE VIRTUAL TABLE keys USING fts5 (of, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO keys (keys, rank) VALUES ('automerge', 2);
`;

/** SQL: fills it from what the index has. */
export const FILL_KEYS = `INSERT INTO keys (rowid, of) SELECT n, ${KEYS_OF_ROW} FROM dispatch ORDER BY n;`;
