import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockLibrary } from '../../../../main/library/record/lock.ts';
import { temporaryFolder } from '../../temporary.ts';

test('a library is locked for one at a time', () => {
  const path = join(temporaryFolder(), 'lock.sqlite');
  const first = lockLibrary(path);
  expect(lockLibrary(path)).toBeUndefined();
  first?.release();
  const second = lockLibrary(path);
  expect(second).toBeDefined();
  second?.release();
});

test('a damaged lock file is made anew, and what cannot be one is named', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'lock.sqlite');
  writeFileSync(path, 'no database, '.repeat(400));
  const lock = lockLibrary(path);
  expect(lock).toBeDefined();
  expect(lockLibrary(path)).toBeUndefined();
  lock?.release();
  mkdirSync(join(folder, 'folder'));
  expect(() => lockLibrary(join(folder, 'folder'))).toThrow(join(folder, 'folder'));
});
