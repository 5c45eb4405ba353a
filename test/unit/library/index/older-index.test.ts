import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { mergeStatus } from '../../../../main/library/changes/marks.ts';
import { readBefore } from '../../../../main/library/changes/read-files.ts';
import { LibraryFiles } from '../../../../main/library/record/day-files.ts';
import { stampOf } from '../../../../main/library/record/stamp.ts';
import { changed, UNTOUCHED, viewOf } from '../../../../main/library/record/status.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, fileOf, NOTE, openWriter, statusOf } from '../sample.ts';

/** SQL that turns the statuses back into a tree of ids, as they were up to version 7. */
const STATUSES_BY_ID = `
  CREATE TABLE status_by_id (id TEXT PRIMARY KEY, day TEXT NOT NULL, json TEXT NOT NULL, read_at INTEGER) WITHOUT ROWID;
  INSERT INTO status_by_id SELECT d.id, s.day, s.json, s.read_at FROM status s JOIN dispatch d USING (n)
    UNION ALL SELECT * FROM status_apart;
  DROP TABLE status;
  DROP TABLE status_apart;
  ALTER TABLE status_by_id RENAME TO status;
  CREATE INDEX status_day ON status (day);
  CREATE INDEX status_read_at ON status (read_at) WHERE read_at IS NOT NULL;
`;

/** SQL that takes away what version 8 has of stories. */
const WITHOUT_STORIES = `
  DROP TABLE story;
  DROP TABLE story_keys;
  ALTER TABLE list DROP COLUMN folded;
`;

/** SQL that turns the index back into version 3; its statuses are not in their files yet. */
const STEP_BACK = `
  ${STATUSES_BY_ID}
  ALTER TABLE file DROP COLUMN ctime;
  DROP TABLE unfolded;
  DROP TABLE unsent;
  DROP TABLE unsent_dispatch;
  ALTER TABLE status ADD COLUMN dirty INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX status_dirty ON status (day) WHERE dirty = 1;
  UPDATE status SET json = '{"read":false,"bookmarked":false,"tags":[],"note":"Nachfragen","noteAt":"2026-11-20T10:00:00.000Z"}';
  DELETE FROM entry WHERE k = (SELECT k FROM list WHERE kind = 'noted');
  DELETE FROM list WHERE kind = 'noted';
  DROP INDEX dispatch_embargo;
  DROP INDEX dispatch_version;
  ${WITHOUT_STORIES}
  PRAGMA user_version = 3;
`;

test('what a library of the version before has read is not read again, and its lists and marks stay', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'index.sqlite');
  const first = openWriter(folder);
  add(first, dispatch());
  const { id } = dispatch();
  first.marker.mark([id], { [NOTE]: 'Nachfragen' }, '2026-11-20T10:00:00.000Z');
  first.close();
  const statuses = () => new LibraryFiles(folder, () => {}).statuses('2025-11-10');
  const lost = statuses();
  lost.data = {};
  lost.write();
  const old = new DatabaseSync(path);
  old.exec(STEP_BACK);
  old.close();
  const writer = openWriter(folder);
  expect(writer.needsRebuild).toBe(false);
  const isRead = readBefore(writer.store.db);
  const file = fileOf('radweg-1.txt', dispatch());
  expect(isRead(file)).toBe(true);
  expect(isRead({ ...file, ctime: file.ctime + 5 })).toBe(true);
  writer.add([file]);
  writer.commit();
  expect(isRead(file)).toBe(true);
  expect(isRead({ ...file, ctime: file.ctime + 5 })).toBe(false);
  writer.close();
  expect(viewOf(statuses().data[id] ?? {}).notes).toMatchObject([{ text: 'Nachfragen' }]);
});

test.each([
  ['the index', 'PRAGMA journal_mode', 4_874],
  ['its step to this version', 'BEGIN', 13],
])('an index is not given up where there is no room to open %s', (_what, statement, errcode) => {
  const folder = temporaryFolder();
  const path = join(folder, 'index.sqlite');
  const first = openWriter(folder);
  add(first, dispatch());
  first.close();
  const old = new DatabaseSync(path);
  old.exec(STEP_BACK);
  old.close();
  const { exec } = DatabaseSync.prototype;
  const full = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    if (sql.includes(statement)) throw Object.assign(new Error('disk I/O error'), { errcode });
    exec.call(this, sql);
  });
  expect(() => openWriter(folder)).toThrow('disk I/O error');
  full.mockRestore();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(readBefore(writer.store.db)(fileOf('radweg-1.txt', dispatch()))).toBe(true);
  writer.close();
});

const HARBOUR = 'Der Hafen hat im Oktober mehr umgeschlagen als je zuvor.';

test('statuses come to lie with their dispatches, and those without one stay', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(
    first,
    dispatch(),
    dispatch({ version: 2, body: ['Eine neue Fassung'] }),
    dispatch({ id: 'hafen', headline: 'Hafen wächst', body: [HARBOUR] }),
  );
  first.marker.mark(['radweg', 'hafen'], { read: true, [NOTE]: 'Nachfragen' }, '2026-11-20T10:00:00.000Z');
  mergeStatus(
    first.store,
    'fort',
    '2026-11-01',
    changed(UNTOUCHED, { bookmark: true }, stampOf('2026-11-01T10:00:00.000Z', 0, 'abcde'), 1),
  );
  first.commit();
  const ids = ['radweg', 'hafen', 'fort', 'never seen'];
  const before = ids.map((id) => first.store.status(id));
  expect(before.map((status) => Object.keys(status).length)).toEqual([2, 2, 1, 0]);
  first.store.db.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(`${STATUSES_BY_ID} ${WITHOUT_STORIES} PRAGMA user_version = 7;`);
  old.close();
  const writer = openWriter(folder);
  expect(writer.needsRebuild).toBe(false);
  expect(ids.map((id) => writer.store.status(id))).toEqual(before);
  // It arrives after all, and has its bookmark.
  add(
    writer,
    dispatch({ id: 'fort', headline: 'Wieder da', body: ['Ein anderer Text, lang genug, um etwas zu sagen.'] }),
  );
  expect(statusOf(writer, 'fort').bookmarked).toBe(true);
  writer.close();
});
