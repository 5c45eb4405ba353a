import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openingPage } from '../../enter.ts';
import { temporaryFolder } from '../temporary.ts';

const entry = join(import.meta.dirname, '../../../main/browser.ts');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** The host with a window, whose browser only writes down its arguments and stays. */
async function hostWithWindow() {
  const folder = temporaryFolder();
  // Others may get this far: the files in the data folder must protect themselves.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'wires'));
  const browser = join(folder, 'chromium');
  writeFileSync(browser, `#!/bin/sh\necho "$@" > ${folder}/arguments\nsleep 60\n`);
  chmodSync(browser, 0o755);
  const flags = ['--wires', join(folder, 'wires'), '--data', join(folder, 'data'), '--window'];
  const child = spawn(process.execPath, ['--no-warnings', entry, ...flags], {
    env: { ...process.env, CHROMIUM: browser, DISPLAY: ':0' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
  onTestFinished(() => end(child));
  await vi.waitFor(() => expect(said).toMatch(/^listening \S+\n/m), 15_000);
  const url = /^listening (\S+)$/m.exec(said)?.[1] ?? '';
  const given = await vi.waitFor(() => {
    const written = readFileSync(join(folder, 'arguments'), 'utf8');
    expect(written).toContain('--app=');
    return written;
  }, 15_000);
  const { key } = JSON.parse(readFileSync(join(folder, 'data/browser/session.json'), 'utf8'));
  return { folder, url, key: String(key), given, said: () => said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

test.skipIf(process.platform === 'win32')(
  'neither key nor code is in an argument, in what is printed or in a log',
  async () => {
    const { url, key, given, said } = await hostWithWindow();
    const { code } = openingPage(url);
    expect(given).toContain(`--app=${url}`);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    expect(processes.includes(`--app=${url}`)).toBe(true);
    for (const secret of [key, code])
      for (const text of [given, said(), processes]) expect(text.includes(secret)).toBe(false);
  },
);

test('another user of the machine reads neither the page nor the key nor the library', async ({ skip }) => {
  if (!isRoot || process.platform !== 'linux') skip('needs root on Linux, to become another user');
  const { folder, url, key } = await hostWithWindow();
  const { address, code } = openingPage(url);
  const script = `
    const { readFileSync, readdirSync } = require('node:fs');
    const attempt = (read) => { try { return String(read()); } catch (error) { return error.code; } };
    const found = {
      page: attempt(() => readFileSync(${JSON.stringify(fileURLToPath(url))})),
      session: attempt(() => readFileSync(${JSON.stringify(join(folder, 'data/browser/session.json'))})),
      library: attempt(() => readdirSync(${JSON.stringify(join(folder, 'data'))})),
      processes: readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).map((pid) =>
        ['cmdline', 'environ'].map((file) => attempt(() => readFileSync('/proc/' + pid + '/' + file))).join(' '))
        .filter((process) => process.includes(${JSON.stringify(folder)}) && process.includes('--app=')).join(),
    };
    (async () => {
      found.entered = (await fetch('http://${address}/enter', { method: 'POST', redirect: 'manual', body: 'code=guess' })).status;
      found.hello = await (await fetch('http://${address}/hello?nonce=0123456789abcdef')).text();
      found.connected = await new Promise((resolve) => {
        const socket = new WebSocket('ws://${address}/reader', ['depesche', '0'.repeat(64)]);
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      console.log(JSON.stringify(found));
    })();`;
  const child = spawn(process.execPath, ['-e', script], { uid: NOBODY, gid: NOBODY, cwd: '/' });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += String(chunk);
  });
  await once(child, 'close');
  const found = JSON.parse(printed);
  expect(found).toMatchObject({ page: 'EACCES', session: 'EACCES', library: 'EACCES', entered: 303, connected: false });
  expect(found.processes).toContain(`--app=${url}`);
  for (const secret of [key, code]) expect(printed).not.toContain(secret);
});
