/** SQL that turns an index back into version 11: ids were a tree. */
export const BACK_TO_11 = `
  CREATE UNIQUE INDEX dispatch_id ON dispatch (id, version);
  INSERT INTO keys (keys) VALUES ('delete-all');
  INSERT INTO keys (rowid, of) SELECT n, concat_ws(' ', printf('n%x', norm), 'c' || nullif(printf('%x', content_key), '0'))
    FROM dispatch ORDER BY n;
  PRAGMA user_version = 11;
`;

/** SQL that turns it back into version 10: what is pending was a column. */
const BACK_TO_10 = `
  ${BACK_TO_11}
  ALTER TABLE dispatch ADD COLUMN pending INTEGER NOT NULL DEFAULT 0;
  UPDATE dispatch SET pending = coalesce((SELECT segment FROM pending p WHERE p.n = dispatch.n), 0);
  DROP TABLE pending;
  CREATE INDEX dispatch_pending ON dispatch (day, pending) WHERE pending > 0;
`;

/** SQL that turns it back into version 9: keys were trees. */
export const BACK_TO_9 = `
  ${BACK_TO_10}
  DROP TABLE keys;
  DROP INDEX dispatch_chain;
  CREATE INDEX dispatch_content ON dispatch (content_key) WHERE content_key IS NOT NULL;
  CREATE INDEX dispatch_norm ON dispatch (norm);
  CREATE INDEX dispatch_chain ON dispatch (chain) WHERE chain IS NOT NULL;
  PRAGMA user_version = 9;
`;

/** SQL that turns it back into version 8: statuses were a tree of ids. */
export const BACK_TO_8 = `
  ${BACK_TO_9}
  CREATE TABLE status_by_id (id TEXT PRIMARY KEY, day TEXT NOT NULL, json TEXT NOT NULL, read_at INTEGER) WITHOUT ROWID;
  INSERT INTO status_by_id SELECT d.id, s.day, s.json, s.read_at FROM status s JOIN dispatch d USING (n)
    UNION ALL SELECT * FROM status_apart;
  DROP TABLE status;
  DROP TABLE status_apart;
  ALTER TABLE status_by_id RENAME TO status;
  CREATE INDEX status_day ON status (day);
  CREATE INDEX status_read_at ON status (read_at) WHERE read_at IS NOT NULL;
  PRAGMA user_version = 8;
`;

/** SQL that turns it back into version 7: stories were not known. */
export const BACK_TO_7 = `
  ${BACK_TO_8}
  DROP TABLE story;
  DROP TABLE story_keys;
  ALTER TABLE list DROP COLUMN folded;
  PRAGMA user_version = 7;
`;
