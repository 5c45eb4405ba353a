/**
 * Finds dispatches by headline and by text. Such keys come in no order: in a tree, an import of a large library writes a page of
 * 4 KB for each. FTS5 collects them, sorts them and merges what it has sorted, which writes 0.3 KB for all keys of a dispatch; a
 * lookup takes 20 µs instead of 2. A dispatch that is found must be compared: the keys of a removed one may belong to another.
 */
export const KEYS = `
CREATE VIRTUAL TABLE keys USING fts5 (of, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO keys (keys, rank) VALUES ('automerge', 8);
`;

/** SQL: fills it from what the index has. */
export const FILL_KEYS = `INSERT INTO keys (rowid, of)
  SELECT n, concat_ws(' ', printf('n%x', norm), printf('c%x', content_key)) FROM dispatch WHERE content_key IS NOT NULL ORDER BY n;
INSERT INTO keys (rowid, of) SELECT n, printf('n%x', norm) FROM dispatch WHERE content_key IS NULL ORDER BY n;`;
