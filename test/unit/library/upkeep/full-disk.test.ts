import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sidebarOf } from '../../../../main/library/queries/sidebar.ts';
import { JsonFile } from '../../../../main/library/record/json-file.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { copied, drain, ids, inFiles, kill, loseIndex, plain, spread, wrongTotals } from '../broken.ts';
import { at, now } from '../queries/listed.ts';
import { add, dispatch, fileOf, openWriter } from '../sample.ts';

/** Lets every commit fail until it is restored. */
function fullDisk(writer: LibraryWriter) {
  const { db } = writer.store;
  const exec = db.exec.bind(db);
  return vi.spyOn(db, 'exec').mockImplementation((sql) => {
    if (sql === 'COMMIT') throw new Error('disk is full');
    exec(sql);
  });
}

test('a dispatch that cannot be taken in becomes a problem and keeps no other out', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  writer.add([fileOf('a.txt', plain('a'))]);
  const bad = fileOf('bad.txt', plain('bad'));
  const broken = { ...bad, dispatches: bad.dispatches.map((one) => ({ ...one, whole: undefined as never })) };
  writer.add([fileOf('b.txt', plain('b')), broken, fileOf('c.txt', plain('c'))]);
  writer.commit();
  expect(ids(writer)).toEqual(['a', 'b', 'c']);
  expect(writer.store.sql('SELECT path FROM problem').all()).toEqual([{ path: 'bad.txt' }]);
  kill(writer);
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again)).toEqual(['a', 'b', 'c']);
  expect(sidebarOf(again.store, [], 0, now).all.total).toBe(3);
  again.close();
});

test('an index whose disk is full goes on when there is room again, and its counts are right', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  const pages = Number(writer.store.db.prepare('PRAGMA page_count').get()?.page_count);
  writer.store.db.exec(`PRAGMA max_page_count = ${pages}`);
  const long = (id: string) => ({
    ...plain(id),
    body: [{ type: 'paragraph' as const, text: `${id} ${'Hafen und Haushalt '.repeat(4_000)}${Math.random()}` }],
  });
  expect(() => add(writer, ...Array.from({ length: 20 }, (_, i) => long(`x${i}`)))).toThrow();
  writer.store.db.exec('PRAGMA max_page_count = 1000000');
  add(writer, plain('b'));
  writer.marker.mark(['b'], { read: true }, at);
  expect(sidebarOf(writer.store, [], 0, now).all).toEqual({
    total: ids(writer).length,
    unread: ids(writer).length - 1,
  });
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again)).toEqual(expect.arrayContaining(['a', 'b']));
  again.close();
});

test('what a commit lost that failed is taken in again before anything is folded', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  writer.add([fileOf('a.txt', plain('a')), fileOf('b.txt', plain('b'))]);
  writer.sync();
  const full = fullDisk(writer);
  expect(() => writer.commit()).toThrow('disk is full');
  full.mockRestore();
  expect(ids(writer)).toEqual([]);
  const stillFull = fullDisk(writer);
  // While it cannot be added to the index, nothing is removed from the journal.
  expect(() => drain(writer.fold())).toThrow('disk is full');
  stillFull.mockRestore();
  add(writer, plain('c'));
  expect(ids(writer).sort()).toEqual(['a', 'b', 'c']);
  drain(writer.fold());
  writer.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
});

test('folding ends when the index is given up, and nothing is let go', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(8));
  const folding = writer.fold();
  folding.next();
  writer.forgetIndex();
  drain(folding);
  drain(writer.recover());
  expect(ids(writer)).toHaveLength(8);
  drain(writer.fold());
  writer.close();
  expect(inFiles(folder)).toHaveLength(8);
});

test('an index is not emptied as long as what only it has cannot be written into the files', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'));
  first.close();
  const backup = copied(join(folder, 'library'));
  const second = openWriter(folder);
  add(second, plain('b'));
  second.close();
  // An older copy of the files is restored, and writing over them fails.
  rmSync(join(folder, 'library'), { recursive: true });
  cpSync(backup, join(folder, 'library'), { recursive: true });
  const write = vi.spyOn(JsonFile.prototype, 'write').mockImplementation(() => {
    throw new Error('EROFS');
  });
  onTestFinished(() => write.mockRestore());
  const third = openWriter(folder);
  expect(ids(third)).toEqual(['a', 'b']);
  expect(third.notices).toContainEqual(expect.objectContaining({ code: 'index.not-rescued' }));
  third.close();
  write.mockRestore();
  openWriter(folder).close();
  expect(inFiles(folder)).toEqual(['a', 'b']);
});

/** Text that hardly becomes shorter when it is packed. */
const figures = (i: number): string => Array.from({ length: 400 }, (_, w) => Math.sin(400 * i + w)).join(' ');

test.each([2, 8, 15])(
  'a disk that is full while the index is brought up to date (%i pages) leaves nothing half known',
  (room) => {
    const folder = temporaryFolder();
    const first = openWriter(folder);
    for (let i = 0; i < 20; i++)
      add(first, dispatch({ id: `s${i}`, headline: `Kopf ${i}`, body: [figures(i)], categories: ['Inland'] }));
    first.sync();
    kill(first);
    loseIndex(folder);
    const second = new LibraryWriter(folder);
    const pages = Number(second.store.db.prepare('PRAGMA main.page_count').get()?.page_count);
    second.store.db.exec(`PRAGMA main.max_page_count = ${pages + room}`);
    expect(() => drain(second.recover())).toThrow(/full/);
    second.store.db.exec('PRAGMA main.max_page_count = 100000000');
    add(second, plain('neu'));
    expect(wrongTotals(second)).toEqual([]);
    second.forgetIndex();
    drain(second.recover());
    expect(wrongTotals(second)).toEqual([]);
    expect(ids(second)).toHaveLength(21);
    expect(ids(second, { list: 'category', value: 'Inland' })).toHaveLength(21);
    second.close();
  },
);
