import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as database from '../../../main/library/index/database.ts';
import { wasChecked } from '../../../main/library/index/index-check.ts';
import { Library } from '../../../main/library/library.ts';
import { LibraryClient } from '../../../main/library/worker/library-client.ts';
import { temporaryFolder } from '../temporary.ts';
import { copied, plain } from './broken.ts';
import { add, openWriter } from './sample.ts';

vi.mock('../../../main/library/index/database.ts', { spy: true });

const LISTENER = { changed() {}, arrived() {}, rebuilding() {}, notices() {}, over() {}, failed() {} };

test('a library that cannot be opened for reading (too many open files) leaves no thread behind', async () => {
  const folder = temporaryFolder();
  onTestFinished(() => void vi.restoreAllMocks());
  const close = vi.spyOn(LibraryClient.prototype, 'close');
  vi.mocked(database.openForSearching).mockImplementationOnce(() => {
    throw new Error('unable to open database file');
  });
  await expect(Library.open(folder, LISTENER)).rejects.toThrow('unable to open');
  expect(close).toHaveBeenCalledOnce();
  await expect(close.mock.results[0]?.value).resolves.toBeUndefined();
  // And it can be opened again.
  const library = await Library.open(folder, LISTENER);
  await library.close();
});

test('after a process was killed, the index is checked in the background', async () => {
  const writer = openWriter(temporaryFolder());
  add(writer, plain('a'));
  const folder = copied(writer.folder);
  const index = join(folder, 'index.sqlite');
  expect(wasChecked(index, Date.now())).toBe(true);
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const rebuilding = vi.fn();
  const library = await Library.open(folder, { ...LISTENER, rebuilding });
  await vi.waitFor(() => expect(rebuilding).toHaveBeenCalledWith(undefined));
  expect(wasChecked(index, Date.now())).toBe(false);
  vi.advanceTimersByTime(30_000);
  await vi.waitFor(() => expect(wasChecked(index, Date.now())).toBe(true));
  await library.close();
  // A clean end leaves nothing to check.
  const again = openWriter(folder);
  expect(wasChecked(index, Date.now())).toBe(true);
  again.close();
  writer.close();
});
