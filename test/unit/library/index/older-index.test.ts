import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { mergeStatus } from '../../../../main/library/changes/marks.ts';
import { type ReadFile, readBefore } from '../../../../main/library/changes/read-files.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { LibraryFiles } from '../../../../main/library/record/day-files.ts';
import { stampOf } from '../../../../main/library/record/stamp.ts';
import { changed, UNTOUCHED, viewOf } from '../../../../main/library/record/status.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, fileOf, NOTE, openWriter, statusOf } from '../sample.ts';
import { BACK_TO_7, BACK_TO_9 } from '../step-back.ts';

/** SQL that turns the index back into version 3; its statuses are not in their files yet. */
const STEP_BACK = `
  ${BACK_TO_7}
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
  expect(writer.notices).toEqual([]);
  const isRead = (one: ReadFile) => readBefore(writer.store.db)([one])[0];
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
  expect(readBefore(writer.store.db)([fileOf('radweg-1.txt', dispatch())])).toEqual([true]);
  writer.close();
});

const LATER = '2025-11-10T10:30:00+01:00';
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
  old.exec(BACK_TO_7);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(ids.map((id) => writer.store.status(id))).toEqual(before);
  // It arrives after all, and has its bookmark.
  add(
    writer,
    dispatch({ id: 'fort', headline: 'Wieder da', body: ['Ein anderer Text, lang genug, um etwas zu sagen.'] }),
  );
  expect(statusOf(writer, 'fort').bookmarked).toBe(true);
  writer.close();
});

test('headlines and texts of the version before are recognised', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch(), dispatch({ id: 'kurz', headline: 'Wetter', body: ['Sonne.'] }));
  first.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(BACK_TO_9);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(add(writer, dispatch({ id: 'copy' }))).toMatchObject({ new: 0, known: 1 });
  const refersTo = [{ relation: 'kills', headline: 'Wetter' } as const];
  add(writer, dispatch({ id: 'kill', headline: 'Rückzug', body: ['Falsch.'], refersTo, publishedAt: LATER }));
  const killed = listWindow(
    writer.store,
    { query: { list: 'corrections', order: 'newest' }, offset: 0, limit: 9 },
    0,
    new Date(LATER),
  );
  expect(killed.rows.map(({ id }) => id)).toContain('kurz');
  writer.close();
});
