import { version as program } from '../../program/version.ts';
import { FILL_KEYS, KEYS } from './keys-schema.ts';
import { PERIOD_OF } from './sort-key.ts';

/**
 * The derived index, with one row per dispatch and version. `n` is the sort key (sort-key.ts), so that "newest first" is the
 * order of the primary key in every list and in FTS5 (text-schema.ts).
 */
export const SCHEMA_VERSION = 12;

/** The row of `meta` with the version of the program that created or migrated the index, which can read this schema. */
export const PROGRAM = 'program';

/** A function of the database that converts a status of the first layout to the current one, both as JSON text. */
export const MIGRATED_STATUS = 'migrated_status';

const SHARING = `
-- While sharing is on (changes/unsent.ts): dispatches whose status, and dispatches themselves, that the server has not received yet.
CREATE TABLE unsent (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unsent_dispatch (id TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id, version)) WITHOUT ROWID;
`;

/** A function of the database that returns the lists of a dispatch from its JSON, as a JSON array of [kind, value]. */
export const CONTENT_LISTS = 'content_lists';

/** SQL: when an embargo ends, in seconds since 1970; null if it does not say. */
export const RELEASE = `unixepoch(json_extract(row, '$.embargoUntil'))`;

const SEARCHED = `
-- What few dispatches have, and searches ask for.
CREATE INDEX dispatch_embargo ON dispatch (${RELEASE}) WHERE status = 'embargoed';
CREATE INDEX dispatch_version ON dispatch (version) WHERE version > 1;
`;

const STORIES = `
-- Shown dispatches that tell one story: at least two have its number (changes/stories.ts).
CREATE TABLE story (n INTEGER PRIMARY KEY, story INTEGER NOT NULL);
CREATE INDEX story_members ON story (story, n);
-- Hashes of word runs, 32 bits each, in the byte order of the machine: what shares some may be the same story (story-candidates.ts).
CREATE TABLE story_keys (n INTEGER PRIMARY KEY, keys BLOB NOT NULL);
-- How many dispatches of a list are folded into another one of their story.
ALTER TABLE list ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
`;

const CHAINS = `
-- By time first: an import writes only the pages of the days that it is at.
CREATE INDEX dispatch_chain ON dispatch (${PERIOD_OF('n')}, chain) WHERE chain IS NOT NULL;
`;

/** Headlines, texts and chains were trees in no order; the first two have been in `keys` since. */
const WITHOUT_TREES = `
DROP INDEX IF EXISTS dispatch_content;
DROP INDEX IF EXISTS dispatch_norm;
DROP INDEX IF EXISTS dispatch_chain;
${CHAINS}
`;

const PENDING = `
-- Dispatches that no day file has yet, with the journal segment that has them. Not a column of the dispatch: its page would be
-- written again when its day is folded.
CREATE TABLE pending (n INTEGER PRIMARY KEY, day TEXT NOT NULL, segment INTEGER NOT NULL);
`;

/** Ids were a tree in no order, too. */
const IDS_IN_KEYS = `
DROP INDEX dispatch_id;
DROP TABLE IF EXISTS keys;
${KEYS}${FILL_KEYS}
`;

/** Up to version 10 it was a column. */
const PENDING_APART = `
${PENDING}INSERT INTO pending SELECT n, day, pending FROM dispatch WHERE pending > 0;
DROP INDEX dispatch_pending;
ALTER TABLE dispatch DROP COLUMN pending;
`;

const STATUSES = `
-- What people did with the shown version at a sort key, and with dispatches that have none (statuses.ts). "day" is the file it is in.
CREATE TABLE status (n INTEGER PRIMARY KEY, day TEXT NOT NULL, json TEXT NOT NULL, read_at INTEGER);
CREATE INDEX status_day ON status (day);
CREATE INDEX status_read_at ON status (read_at) WHERE read_at IS NOT NULL;
CREATE TABLE status_apart (id TEXT PRIMARY KEY, day TEXT NOT NULL, json TEXT NOT NULL, read_at INTEGER) WITHOUT ROWID;
`;

