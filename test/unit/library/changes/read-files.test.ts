import { expect, test } from 'vitest';
import { type ReadFile, readBefore } from '../../../../main/library/changes/read-files.ts';
import { temporaryFolder } from '../../temporary.ts';
import { dispatch, fileOf, openWriter } from '../sample.ts';

test('an unchanged file whose ctime changes is read once more and not forever', () => {
  const writer = openWriter(temporaryFolder());
  const isRead = (one: ReadFile) => readBefore(writer.store.db)([one])[0];
  const file = fileOf('radweg-1.txt', dispatch());
  const read = (change: Partial<typeof file> = {}) => {
    writer.add([{ ...file, ...change }]);
    writer.commit();
  };
  read();
  expect(isRead({ ...file, ctime: file.ctime + 5 })).toBe(false);
  read({ ctime: file.ctime + 5 });
  expect(isRead({ ...file, ctime: file.ctime + 10 })).toBe(true);
  writer.close();
});

test('a file that was replaced by one of its size and time is read whenever that happens', () => {
  const writer = openWriter(temporaryFolder());
  const isRead = (one: ReadFile) => readBefore(writer.store.db)([one])[0];
  const file = fileOf('radweg-1.txt', dispatch());
  for (const [i, sha256] of ['a', 'b', 'c'].entries()) {
    writer.add([{ ...file, ctime: file.ctime + i, sha256 }]);
    writer.commit();
    expect(isRead({ ...file, ctime: file.ctime + i })).toBe(true);
    expect(isRead({ ...file, ctime: file.ctime + i + 1 })).toBe(false);
  }
  writer.close();
});
