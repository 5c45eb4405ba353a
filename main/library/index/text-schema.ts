/**
 * The search text: FTS5 and the list of words, in a file of its own beside the index and attached to it. It has its own
 * transactions, so that neither a mark waits for FTS5 to write its buffer out nor an import commits small pieces because of
 * marks. What it lacks stands in the index's `unsearched`.
 */
export const TEXT_VERSION = 5;

/**
 * Bytes of a page of the file, and those FTS5 fills of it (a row of one page takes 35 bytes less, sqlite.org/fileformat2.html,
 * section 1.6). Four times SQLite's default: a search that finds nothing in memory asks the disk less often, and an import
 * writes fewer pages.
 */
export const TEXT_PAGE = 16_384;
const FTS5_PAGE = 16_300;

export const TEXT_SCHEMA = `
CREATE VIRTUAL TABLE text USING fts5 (headline, body, meta, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO text (text, rank) VALUES ('hashsize', 8388608);
INSERT INTO text (text, rank) VALUES ('pgsz', ${FTS5_PAGE});
-- Twice the default: a merge less on the way to a large index, and searches take no longer (both measured).
INSERT INTO text (text, rank) VALUES ('automerge', 8);
INSERT INTO text (text, rank) VALUES ('rank', 'bm25(6.0, 1.0, 3.0)');
-- Every word once, back to front: *minister is a range of it.
CREATE TABLE word (reversed TEXT PRIMARY KEY) WITHOUT ROWID;
-- The index it belongs to, for another one has other places, and the last of its changes that is in here.
CREATE TABLE belongs (token TEXT NOT NULL, change INTEGER NOT NULL);
PRAGMA user_version = ${TEXT_VERSION};
`;
