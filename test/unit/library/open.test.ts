import { expect, onTestFinished, test, vi } from 'vitest';
import * as database from '../../../main/library/index/database.ts';
import { Library } from '../../../main/library/library.ts';
import { LibraryClient } from '../../../main/library/worker/library-client.ts';
import { temporaryFolder } from '../temporary.ts';

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
