import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { desktopHarness } from './harness.ts';

const desktop = desktopHarness();

async function wireFile(name: string) {
  const path = join(desktop.folder, name);
  await writeFile(path, `Text of ${name}`);
  return path;
}
const ended = (code: number) => vi.waitFor(() => expect(desktop.electron.app.exited).toBe(code));
const runsFor = () => Promise.withResolvers<void>();

describe('a data folder that cannot be used', () => {
  const says = async (data: string, words: RegExp) => {
    await desktop.launch(`--data=${data}`);
    await ended(1);
    expect(desktop.electron.outside.errors).toEqual([expect.stringMatching(words)]);
    expect(desktop.electron.outside.errors[0]).toContain(data);
    expect(desktop.opened).toBeUndefined();
  };

  test('is a file', async () => {
    await says(await wireFile('data'), /There is a file of that name/);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('may not be written to', async () => {
    const data = join(desktop.folder, 'data');
    await mkdir(data);
    await chmod(data, 0o500);
    await says(data, /You do not have permission/);
  });

  test('one that can be used holds nothing of the attempt', async () => {
    const data = join(desktop.folder, 'data');
    await desktop.start(`--data=${data}`);
    expect(await readdir(join(data, 'desktop'))).toEqual([]);
  });
});

describe('quitting', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s closes the library', async (signal) => {
    await desktop.start();
    process.emit(signal);
    await ended(0);
    expect(desktop.reader.closed).toBe(true);
  });

  test('while the library opens waits for it, closes it and opens no window', async () => {
    const opening = runsFor();
    desktop.opening = opening.promise;
    await desktop.launch();
    await vi.waitFor(() => expect(desktop.opened).toBeDefined());
    desktop.electron.app.quit();
    opening.resolve();
    await ended(0);
    expect(desktop.reader.closed).toBe(true);
    expect(desktop.electron.BrowserWindow.all).toEqual([]);
    expect(desktop.electron.outside.errors).toEqual([]);
  });

  test('while the page loads shows no error', async () => {
    const loading = runsFor();
    desktop.electron.loads.now = () => loading.promise;
    await desktop.start();
    desktop.electron.app.quit();
    loading.reject(new Error('ERR_FAILED (-2)'));
    await ended(0);
    expect(desktop.reader.closed).toBe(true);
    expect(desktop.electron.outside.errors).toEqual([]);
  });

  test('before Electron is ready opens nothing', async () => {
    const ready = runsFor();
    desktop.electron.app.ready = ready.promise;
    await desktop.launch();
    desktop.electron.app.quit();
    ready.resolve();
    await ended(0);
    expect(desktop.opened).toBeUndefined();
  });
});

describe('a page that crashes', () => {
  const crash = () => {
    desktop.window().webContents.mainFrame.url = '';
    desktop.window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  };
  const url = () => desktop.window().webContents.mainFrame.url;

  test('in its first load is loaded again', async () => {
    const { loads } = desktop.electron;
    const { now } = loads;
    loads.now = async () => {
      loads.now = now;
      crash();
      throw new Error('ERR_FAILED (-2)');
    };
    await desktop.start();
    await vi.waitFor(() => expect(desktop.window().state.shown).toBe(true));
    expect(desktop.electron.app.exited).toBeUndefined();
    expect(desktop.electron.outside.errors).toEqual([]);
  });

  test('again and again is not loaded before the user says so', async () => {
    await desktop.start();
    for (let n = 0; n < 3; n++) crash();
    expect(desktop.electron.outside.asked).toEqual([]);
    crash();
    expect(desktop.electron.outside.asked).toMatchObject([{ buttons: ['Reload', 'Reset View', 'Quit'] }]);
    await vi.waitFor(() => expect(url()).toBe('app://depesche/'));
    expect(desktop.electron.cleared).toEqual([]);
  });

  test('can be given back the view of a first start', async () => {
    desktop.electron.outside.pressed = 1;
    await desktop.start();
    for (let n = 0; n < 4; n++) crash();
    await vi.waitFor(() => expect(url()).toBe('app://depesche/'));
    expect(desktop.electron.cleared).toEqual(expect.arrayContaining(['storage', 'cache']));
    expect(desktop.reader.asked).toContainEqual(['settings.set', expect.objectContaining({ listsHidden: false })]);
  });

  test('can be the end', async () => {
    desktop.electron.outside.pressed = 2;
    await desktop.start();
    for (let n = 0; n < 4; n++) crash();
    await ended(0);
    expect(desktop.reader.closed).toBe(true);
  });
});