/** Statuses were a tree of ids. */
const STATUSES_BY_PLACE = `
DROP INDEX status_day;
DROP INDEX status_read_at;
ALTER TABLE status RENAME TO status_by_id;
${STATUSES}
INSERT INTO status SELECT d.n, s.day, s.json, s.read_at FROM status_by_id s CROSS JOIN dispatch d
  WHERE d.id = s.id AND d.head = 1 ORDER BY d.n;
INSERT INTO status_apart SELECT * FROM status_by_id s
  WHERE NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.id = s.id AND d.head = 1);
DROP TABLE status_by_id;
`;

/** Lists that the index did not have before: the ids in "added" are theirs. */
const MORE_LISTS = `
CREATE TEMP TABLE content AS
  SELECT d.n, a.value ->> 0 AS kind, a.value ->> 1 AS value
  FROM dispatch d JOIN whole w ON w.n = d.n, json_each(${CONTENT_LISTS}(w.json)) a
  WHERE a.value ->> 0 NOT IN ('source', 'category', 'urgency', 'event', 'notice');
INSERT INTO content SELECT n, 'state', 'killed' FROM dispatch WHERE status IN ('killed', 'withheld');
INSERT INTO content SELECT n, 'corrections', '' FROM dispatch WHERE status IN ('killed', 'withheld');
INSERT OR IGNORE INTO list (kind, value, total, unread) SELECT DISTINCT kind, value, 0, 0 FROM content;
CREATE TEMP TABLE added AS
  SELECT DISTINCT c.n, l.k FROM content c JOIN list l ON l.kind = c.kind AND l.value = c.value ORDER BY c.n;
CREATE INDEX temp.added_n ON added (n);
UPDATE dispatch SET lists = concat_ws(',', lists, (SELECT group_concat(k) FROM added WHERE added.n = dispatch.n))
  WHERE n IN (SELECT n FROM added);
INSERT OR IGNORE INTO list (kind, value, total, unread) VALUES ('taken', '', 0, 0), ('noted', '', 0, 0);
INSERT INTO added SELECT DISTINCT d.n, l.k FROM status s, json_each(s.json) f, dispatch d, list l
  WHERE (f.key = 'taken' AND l.kind = 'taken' OR f.key LIKE 'note:%' AND l.kind = 'noted')
    AND f.value ->> 'value' IS NOT NULL AND d.id = s.id;
INSERT INTO entry SELECT a.k, a.n FROM added a JOIN dispatch d ON d.n = a.n WHERE d.head = 1;
CREATE TEMP TABLE away AS SELECT e.n FROM list l JOIN entry e ON e.k = l.k WHERE l.kind IN ('later', 'hidden');
UPDATE list SET
  total = (SELECT count(*) FROM entry e WHERE e.k = list.k AND (kind IN ('taken', 'noted') OR e.n NOT IN away)),
  unread = (SELECT count(*) FROM entry e JOIN entry u ON u.k = 2 AND u.n = e.n WHERE e.k = list.k)
  WHERE k IN (SELECT k FROM added);
DROP TABLE content; DROP TABLE added; DROP TABLE away;
`;

/** The lists of the agenda. */
const EVENT_LISTS = `
CREATE TEMP TABLE content AS
  SELECT d.n, a.value ->> 0 AS kind, a.value ->> 1 AS value
  FROM dispatch d JOIN whole w ON w.n = d.n, json_each(${CONTENT_LISTS}(w.json)) a
  WHERE json_extract(d.row, '$.signal') = 'advisory' AND a.value ->> 0 IN ('event', 'notice');
INSERT OR IGNORE INTO list (kind, value, total, unread) SELECT DISTINCT kind, value, 0, 0 FROM content;
CREATE TEMP TABLE added AS
  SELECT DISTINCT c.n, l.k FROM content c JOIN list l ON l.kind = c.kind AND l.value = c.value ORDER BY c.n;
CREATE INDEX temp.added_n ON added (n);
UPDATE dispatch SET lists = concat_ws(',', lists, (SELECT group_concat(k) FROM added WHERE added.n = dispatch.n))
  WHERE n IN (SELECT n FROM added);
INSERT INTO entry SELECT a.k, a.n FROM added a JOIN dispatch d ON d.n = a.n WHERE d.head = 1;
CREATE TEMP TABLE away AS SELECT e.n FROM list l JOIN entry e ON e.k = l.k WHERE l.kind IN ('later', 'hidden');
UPDATE list SET
  total = (SELECT count(*) FROM entry e WHERE e.k = list.k AND e.n NOT IN away),
  unread = (SELECT count(*) FROM entry e JOIN entry u ON u.k = 2 AND u.n = e.n WHERE e.k = list.k)
  WHERE k IN (SELECT k FROM added);
DROP TABLE content; DROP TABLE added; DROP TABLE away;
`;

