import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, findHeadlessShell, hasDisplay } from '../../../scripts/browser.mjs';
import { chooseHost } from '../../../scripts/choose-host.mjs';
import { electronBinary } from '../../../scripts/electron-binary.mjs';
import { stale } from '../../../scripts/stale.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, seconds = 1_000, mode = 0o644) {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '');
  await chmod(file, mode);
  await utimes(file, seconds, seconds);
  return file;
}

describe('which host', () => {
  const found = { wanted: true, display: true, missing: 'there is no binary', browser: '/usr/bin/chromium' };

  test('Electron where it is, else a window of the browser, else the address', () => {
    expect(chooseHost({ ...found, electron: '/e/electron' }).kind).toBe('electron');
    expect(chooseHost(found)).toMatchObject({ kind: 'window', why: expect.stringContaining('there is no binary') });
    expect(chooseHost({ ...found, browser: undefined }).kind).toBe('address');
  });

  test('no window without a display or against the wish', () => {
    expect(chooseHost({ ...found, electron: '/e/electron', display: false }).kind).toBe('address');
    expect(chooseHost({ ...found, electron: '/e/electron', wanted: false }).kind).toBe('address');
  });

  test('the reason is one line', () => {
    for (const display of [true, false]) expect(chooseHost({ ...found, display }).why).not.toContain('\n');
  });
});

describe('a display', () => {
  test('is asked for on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('a browser', () => {
  test('is the one that is named, even when it is not there', () => {
    expect(findBrowser({ CHROMIUM: '/nowhere/chromium' }, 'linux')).toBe('/nowhere/chromium');
  });

  test('is found on the PATH, and only when it can be run', async () => {
    await put('a/chromium');
    const chromium = await put('b/chromium', 1_000, 0o755);
    expect(findBrowser({ PATH: `${folder}/a:${folder}/b` }, 'linux')).toBe(chromium);
  });

  test('is the newest of those that Playwright fetched when none is installed', async () => {
    await put('chromium-900/chrome-linux64/chrome', 1_000, 0o755);
    const newest = await put('chromium-1300/chrome-linux64/chrome', 1_000, 0o755);
    await put('chromium_headless_shell-1400/chrome-linux64/chrome', 1_000, 0o755);
    expect(findBrowser({ PLAYWRIGHT_BROWSERS_PATH: folder }, 'win32')).toBe(newest);
  });

  test('without a window is the one of the system, else the newest that Playwright fetched', async () => {
    const env = { PATH: join(folder, 'a'), PLAYWRIGHT_BROWSERS_PATH: folder };
    await put('chromium-1500/chrome-linux64/chrome', 1_000, 0o755);
    const path = 'chrome-headless-shell-linux64/chrome-headless-shell';
    await put(`chromium_headless_shell-900/${path}`, 1_000, 0o755);
    const newest = await put(`chromium_headless_shell-1300/${path}`, 1_000, 0o755);
    expect(findHeadlessShell(env, 'darwin')).toBe(newest);
    const ofSystem = await put('a/chromium-headless-shell', 1_000, 0o755);
    expect(findHeadlessShell(env, 'linux')).toBe(ofSystem);
  });
});

describe.skipIf(process.platform === 'win32')("Electron's binary", () => {
  test('is looked for where the package puts it', async () => {
    expect(electronBinary({}, 'linux', folder)).toBeUndefined();
    const binary = await put('dist/electron', 1_000, 0o755);
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(electronBinary({}, 'linux', folder)).toBe(binary);
    await writeFile(join(folder, 'path.txt'), 'Electron.app/Contents/MacOS/Electron');
    expect(electronBinary({}, 'darwin', folder)).toBeUndefined();
  });

  test('is not there while it is being unpacked', async () => {
    await put('dist/electron', 1_000, 0o755);
    expect(electronBinary({}, 'linux', folder)).toBeUndefined();
  });

  test('is looked for where ELECTRON_OVERRIDE_DIST_PATH points', async () => {
    const binary = await put('own/electron', 1_000, 0o755);
    expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') }, 'linux', folder)).toBe(binary);
    expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, 'linux', folder)).toBeUndefined();
  });
});

describe('what is built', () => {
  const folders = ['main', 'main/wire', 'preload', 'renderer'];
  const outputs = ['main/electron.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html'];

  beforeEach(async () => {
    for (const file of ['main/wire/read.ts', 'preload/index.ts', 'renderer/main.tsx']) await put(file);
    for (const file of ['package.json', 'package-lock.json', 'vite.config.ts']) await put(file);
    for (const path of folders) await utimes(join(folder, path), 1_000, 1_000);
    for (const file of outputs) await put(`out/${file}`, 2_000);
  });

  test('is fresh when nothing has changed since', () => {
    expect(stale(folder)).toBe(false);
  });

  test.each(['main/wire/read.ts', 'package-lock.json', 'renderer/main.tsx'])(
    'is stale when %s is newer',
    async (file) => {
      await put(file, 3_000);
      expect(stale(folder)).toBe(true);
    },
  );

  test('is stale when a source was deleted or an output is missing', async () => {
    await rm(join(folder, 'main/wire/read.ts'));
    expect(stale(folder)).toBe(true);
    await utimes(join(folder, 'main/wire'), 1_000, 1_000);
    expect(stale(folder)).toBe(false);
    await rm(join(folder, 'out/preload/index.cjs'));
    expect(stale(folder)).toBe(true);
  });
});