describe('what goes wrong', () => {
  const logged = () => readFile(join(desktop.folder, 'data/log/depesche.log'), 'utf8');
  const start = (...flags: string[]) => desktop.start('--data', join(desktop.folder, 'data'), ...flags);

  test('a process of Chromium that ends by itself is logged, and the window says so', async () => {
    await start();
    const gone = (type: string, reason: string) =>
      desktop.electron.app.emit('child-process-gone', {}, { type, reason, exitCode: 139 });
    gone('GPU', 'crashed');
    gone('Utility', 'oom');
    gone('Utility', 'clean-exit');
    expect(desktop.reader.told.map(({ code }) => code)).toEqual(['host.graphics-lost', 'host.child-lost']);
    expect(await logged()).toMatch(/ child-gone type=GPU reason=crashed exitCode=139\n.* child-gone type=Utility/);
  });

  test('an error that nothing caught is logged, and told once; a restart keeps the arguments', async () => {
    const before = {
      exception: process.listeners('uncaughtException'),
      rejection: process.listeners('unhandledRejection'),
    };
    await start('--wires', '/w');
    const listener = process.listeners('uncaughtException').find((one) => !before.exception.includes(one));
    const rejected = process.listeners('unhandledRejection').find((one) => !before.rejection.includes(one));
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    listener?.(new TypeError('Kanzlerin'), 'uncaughtException');
    rejected?.(new RangeError('Kanzlerin'), Promise.resolve());
    await ended(0);
    stderr.mockRestore();
    expect(desktop.electron.outside.asked).toMatchObject([{ buttons: ['Restart', 'Continue'] }]);
    expect(desktop.electron.app.restarts).toEqual([
      ['/project', '--data', join(desktop.folder, 'data'), '--wires', '/w'],
    ]);
    expect(await logged()).toMatch(/ uncaught-exception error=TypeError .*\n.* unhandled-rejection error=RangeError /);
  });
});

describe('opened with the app', () => {
  test('while it opens: kept until it is open', async () => {
    const opening = runsFor();
    desktop.opening = opening.promise;
    const [first = '', second = '', third = ''] = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map(wireFile));
    const begun = desktop.start(first);
    await vi.waitFor(() => expect(desktop.opened).toBeDefined());
    desktop.electron.app.emit('second-instance', {}, [], desktop.folder, { files: [second] });
    const asked = desktop.electron.event();
    desktop.electron.app.emit('open-file', asked, third);
    expect(asked.defaultPrevented).toBe(true);
    opening.resolve();
    await begun;
    await vi.waitFor(() => expect([...desktop.reader.opened].sort()).toEqual([first, second, third].sort()));
  });

  test('links are shown as soon as the page listens', async () => {
    const client = await desktop.start('depesche://dispatch/urn%3Aone', 'depesche://other/x');
    const shown = vi.fn();
    client.on('article.show', shown);
    client.on('search.show', shown);
    const asked = desktop.electron.event();
    desktop.electron.app.emit('open-url', asked, 'depesche://search?q=Hafen%20Mole');
    expect(asked.defaultPrevented).toBe(true);
    expect(shown).not.toHaveBeenCalled();
    await client.call('app.info', {});
    await vi.waitFor(() => expect(shown.mock.calls).toEqual([[{ id: 'urn:one' }], [{ search: 'Hafen Mole' }]]));
  });

  test('while it closes: it starts again with it', async () => {
    const closing = runsFor();
    desktop.reader.closing = closing.promise;
    const path = await wireFile('late.txt');
    await desktop.start('--wires', '/w', '/already/there.txt');
    desktop.window().close();
    desktop.electron.app.emit('second-instance', {}, [], desktop.folder, { files: [path] });
    desktop.electron.menus.click?.();
    expect(desktop.electron.app.restarts).toEqual([]);
    closing.resolve();
    await ended(0);
    expect(desktop.electron.app.restarts).toEqual([['/project', '--wires', '/w', path]]);
  });

  test('the window asks for it: it starts again with its options, not with what was opened', async () => {
    await desktop.start('--wires', '/w', '/already/there.txt');
    desktop.opened?.host.restart();
    await ended(0);
    expect(desktop.reader.closed).toBe(true);
    expect(desktop.electron.app.restarts).toEqual([['/project', '--wires', '/w']]);
  });

  test('nothing while it closes: it stays closed', async () => {
    await desktop.start();
    desktop.electron.app.quit();
    await ended(0);
    expect(desktop.electron.app.restarts).toEqual([]);
  });
});

describe('a start', () => {
  test('as root asks for no sandbox', async () => {
    desktop.electron.app.switches.add('no-sandbox');
    await desktop.start();
    expect(desktop.electron.app.sandboxed).toBe(false);
  });

  test('asks nobody for a dictionary', async () => {
    await desktop.start();
    expect(desktop.electron.spelling).toEqual({ languages: [], enabled: false });
  });

  test('has the id of the installed app', async () => {
    await desktop.start();
    expect(desktop.electron.app.userModelId).toBe(about.appId);
  });

  test('shows the window where ready-to-show never comes, and never against the wish of the user', async () => {
    desktop.electron.loads.now = async (window) => void window.webContents.emit('did-finish-load');
    await desktop.start();
    expect(desktop.window().state.shown).toBe(true);
    desktop.window().hide();
    await desktop.window().loadURL('app://depesche/');
    expect(desktop.window().state.shown).toBe(false);
  });
});
