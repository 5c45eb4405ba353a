import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../main/desktop/menu.ts';
import type { Place, Updater } from '../../main/desktop/updates.ts';
import { wordsOf } from '../../main/desktop/words.ts';
import { silent } from '../../main/log/log.ts';
import type { Progress } from '../../preload/contract/contract.ts';
import type * as StandIn from './stand-in.ts';

let electron: typeof StandIn;
let updates: typeof import('../../main/desktop/updates.ts');

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('electron', () => import('./stand-in.ts'));
  electron = await import('./stand-in.ts');
  updates = await import('../../main/desktop/updates.ts');
});

describe('a copy of the program', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'depesche-updates-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test.each([
    ['linux', 'deb, rpm or archive', {}, false],
    ['linux', 'AppImage', { appImage: '/home/a/Depesche.AppImage' }, true],
    ['win32', 'archive', {}, false],
    ['darwin', 'app', {}, true],
  ] as const)('on %s as %s', async (platform, _kind, more, expected) => {
    const place: Place = {
      resources: folder,
      executable: join(folder, 'depesche'),
      platform,
      appImage: undefined,
      ...more,
    };
    expect(updates.mayReplaceItself(place)).toBe(false);
    await writeFile(join(folder, 'app-update.yml'), 'provider: generic\n');
    expect(updates.mayReplaceItself(place)).toBe(expected);
  });

  test('on win32 as installed', async () => {
    for (const name of ['app-update.yml', 'Uninstall Depesche.exe']) await writeFile(join(folder, name), '');
    const executable = join(folder, 'Depesche.exe');
    const place: Place = { resources: folder, executable, platform: 'win32', appImage: undefined };
    expect(updates.mayReplaceItself(place)).toBe(true);
  });
});

describe('a check', () => {
  const idle: Progress = { state: 'idle', done: 0, total: 0, rate: 0 };
  const newer = { version: '9.0.0', notes: 'Liest jetzt auch erfundene Formate.' };
  const updater = { find: vi.fn<Updater['find']>(), fetch: vi.fn<Updater['fetch']>() };
  let progress: Progress;
  const check = () =>
    updates.updateCheck({ updater, log: silent, words: () => wordsOf('en', 'en'), progress: () => progress })();
  const messages = () => electron.outside.asked.map(({ message }) => message);

  beforeEach(() => {
    progress = idle;
    updater.find.mockReset().mockResolvedValue(newer);
    updater.fetch.mockReset().mockResolvedValue();
  });

  test('shows what is new, and downloads it if the user wants it', async () => {
    electron.outside.pressed = 0;
    await check();
    expect(electron.outside.asked).toMatchObject([
      { message: 'Depesche 9.0.0 is available', detail: newer.notes, buttons: ['Download', 'Later'] },
      { message: 'Depesche 9.0.0 has been downloaded', detail: 'It will be installed when you quit Depesche.' },
    ]);
    expect(updater.fetch).toHaveBeenCalledOnce();
  });

  test('downloads nothing if the user does not', async () => {
    electron.outside.pressed = 1;
    await check();
    expect(messages()).toEqual(['Depesche 9.0.0 is available']);
    expect(updater.fetch).not.toHaveBeenCalled();
  });

  test('does nothing during an import', async () => {
    progress = { ...idle, state: 'importing' };
    await check();
    expect(updater.find).not.toHaveBeenCalled();
    expect(messages()).toEqual([wordsOf('en', 'en').updateImporting]);
  });

  test('says that there is nothing new, or why it failed', async () => {
    updater.find.mockResolvedValueOnce(undefined);
    await check();
    updater.find.mockRejectedValueOnce(new Error('updates.invalid cannot be reached'));
    await check();
    expect(electron.outside.asked).toMatchObject([
      { message: 'You have the latest version of Depesche' },
      { message: 'The update failed', detail: 'updates.invalid cannot be reached' },
    ]);
  });
});

test('only a copy that may replace itself has the menu entry', () => {
  const words = wordsOf('en', 'en');
  const actions = { run: vi.fn(), toggleMaximised: vi.fn(), keepRunning: false, setKeepRunning: vi.fn() };
  const label = (checkForUpdates?: () => void) =>
    JSON.stringify(menuTemplate(words, { ...actions, checkForUpdates }, 'linux')).includes('Check for Updates…');
  expect(label()).toBe(false);
  expect(label(vi.fn())).toBe(true);
});
