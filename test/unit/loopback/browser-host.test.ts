import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const entry = join(import.meta.dirname, '../../../main/browser.ts');
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-host-'));
  await mkdir(join(folder, 'wires'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** The host from source, without a window, on the test's folders. */
function start(...flags: string[]) {
  const folders = ['--wires', join(folder, 'wires'), '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [
    ...process.execArgv,
    '--no-warnings',
    entry,
    ...folders,
    '--no-open',
    ...flags,
  ]);
  children.push(child);
  const exit = once(child, 'exit').then(([code]) => Number(code));
  return { child, exit, errors: text(child.stderr) };
}

async function listening(child: ReturnType<typeof start>['child']): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /^listening (\S+)\n/m.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The host said only: ${said}`);
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the host cleanly, and the library is free again', async (signal) => {
  for (const _time of ['first', 'second']) {
    const { child, exit } = start();
    expect(await listening(child)).toBe(pathToFileURL(join(folder, 'data/browser/open.html')).href);
    child.kill(signal);
    child.kill(signal);
    expect(await exit).toBe(0);
  }
});

test('a library in use is said in one line, with exit code 3', async () => {
  const first = start();
  await listening(first.child);
  const second = start();
  expect(await second.exit).toBe(3);
  expect((await second.errors).trim()).toMatch(/^depesche: .+$/);
});

test.each([['--port', '70000'], ['--bogus']])('a wrong flag is one line and exit code 1: %s', async (...flags) => {
  const { exit, errors } = start(...flags);
  expect(await exit).toBe(1);
  expect((await errors).trim()).toMatch(/^depesche: .+$/);
});
