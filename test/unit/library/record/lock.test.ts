import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
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

/** Another process, perhaps of another user, that tries to lock a library and keeps it; resolves with what came of it. */
async function otherProcess(path: string, uid?: number) {
  const module = new URL('../../../../main/library/record/lock.ts', import.meta.url).href;
  const script = `import { lockLibrary } from '${module}';
    try {
      globalThis.lock = lockLibrary(${JSON.stringify(path)});
      process.stdout.write(globalThis.lock ? 'held' : 'in use');
    } catch (error) {
      process.stdout.write(error.userMessage.code);
    }
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void other.kill('SIGKILL'));
  const [said] = await once(other.stdout, 'data');
  return { other, said: String(said) };
}

const NOBODY = 65_534;
const noOtherUser = process.getuid?.() !== 0 || process.platform !== 'linux';

test('a library that another user has open is locked, and nobody opens one that is not theirs', async ({ skip }) => {
  skip(noOtherUser, 'needs root on Linux, to become another user');
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const theirs = join(folder, 'theirs');
  mkdirSync(theirs);
  chownSync(theirs, NOBODY, NOBODY);
  expect((await otherProcess(join(theirs, 'lock.sqlite'), NOBODY)).said).toBe('held');
  expect(lockLibrary(join(theirs, 'lock.sqlite'))).toBeUndefined();
  const mine = lockLibrary(join(folder, 'lock.sqlite'));
  expect((await otherProcess(join(folder, 'lock.sqlite'), NOBODY)).said).toBe('in use');
  mine?.release();
  expect((await otherProcess(join(folder, 'lock.sqlite'), NOBODY)).said).toBe('library.no-lock');
});

test('a process that is killed leaves the library free', async () => {
  const path = join(temporaryFolder(), 'lock.sqlite');
  const { other, said } = await otherProcess(path);
  expect(said).toBe('held');
  expect(lockLibrary(path)).toBeUndefined();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = lockLibrary(path);
  expect(lock).toBeDefined();
  lock?.release();
});
