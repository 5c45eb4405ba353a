import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeBackup } from '../../../main/backup/make-backup.ts';
import { mergeBackup } from '../../../main/backup/restore.ts';
import { Library } from '../../../main/library/library.ts';
import type { LibraryWriter } from '../../../main/library/worker/writer.ts';
import type { StatusChange } from '../../../preload/contract/contract.ts';
import { ids, plain, rows } from '../library/broken.ts';
import { add, NOTE, openWriter, statusOf } from '../library/sample.ts';
import { temporaryFolder } from '../temporary.ts';

vi.setConfig({ testTimeout: 60_000 });

const LISTENER = { changed() {}, arrived() {}, rebuilding() {}, notices() {}, over() {}, failed() {} };

const mark = (writer: LibraryWriter, id: string, minute: number, change: StatusChange) =>
  writer.marker.mark([id], change, new Date(Date.UTC(2025, 10, 12, 12, minute)).toISOString());

const shownIn = (folder: string) => {
  const writer = openWriter(folder);
  const found = {
    ids: ids(writer),
    bookmarks: ids(writer, { list: 'bookmarks' }),
    unread: ids(writer, { list: 'unread' }),
    statuses: ['a', 'b', 'c'].map((id) => statusOf(writer, id)),
    rows: rows(writer).map(({ id, version, headline }) => ({ id, version, headline })),
  };
  writer.close();
  return found;
};

async function merge(into: string, path: string) {
  const library = await Library.open(into, LISTENER);
  try {
    return await mergeBackup(library, into, path);
  } finally {
    await library.close();
  }
}

test('two desks that merge the backups of each other have the same, the later change winning, and once is as good as twice', async () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  const [backupOfOne, backupOfOther] = ['one.zip', 'other.zip'].map((name) => join(temporaryFolder(), name));
  const first = openWriter(one);
  add(first, plain('a'), plain('b', '11'));
  mark(first, 'a', 1, { bookmark: true, 'tag:Hafen': true });
  mark(first, 'b', 5, { [NOTE]: 'the later note' });
  const second = openWriter(other);
  add(second, plain('b', '11'), plain('c', '12'));
  mark(second, 'b', 2, { [NOTE]: 'the earlier note', 'tag:Budget': true });
  mark(second, 'c', 3, { read: true });
  // The first is in use and has folded nothing, the second was closed.
  await makeBackup(one, backupOfOne ?? '', new Date());
  first.close();
  second.close();
  await makeBackup(other, backupOfOther ?? '', new Date());

  expect(await merge(one, backupOfOther ?? '')).toEqual({ dispatches: 1 });
  expect(await merge(other, backupOfOne ?? '')).toEqual({ dispatches: 1 });
  const merged = shownIn(one);
  expect(merged).toMatchObject({ ids: ['a', 'b', 'c'], bookmarks: ['a'], unread: ['a', 'b'] });
  expect(merged.statuses[1]).toMatchObject({ tags: ['Budget'], notes: [{ text: 'the later note' }] });
  expect(shownIn(other)).toEqual(merged);

  expect(await merge(one, backupOfOne ?? '')).toEqual({ dispatches: 0 });
  expect(await merge(one, backupOfOther ?? '')).toEqual({ dispatches: 0 });
  expect(shownIn(one)).toEqual(merged);
});
