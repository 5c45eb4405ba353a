import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../main/make-folder.ts';
import { temporaryFolder } from './temporary.ts';

test('a folder is created with its parents, all with the given mode, and again without effect', () => {
  const folder = temporaryFolder();
  makeFolder(join(folder, 'a', 'b', 'c'), 0o700);
  makeFolder(join(folder, 'a', 'b', 'c'), 0o700);
  for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(folder, path)).isDirectory()).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});

test.runIf(process.platform === 'linux')('a folder that cannot exist is refused at once, with its path', () => {
  expect(() => makeFolder('/proc/nothing/x')).toThrow("'/proc/nothing'");
});

test('a file in the way is named', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow(file);
  expect(() => makeFolder(join(file, 'below'))).toThrow(file);
});
