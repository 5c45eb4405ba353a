import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { commandLineOf } from '../../main/cli/commands.ts';
import about from '../../package.json' with { type: 'json' };
import { desktopHarness } from './harness.ts';

const desktop = desktopHarness();
const seed = join(import.meta.dirname, '../../seeds/dts_20261118_0715_hafen.txt');

/** Runs a command in the app as if there were a display; its output and exit code. */
async function run(...args: string[]) {
  vi.stubEnv('DISPLAY', ':invented');
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    out += text;
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  onTestFinished(() => {
    spy.mockRestore();
    vi.unstubAllEnvs();
  });
  await desktop.launch(...args);
  await vi.waitFor(() => expect(desktop.electron.app.exited).toBeDefined());
  return { out, code: desktop.electron.app.exited };
}

test('a command runs without window, library, single instance and profile', async () => {
  const { out, code } = await run('parse', seed);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: { path: seed } });
  expect(desktop.electron.BrowserWindow.all).toEqual([]);
  expect(desktop.opened).toBeUndefined();
  expect(desktop.electron.app.lock.data).toBeUndefined();
  expect(existsSync(desktop.electron.app.getPath('userData'))).toBe(false);
  expect(readdirSync(desktop.folder)).toEqual([]);
});

test('its exit code is that of the app, and --version is answered', async () => {
  expect(await run('--version')).toEqual({ out: `depesche ${about.version}\n`, code: 0 });
});

test('a wrong command line ends with 2', async () => {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  spy.mockImplementation((_text, ...rest) => {
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  expect(await run('search')).toMatchObject({ code: 2 });
});

test('what is a command line, and what opens a window', () => {
  const installed = (...args: string[]) => commandLineOf(['/opt/Depesche/depesche', ...args], true);
  expect(installed('parse', 'a.txt')).toEqual(['parse', 'a.txt']);
  expect(installed('--no-sandbox', 'serve', '--no-open')).toEqual(['serve', '--no-open']);
  expect(installed('--help')).toEqual(['--help']);
  for (const args of [[], ['a.txt'], ['./parse'], ['depesche://search?q=x'], ['--wires', 'parse'], ['--no-sandbox']])
    expect(installed(...args)).toBeUndefined();
  const started = (...args: string[]) => commandLineOf(['/electron', ...args], false);
  expect(started('--no-sandbox', '/project', 'parse', 'a.txt')).toEqual(['parse', 'a.txt']);
  expect(started('/project')).toBeUndefined();
  expect(started('parse')).toBeUndefined();
});
