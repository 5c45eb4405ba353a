import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { readBefore } from '../../../../main/library/changes/read-files.ts';
import { LibraryFiles } from '../../../../main/library/record/day-files.ts';
import { viewOf } from '../../../../main/library/record/status.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, fileOf, NOTE, openWriter } from '../sample.ts';

/** SQL that turns the index back into version 3; its statuses are not in their files yet. */
const STEP_BACK = `
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
  DROP TABLE story;
  DROP TABLE story_keys;
  ALTER TABLE list DROP COLUMN folded;
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
