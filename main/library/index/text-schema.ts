/**
 * The search text: FTS5 and the list of words, in a separate file attached to the index. It has its own transactions: otherwise
 * marks would wait for FTS5 to flush its buffer, and imports would commit small pieces because of marks. The index's
 * `unsearched` lists what it lacks.
 */
export const TEXT_VERSION = 8;

/**
 * Bytes of a page of the file, and the part FTS5 fills (a row in one page has 35 bytes less, sqlite.org/fileformat2.html,
 * section 1.6). Four times SQLite's default: a search with a cold cache reads from the disk less often, and an import writes
 * fewer pages.
 */
export const TEXT_PAGE = 16_384;
const FTS5_PAGE = 16_300;

const WORDS = `
-- Every word, reversed: *minister is a range of them. New words come in no order: FTS5 sorts and merges them, a tree would be written
-- all over with every commit.
CREATE VIRTUAL TABLE word USING fts5 (reversed, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO word (word, rank) VALUES ('automerge', 8);
CREATE VIRTUAL TABLE words USING fts5vocab (word, row);
`;

/** The SQL that migrates from one version to the next. */
export const TEXT_STEPS: ReadonlyMap<number, string> = new Map([
  [
    7,
    `ALTER TABLE word RENAME TO word_tree;
     ${WORDS}
     INSERT INTO word (rowid, reversed)
       SELECT -row_number() OVER (ORDER BY first DESC), all_of FROM
         (SELECT substr(reversed, 1, 2) AS first, group_concat(reversed, ' ') AS all_of FROM word_tree GROUP BY first);
     DROP TABLE word_tree;`,
  ],
]);

export const TEXT_SCHEMA = `
CREATE VIRTUAL TABLE text USING fts5 (headline, body, meta, place, earlier, note, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO text (text, rank) VALUES ('hashsize', 8388608);
INSERT INTO text (text, rank) VALUES ('pgsz', ${FTS5_PAGE});
-- Twice the default: one merge fewer on the way to a large index, and searches are as fast (both measured).
INSERT INTO text (text, rank) VALUES ('automerge', 8);
INSERT INTO text (text, rank) VALUES ('rank', 'bm25(6.0, 1.0, 3.0, 3.0, 0.5, 3.0)');
${WORDS}-- The index it belongs to (another one has other sort keys), and the last of its changes in this file.
CREATE TABLE belongs (token TEXT NOT NULL, change INTEGER NOT NULL);
PRAGMA user_version = ${TEXT_VERSION};
`;
