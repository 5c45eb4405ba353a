import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');
const tool = (path: string, ...args: string[]) => run(process.execPath, [join(project, 'node_modules', path), ...args]);

/** What electron-builder expects of Electron's distribution for Linux, without a byte of it. */
const distribution = [
  'LICENSE',
  'LICENSES.chromium.html',
  'resources.pak',
  'icudtl.dat',
  'libffmpeg.so',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'locales/de.pak',
  'locales/en-US.pak',
  'locales/fr.pak',
];
/** By which @electron/fuses finds its place in the binary; then version, number of fuses, and each of them. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101010001';
/** What must not be packed: test results, maps and packages. */
const unwanted = [
  'out/test-results/trace.zip',
  'out/main/electron.js.map',
  'node_modules/left/index.js',
  'main/reader/reader.ts',
];
const wanted = [
  'out/main/electron.js',
  'out/main/library-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

let folder: string;
let unpacked: string;

async function put(path: string, content = ''): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

// Packed once for all tests; it takes some seconds.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-pack-'));
  for (const file of [...wanted, ...unwanted, 'seeds/one.txt']) await put(file, 'invented');
  for (const file of distribution) await put(`electron/${file}`);
  await put('electron/version', '45.4.1');
  await put('electron/electron', `#!/bin/sh\nexit 0\n${fuseWire}`);
  await chmod(join(folder, 'electron/electron'), 0o755);
  await mkdir(join(folder, 'electron/resources'));
  for (const name of ['package.json', 'electron-builder.yml', 'build']) {
    await cp(join(project, name), join(folder, name), { recursive: true });
  }
  const electron = [`-c.electronDist=${join(folder, 'electron')}`, '-c.electronVersion=45.4.1'];
  await tool('electron-builder/cli.js', '--projectDir', folder, '--linux', 'dir', '--publish', 'never', ...electron);
  const built = (await readdir(join(folder, 'dist'))).find((name) => name.endsWith('unpacked'));
  unpacked = join(folder, 'dist', built ?? 'nothing-unpacked');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the archive holds what is built and nothing else', async () => {
  const { stdout } = await tool('@electron/asar/bin/asar.js', 'list', join(unpacked, 'resources/app.asar'));
  const files = stdout.split('\n').filter((path) => /\.\w+$/.test(path));
  expect(files.sort()).toEqual([...wanted, 'package.json'].map((path) => `/${path}`).sort());
});

test('samples and icons lie beside it, and only our languages', async () => {
  expect(await readdir(join(unpacked, 'resources'))).toEqual(expect.arrayContaining(['app.asar', 'seeds', 'icons']));
  expect(await readdir(join(unpacked, 'resources/icons'))).toContain('32x32.png');
  expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['de.pak', 'en-US.pak']);
});

test('the fuses are set', async () => {
  const { stdout } = await tool('@electron/fuses/dist/bin.js', 'read', '--app', join(unpacked, 'depesche'));
  const fuses = Object.fromEntries([...stdout.matchAll(/(\w+) is (\w+)/g)].map(([, name, state]) => [name, state]));
  expect(fuses).toMatchObject({
    RunAsNode: 'Disabled',
    EnableNodeOptionsEnvironmentVariable: 'Disabled',
    EnableNodeCliInspectArguments: 'Disabled',
    EnableCookieEncryption: 'Enabled',
    EnableEmbeddedAsarIntegrityValidation: 'Enabled',
    OnlyLoadAppFromAsar: 'Enabled',
    GrantFileProtocolExtraPrivileges: 'Disabled',
  });
});
