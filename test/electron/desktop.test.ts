import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReaderOptions } from '../../main/reader/reader.ts';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { message } from '../../preload/contract/messages.ts';
import { type FakeReader, fakeReader, row, settings } from './fake-reader.ts';
import { keepInside, removeListeners } from './harness.ts';
import type * as StandIn from './stand-in.ts';

let folder: string;
let electron: typeof StandIn;
let reader: FakeReader;
let opened: unknown;

vi.mock('../../main/reader/reader.ts', async (original) => ({
  ...(await original<object>()),
  openReader: async (options: unknown) => {
    opened = options;
    return reader;
  },
}));

/** Starts main and preload with these arguments; returns what preload exposes to the page. */
async function start(...flags: string[]): Promise<ReaderClient> {
  process.argv = ['/electron', '/project', ...flags];
  await import('../../main/electron.ts');
  await import('../../preload/index.ts');
  await vi.waitFor(() => expect(electron.BrowserWindow.all[0]?.webContents.mainFrame.url).toBe('app://depesche/'));
  return electron.exposed.depesche as ReaderClient;
}
const window = () => {
  const [first] = electron.BrowserWindow.all;
  if (first === undefined) throw new Error('no window');
  return first;
};
const argv = process.argv;

beforeEach(async () => {
  vi.resetModules();
  // Registered again, since the result of a mock survives the reset of the modules.
  vi.doMock('electron', () => import('./stand-in.ts'));
  folder = await mkdtemp(join(tmpdir(), 'depesche-desktop-'));
  keepInside(folder);
  reader = fakeReader({ host: 'electron', dataFolder: folder });
  electron = await import('./stand-in.ts');
  electron.app.paths.appData = folder;
});
afterEach(async () => {
  process.argv = argv;
  removeListeners();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('the window', () => {
  test('is locked down and shows our own origin', async () => {
    await start();
    expect(window().options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      preload: expect.stringMatching(/preload.index\.cjs$/),
    });
    expect(electron.app.sandboxed).toBe(true);
    expect(window().state.shown).toBe(true);
    expect(electron.pages.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  test('leads nowhere else and opens nothing', async () => {
    await start();
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const attempt = electron.event();
      window().webContents.emit(name, attempt, 'https://example.invalid/');
      expect(attempt.defaultPrevented, name).toBe(true);
    }
    expect(window().webContents.openHandler?.({ url: 'https://example.invalid/' } as never)).toEqual({
      action: 'deny',
    });
  });

  test('opens our own page in a window with the same restrictions, which is answered and closes with it', async () => {
    const client = await start();
    (opened as ReaderOptions).host.openWindow?.({ view: 'ticker', search: 'a b' });
    const own = electron.BrowserWindow.all.at(-1);
    await vi.waitFor(() => expect(own?.webContents.mainFrame.url).toBe('app://depesche/?view=ticker&search=a+b'));
    expect(own?.options).toMatchObject({ alwaysOnTop: true });
    expect(own?.options.webPreferences).toEqual(window().options.webPreferences);
    electron.caller.contents = own?.webContents ?? {};
    expect(await client.call('app.info', {})).toMatchObject({ host: 'electron' });
    const reload = Object.assign(electron.event(), { url: 'app://depesche/?view=ticker&search=a+b' });
    own?.webContents.emit('will-navigate', reload);
    expect(reload.defaultPrevented).toBe(false);
    window().emit('closed');
    expect(own?.state.destroyed).toBe(true);
  });

  test('gets no permission but to copy and to fill the screen', async () => {
    await start();
    const { request, check, device } = electron.permissions;
    const decide = vi.fn();
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read'] as const) {
      request?.({} as never, permission, decide, { requestingUrl: 'app://depesche/' } as never);
      expect(decide).toHaveBeenLastCalledWith(false);
      expect(check?.(null, permission, 'app://depesche', {} as never)).toBe(false);
    }
    expect(device?.({} as never)).toBe(false);
    for (const permission of ['clipboard-sanitized-write', 'fullscreen'] as const) {
      request?.({} as never, permission, decide, { requestingUrl: 'app://depesche/' } as never);
      expect(decide).toHaveBeenLastCalledWith(true);
      request?.({} as never, permission, decide, { requestingUrl: 'https://x.invalid/' } as never);
      expect(decide).toHaveBeenLastCalledWith(false);
    }
  });

  test('shows its page again after that has crashed', async () => {
    await start();
    window().webContents.mainFrame.url = '';
    window().webContents.emit('render-process-gone', electron.event(), { reason: 'crashed', exitCode: 1 });
    expect(window().webContents.mainFrame.url).toBe('app://depesche/');
  });

  test('comes back where it was, on a display that is there', async () => {
    const remembered = { bounds: { x: 1_900, y: 50, width: 800, height: 600 }, maximised: true };
    await writeFile(join(folder, 'desktop.json'), JSON.stringify(remembered));
    await start();
    expect(window().options).toMatchObject({ width: 1_280, height: 800 });
    expect(window().state.maximised).toBe(true);
    window().close();
    await vi.waitFor(() => expect(electron.app.exited).toBe(0));
    const written: unknown = JSON.parse(await readFile(join(folder, 'desktop.json'), 'utf8'));
    expect(written).toMatchObject({ bounds: { x: 30, y: 40, width: 900, height: 700 }, maximised: true });
  });
});

describe('calls and events', () => {
  test('the page gets two plain functions over the whole contract', async () => {
    reader.rows = [row({ id: 'one' })];
    const client = await start();
    expect(Object.keys(client).sort()).toEqual(['call', 'on']);
    const list = await client.call('list.window', { query: { list: 'all' }, offset: 0, limit: 3 });
    expect(list.rows.map((one) => one.id)).toEqual(['one']);
    await expect(client.call('article.get', { id: 'broken' })).rejects.toThrow('damaged');
    await expect(client.call('ipc.send' as never, {} as never)).rejects.toThrow('No such call');
  });

  test('events arrive without the event object of IPC', async () => {
    const client = await start();
    const heard = vi.fn();
    const stop = client.on('library.changed', heard);
    reader.announce('library.changed', { generation: 3 });
    expect(heard.mock.calls).toEqual([[{ generation: 3 }]]);
    stop();
    reader.announce('library.changed', { generation: 4 });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['a page of another origin', { url: 'https://example.invalid/', parent: null }],
    ['an origin that only looks like ours', { url: 'app://depesche.example.invalid/', parent: null }],
    ['a frame inside our page', { url: 'app://depesche/', parent: {} }],
  ])('%s is not answered', async (_who, frame) => {
    const client = await start();
    electron.caller.frame = frame;
    await expect(client.call('app.info', {})).rejects.toThrow('Only the window of the reader');
  });

  test('other contents are not answered', async () => {
    const client = await start();
    electron.caller.contents = {};
    await expect(client.call('app.info', {})).rejects.toThrow('Only the window of the reader');
  });
});

describe('pages', () => {
  test.each(['app://other/index.html', 'app://depesche/nothing.js', 'app://depesche/%2e%2e/package.json'])(
    '%s is not served',
    async (url) => {
      await start();
      const response = await electron.pages.handler?.(new Request(url));
      expect([400, 404]).toContain(response?.status);
    },
  );

  test('every answer carries the policy', async () => {
    await start();
    const response = await electron.pages.handler?.(new Request('app://depesche/nothing.js'));
    expect(response?.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });
});

describe('one instance', () => {
  test('a second one hands its files over and ends', async () => {
    electron.app.lock.granted = false;
    process.argv = ['/electron', '/project', 'dropped.txt'];
    await import('../../main/electron.ts');
    expect(electron.app.lock.data).toEqual({ files: [join(process.cwd(), 'dropped.txt')] });
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('the first one comes forward and takes the files', async () => {
    await start();
    window().state.focused = false;
    const [file, missing] = [join(folder, 'dropped.txt'), join(folder, 'missing.txt')];
    reader.refusals.set(missing, message('file.missing'));
    electron.app.emit('second-instance', {}, [], folder, { files: [missing, file] });
    expect(window().state.focused).toBe(true);
    await vi.waitFor(() => expect(reader.opened).toEqual([missing, file]));
    await vi.waitFor(() => expect(electron.app.recent).toEqual([file]));
    await vi.waitFor(() => expect(electron.outside.asked).toHaveLength(1));
    expect(electron.outside.asked[0]).toMatchObject({
      message: 'This file cannot be opened',
      detail: 'missing.txt\nThere is no such file.',
    });
  });

  test('shows the first dispatch of what was opened once the library has it', async () => {
    const client = await start();
    const shown = vi.fn();
    client.on('article.show', shown);
    await client.call('app.info', {});
    electron.app.emit('second-instance', {}, [], folder, { files: ['/a.txt', '/b.txt'] });
    await vi.waitFor(() => expect(reader.asked).toContainEqual(['article.get', { id: 'id of a.txt' }]));
    expect(shown).not.toHaveBeenCalled();
    reader.rows = [row({ id: 'id of a.txt' })];
    reader.announce('library.changed', { generation: 8 });
    reader.announce('library.changed', { generation: 9 });
    await vi.waitFor(() => expect(shown.mock.calls).toEqual([[{ id: 'id of a.txt' }]]));
  });

  test('folders on the command line reach the reader, and make it another instance', async () => {
    const data = join(folder, 'd');
    await start('--wires', '/w', `--data=${data}`);
    expect(opened).toMatchObject({ wires: ['/w'], data, host: { name: 'electron' } });
    expect(electron.app.paths.userData).toBe(join(data, 'desktop'));
  });
});

describe('menu and tray', () => {
  const entries = (menu: StandIn.BuiltMenu | undefined) =>
    menu?.template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])]) ?? [];
  const entry = (menu: StandIn.BuiltMenu | undefined, label: string) =>
    entries(menu).find((item) => item.label === label);

  test('an entry runs a command of the renderer', async () => {
    const client = await start();
    const heard = vi.fn();
    client.on('command.run', heard);
    const click = entry(electron.menus.application, 'Next Unread')?.click as () => void;
    click();
    expect(heard).toHaveBeenCalledWith({ command: 'nextUnread' });
  });

  test('every key has a modifier and is left to the renderer', async () => {
    await start();
    const withKey = entries(electron.menus.application).filter((item) => item.accelerator !== undefined);
    expect(withKey.length).toBeGreaterThan(5);
    for (const item of withKey) {
      expect(item.accelerator).toMatch(/^CmdOrCtrl\+/);
      expect(item.registerAccelerator).toBe(false);
    }
  });

  test('menu and theme follow the settings', async () => {
    await start();
    reader.announce('settings.changed', { ...settings, language: 'de', theme: 'dark' });
    expect(entry(electron.menus.application, 'Nächste ungelesene')).toBeDefined();
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(entry(electron.menus.tray, 'Beenden')).toBeDefined();
  });

  test('with "keep running" closing hides, and quitting still quits', async () => {
    await start();
    const item = entry(electron.menus.tray, 'Keep Running When Closed');
    item?.click?.({ checked: true } as never, undefined, {} as never);
    window().close();
    expect(window().state).toMatchObject({ shown: false, destroyed: false });
    electron.app.emit('activate');
    expect(window().state.shown).toBe(true);
    electron.app.quit();
    await vi.waitFor(() => expect(electron.app.exited).toBe(0));
    expect(reader.closed).toBe(true);
  });

  test('the number of unread dispatches is on badge and tray', async () => {
    reader.rows = [row({ id: 'one' }), row({ id: 'two' }), row({ id: 'seen', read: true })];
    await start();
    await vi.waitFor(() => expect(electron.app.badge).toBe(2));
    expect(electron.menus.tooltip).toContain('2');
  });
});

describe('notifications', () => {
  const later = () => new Date(Date.now() + 1_000).toISOString();
  const arrive = async (...rows: FakeReader['rows']) => {
    const looks = reader.asked.length;
    reader.rows = rows;
    reader.announce('library.changed', { generation: 8 });
    await vi.waitFor(() => expect(reader.asked.length).toBeGreaterThan(looks));
    await Promise.resolve();
  };
  const titles = () => electron.Notification.all.map((one) => one.options.title);

  const raise = (change: Parameters<typeof row>[0]) => {
    const { id, version, headline, source, publishedAt, urgency, status } = row(change);
    const subject = { id, version, headline, source, publishedAt, urgency, status };
    const alarm = { id: `alarm ${id}`, at: later(), cause: 'flash' as const, subject, seen: false };
    reader.announce('alarms.changed', { alarms: [alarm], raised: [alarm.id] });
  };

  test('an alarm is notified, and a click shows its dispatch', async () => {
    const client = await start();
    await arrive();
    raise({ id: 'flash', urgency: 1 });
    await vi.waitFor(() => expect(titles()).toEqual(['Headline of flash']));
    expect(window().state.flashing).toBe(true);

    const shown = vi.fn();
    client.on('article.show', shown);
    electron.Notification.all[0]?.emit('click');
    expect(shown).toHaveBeenCalledWith({ id: 'flash' });
    expect(window().state.flashing).toBe(false);
  });

  test('an embargoed alarm is not shown outside the window, and nothing in quiet hours', async () => {
    await start();
    raise({ id: 'held', status: 'embargoed' });
    reader.announce('settings.changed', { ...settings, quietHours: { from: '00:00', to: '23:59' } });
    raise({ id: 'flash', urgency: 1 });
    expect(titles()).toEqual([]);
  });

  test('a burst comes as one', async () => {
    reader.settings = { ...settings, notify: 'all' };
    await start();
    await arrive();
    await arrive(...['a', 'b', 'c', 'd'].map((id) => row({ id, receivedAt: later() })));
    await vi.waitFor(() => expect(titles()).toEqual(['4 new dispatches']));
  });

  test('the notification of a dispatch without a source shows its beginning', async () => {
    reader.settings = { ...settings, notify: 'all' };
    await start();
    await arrive();
    await arrive(row({ id: 'plain', source: 'unknown', snippet: 'It begins.', receivedAt: later() }));
    await vi.waitFor(() => expect(electron.Notification.all[0]?.options.body).toBe('It begins.'));
  });

  test('there is no notification while the window is in front', async () => {
    await start();
    window().state.focused = true;
    await arrive(row({ id: 'flash', urgency: 1, receivedAt: later() }));
    raise({ id: 'flash', urgency: 1 });
    await vi.waitFor(() => expect(electron.app.badge).toBe(1));
    expect(titles()).toEqual([]);
  });
});
