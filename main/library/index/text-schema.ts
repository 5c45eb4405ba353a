/**
 * The search text: FTS5 and the list of words, in a separate file attached to the index. It has its own transactions: otherwise
 * marks would wait for FTS5 to flush its buffer, and imports would commit small pieces because of marks. The index's
 * `unsearched` lists what it lacks.
 */
export const TEXT_VERSION = 7;

/**
 * Bytes of a page of the file, and the part FTS5 fills (a row in one page has 35 bytes less, sqlite.org/fileformat2.html,
 * section 1.6). Four times SQLite's default: a search with a cold cache reads from the disk less often, and an import writes
 * fewer pages.
 */
export const TEXT_PAGE = 16_384;
const FTS5_PAGE = 16_300;

export const TEXT_SCHEMA = `
CREATE VIRTUAL TABLE text USING fts5 (headline, body, meta, place, earlier, note, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO text (text, rank) VALUES ('hashsize', 8388608);
INSERT INTO text (text, rank) VALUES ('pgsz', ${FTS5_PAGE});
-- Twice the default: one merge fewer on the way to a large index, and searches are as fast (both measured).
INSERT INTO text (text, rank) VALUES ('automerge', 8);
INSERT INTO text (text, rank) VALUES ('rank', 'bm25(6.0, 1.0, 3.0, 3.0, 0.5, 3.0)');
-- Every word once, reversed: *minister is a range of it.
CREATE TABLE word (reversed TEXT PRIMARY KEY) WITHOUT ROWID;
-- The index it belongs to (another one has other sort keys), and the last of its changes in this file.
CREATE TABLE belongs (token TEXT NOT NULL, change INTEGER NOT NULL);
PRAGMA user_version = ${TEXT_VERSION};
`;
