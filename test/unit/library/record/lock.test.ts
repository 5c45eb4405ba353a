import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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

test('a process that is killed leaves the library free', async () => {
  const path = join(temporaryFolder(), 'lock.sqlite');
  const module = new URL('../../../../main/library/record/lock.ts', import.meta.url).href;
  const script = `import { lockLibrary } from '${module}';
    globalThis.lock = lockLibrary(${JSON.stringify(path)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other.stdout, 'data');
  expect(lockLibrary(path)).toBeUndefined();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = lockLibrary(path);
  expect(lock).toBeDefined();
  lock?.release();
});