/** The SQL that migrates from one version to the next, so that the files need not all be read again. */
export const SCHEMA_STEPS: ReadonlyMap<number, string> = new Map([
  [
    3,
    `ALTER TABLE file ADD COLUMN ctime INTEGER;
     CREATE TABLE unfolded (day TEXT PRIMARY KEY) WITHOUT ROWID;
     INSERT INTO unfolded SELECT DISTINCT day FROM status WHERE dirty = 1;
     DROP INDEX status_dirty;
     ALTER TABLE status DROP COLUMN dirty;`,
  ],
  [
    4,
    `UPDATE status SET json = ${MIGRATED_STATUS}(json);
     INSERT OR IGNORE INTO unfolded SELECT DISTINCT s.day FROM entry e JOIN dispatch d ON d.n = e.n JOIN status s ON s.id = d.id WHERE e.k = 3;`,
  ],
  [5, SHARING],
  [6, SEARCHED + MORE_LISTS],
  // Stories are recognised among what arrives from then on, and when the index is rebuilt.
  [7, STORIES],
  [8, EVENT_LISTS + STATUSES_BY_PLACE],
  [9, WITHOUT_TREES],
  // `whole` stays as it is: what is not packed is understood.
  [10, PENDING_APART],
  [11, IDS_IN_KEYS],
]);

/** Ids of the lists that always exist. */
export const ALL = 1;
export const UNREAD = 2;
export const BOOKMARKS = 3;

export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('${PROGRAM}', '${program}');
-- One row per dispatch and version. "row" is its list row; "lists" the ids of the lists it is on while it is the head.
CREATE TABLE dispatch (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, head INTEGER NOT NULL, day TEXT NOT NULL,
  status TEXT NOT NULL, row TEXT NOT NULL, lists TEXT NOT NULL, digest BLOB NOT NULL, content BLOB, content_key INTEGER, norm INTEGER NOT NULL,
  chain INTEGER, number TEXT
);
CREATE INDEX dispatch_number ON dispatch (number) WHERE number IS NOT NULL;
-- Versions behind the shown one: few, and a retention needs the recent ones.
CREATE INDEX dispatch_behind ON dispatch (n) WHERE head = 0;
-- The whole dispatch as JSON, packed (packed.ts): an article opens without reading its day file, which can be lost.
CREATE TABLE whole (n INTEGER PRIMARY KEY, json BLOB NOT NULL);
-- Sort keys whose search text is on its way to search.sqlite, with the number of the change that contains it.
CREATE TABLE unsearched (n INTEGER PRIMARY KEY, change INTEGER NOT NULL);
CREATE TABLE list (k INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, total INTEGER NOT NULL, unread INTEGER NOT NULL, UNIQUE (kind, value));
INSERT INTO list VALUES (1, 'all', '', 0, 0), (2, 'unread', '', 0, 0), (3, 'bookmarks', '', 0, 0);
CREATE TABLE entry (k INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (k, n)) WITHOUT ROWID;
-- Days with statuses that their file lacks. Not a column of the status: that would be a third tree to write when a library is marked.
CREATE TABLE unfolded (day TEXT PRIMARY KEY) WITHOUT ROWID;
-- The targets of kills and holds, which may arrive later.
CREATE TABLE verdict (target TEXT NOT NULL, relation TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (target, by)) WITHOUT ROWID;
-- Files the inbox has read; without a row a file is just read again. "ctime" is null where it is not known (read by a library of version 3) or tells nothing.
CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, sha256 TEXT NOT NULL, ctime INTEGER) WITHOUT ROWID;
-- Files with a dispatch that was already known; the first file is in the dispatch itself.
CREATE TABLE carried (id TEXT NOT NULL, path TEXT NOT NULL, received TEXT NOT NULL, PRIMARY KEY (id, path)) WITHOUT ROWID;
CREATE TABLE problem (path TEXT PRIMARY KEY, reason TEXT NOT NULL, message TEXT NOT NULL, at TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
${STATUSES}${SHARING}${SEARCHED}${STORIES}${CHAINS}${KEYS}${PENDING}PRAGMA user_version = ${SCHEMA_VERSION};
`;
