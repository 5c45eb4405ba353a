import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { contextMenuTemplate } from '../../main/desktop/context-menu.ts';
import { menuTemplate } from '../../main/desktop/menu.ts';
import { wordsOf } from '../../main/desktop/words.ts';
import { desktopHarness } from './harness.ts';

const labels = (items: readonly MenuItemConstructorOptions[]): (string | undefined)[] =>
  items.flatMap((item) => [item.label, ...(Array.isArray(item.submenu) ? labels(item.submenu) : [])]);
const rolesWithoutLabel = (items: readonly MenuItemConstructorOptions[]): unknown[] =>
  items.flatMap((item) => [
    ...(item.role !== undefined && item.label === undefined ? [item.role] : []),
    ...(Array.isArray(item.submenu) ? rolesWithoutLabel(item.submenu) : []),
  ]);

describe('the application menu', () => {
  const actions = { run: vi.fn(), toggleMaximised: vi.fn(), keepRunning: false, setKeepRunning: vi.fn() };
  const german = (platform: NodeJS.Platform) => menuTemplate(wordsOf('de', 'de'), actions, platform);

  test.each(['linux', 'win32', 'darwin'] as const)('is German throughout on %s', (platform) => {
    expect(rolesWithoutLabel(german(platform))).toEqual([]);
    const english = new Set(labels(menuTemplate(wordsOf('en', 'en'), actions, platform)));
    const both = labels(german(platform)).filter((label) => label !== undefined && english.has(label));
    expect(both.filter((label) => label !== 'Depesche')).toEqual([]);
  });

  test('maximises where the role does nothing', () => {
    const label = wordsOf('de', 'de').maximise;
    const items = german('linux').flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never);
    expect(actions.toggleMaximised).toHaveBeenCalledOnce();
    expect(JSON.stringify(german('linux'))).not.toContain('"zoom"');
  });
});

describe('the context menu', () => {
  const editFlags = {
    canCut: true,
    canCopy: true,
    canPaste: false,
    canSelectAll: true,
  } as ContextMenuParams['editFlags'];
  const nothing = { linkURL: '', isEditable: false, selectionText: '', editFlags };
  const actions = { copyLink: vi.fn(), selectText: vi.fn() };
  const menu = (clicked: Partial<typeof nothing>) =>
    contextMenuTemplate({ ...nothing, ...clicked }, wordsOf('de', 'de'), actions);

  test('offers nothing where there is nothing to do', () => {
    expect(menu({})).toEqual([]);
  });

  test('in a field offers what the field allows', () => {
    expect(menu({ isEditable: true })).toMatchObject([
      { label: 'Ausschneiden', enabled: true },
      { label: 'Kopieren', enabled: true },
      { label: 'Einfügen', enabled: false },
      { type: 'separator' },
      { label: 'Alles auswählen', enabled: true },
    ]);
  });

  test('over a link copies its address', () => {
    const [item] = menu({ linkURL: 'https://example.invalid/' });
    item?.click?.({} as never, undefined, {} as never);
    expect(item?.label).toBe('Link kopieren');
    expect(actions.copyLink).toHaveBeenCalledWith('https://example.invalid/');
  });

  test('over selected text copies it, or selects the whole article', () => {
    const items = menu({ selectionText: 'Mole' });
    expect(labels(items)).toEqual(['Kopieren', undefined, 'Alles auswählen']);
    items.at(-1)?.click?.({} as never, undefined, {} as never);
    expect(actions.selectText).toHaveBeenCalledOnce();
  });
});

describe('in the window', () => {
  const desktop = desktopHarness();

  test('a right click shows the menu in the language of the settings', async () => {
    await desktop.start();
    desktop.reader.announce('settings.changed', { ...desktop.reader.settings, language: 'de' });
    const clicked = { linkURL: 'https://example.invalid/', isEditable: false, selectionText: '', editFlags: {} };
    desktop.window().webContents.emit('context-menu', {}, clicked);
    const [item] = desktop.electron.menus.context?.template ?? [];
    expect(item?.label).toBe('Link kopieren');
    item?.click?.({} as never, undefined, {} as never);
    expect(desktop.electron.clipboard.text).toBe('https://example.invalid/');
  });

  test('the save dialog has a title and a file name, and cancelling it saves nothing', async () => {
    await desktop.start();
    const { outside } = desktop.electron;
    const save = async () => desktop.opened?.host.saveFile?.('lesezeichen.md', '# Lesezeichen\n');
    expect(await save()).toBe(false);
    expect(outside.saving).toMatchObject([
      { title: 'Export', defaultPath: join('/invented/documents', 'lesezeichen.md') },
    ]);
    outside.saveTo = join(desktop.folder, 'saved.md');
    expect(await save()).toBe(true);
    expect(await readFile(outside.saveTo, 'utf8')).toBe('# Lesezeichen\n');
  });

  test('the page downloads nothing by itself, and may be reloaded', async () => {
    await desktop.start();
    const download = desktop.electron.event();
    desktop.electron.session.defaultSession.emit('will-download', download);
    expect(download.defaultPrevented).toBe(true);
    for (const [url, prevented] of [
      ['app://depesche/', false],
      ['app://depesche/other.html', true],
    ] as const) {
      const attempt = Object.assign(desktop.electron.event(), { url });
      desktop.window().webContents.emit('will-navigate', attempt);
      expect(attempt.defaultPrevented, url).toBe(prevented);
    }
  });
});
