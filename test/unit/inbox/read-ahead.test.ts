import { type NoParamCallback, type PathLike, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ReadAhead } from '../../../main/inbox/read-ahead.ts';
import { temporaryFolder } from '../temporary.ts';

const opened: string[] = [];
const closed: number[] = [];
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    open: (path: PathLike, done: (error: NodeJS.ErrnoException | null, file: number) => void) => {
      opened.push(String(path));
      fs.open(path, done);
    },
    close: (file: number, done: NoParamCallback) => {
      closed.push(file);
      fs.close(file, done);
    },
  };
});
const usage = process.resourceUsage();
const disk = vi.spyOn(process, 'resourceUsage');
afterEach(() => {
  opened.length = 0;
  closed.length = 0;
});

test('files are read ahead while the disk has to be asked, and only then', async () => {
  const root = temporaryFolder();
  const paths = Array.from({ length: 40 }, (_, i) => `${i}.txt`);
  for (const path of paths) writeFileSync(join(root, path), 'Radweg');
  const ahead = new ReadAhead(root);
  disk.mockReturnValue({ ...usage, fsRead: 1_000 });
  ahead.wanted(paths);
  // A thread is left for whoever has something to sync.
  expect(opened).toHaveLength(3);
  await vi.waitFor(() => expect(closed).toHaveLength(40), 5_000);
  expect(opened).toEqual(paths.map((path) => join(root, path)));
  opened.length = 0;
  disk.mockReturnValue({ ...usage, fsRead: 1_040 });
  ahead.wanted(paths);
  expect(opened).toEqual([]);
  disk.mockReturnValue({ ...usage, fsRead: 1_400 });
  ahead.wanted(paths);
  await vi.waitFor(() => expect(closed).toHaveLength(80), 5_000);
  expect(opened).toHaveLength(40);
});

test('what was not read ahead in time is left for what is wanted next', async () => {
  const root = temporaryFolder();
  for (const path of ['a', 'b', 'c', 'd', 'e', 'f']) writeFileSync(join(root, path), 'Radweg');
  const ahead = new ReadAhead(root);
  disk.mockReturnValue({ ...usage, fsRead: 1_000 });
  ahead.wanted(['a', 'b', 'c', 'd', 'e']);
  disk.mockReturnValue({ ...usage, fsRead: 2_000 });
  ahead.wanted(['f']);
  await vi.waitFor(() => expect(closed).toHaveLength(4), 5_000);
  expect(opened.map((path) => basename(path))).toEqual(['a', 'b', 'c', 'f']);
});

test('what is opened is closed again, and what is gone hurts nobody', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'da.txt'), 'Radweg');
  disk.mockReturnValue({ ...usage, fsRead: 1_000_000 });
  new ReadAhead(root).wanted(['da.txt', 'weg.txt', 'da.txt']);
  expect(opened).toHaveLength(3);
  await vi.waitFor(() => expect(closed).toHaveLength(2), 5_000);
});
