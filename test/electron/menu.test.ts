import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { menuTemplate } from '../../main/desktop/menu.ts';
import { wordsOf } from '../../main/desktop/words.ts';
import { commands } from '../../renderer/commands/table.ts';

const idle = { run: vi.fn(), toggleMaximised: vi.fn(), keepRunning: false, setKeepRunning: vi.fn() };

/** Every entry of ours that runs a command of the renderer, with the command. */
function entries(platform: NodeJS.Platform): { item: MenuItemConstructorOptions; command: string }[] {
  const run = vi.fn<(command: string) => void>();
  const template = menuTemplate(wordsOf('en', 'en'), { ...idle, run }, platform);
  const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
  return items.flatMap((item) => {
    run.mockClear();
    if (item.type === 'checkbox') return [];
    item.click?.({} as never, undefined, {} as never);
    return run.mock.calls.map(([command]) => ({ item, command }));
  });
}

test('every entry names a command that the renderer has, with the key it has there', () => {
  const found = entries('linux');
  expect(found.length).toBeGreaterThan(15);
  for (const { item, command } of found) {
    const known = commands.find((one) => one.id === command);
    expect(known, command).toBeDefined();
    if (item.accelerator === undefined) continue;
    const key = String(item.accelerator).replace('CmdOrCtrl', 'Mod').replace('Plus', '+');
    expect(known?.keys, command).toContain(key);
  }
});

test('an entry shows the key the user has given its command, if a menu can show it', () => {
  const keyOf = (label: string, shortcuts: Record<string, string[]>) => {
    const template = menuTemplate(wordsOf('en', 'en'), { ...idle, shortcuts }, 'linux');
    const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    return items.find((item) => item.label === label)?.accelerator;
  };
  expect(keyOf('Sidebar', {})).toBe('CmdOrCtrl+B');
  expect(keyOf('Sidebar', { sidebar: ['Y', 'Mod+Shift+L'] })).toBe('CmdOrCtrl+Shift+L');
  expect(keyOf('Sidebar', { sidebar: ['Mod++'] })).toBe('CmdOrCtrl+Plus');
  expect(keyOf('Sidebar', { sidebar: ['Mod+ArrowUp'] })).toBeUndefined();
  expect(keyOf('Sidebar', { sidebar: [] })).toBeUndefined();
});

test('undo and redo say what they would do, shortened where that is long', () => {
  const labels = (history: { undo?: string; redo?: string }) => {
    const template = menuTemplate(wordsOf('en', 'en'), { ...idle, history }, 'linux');
    const edit = template.find(({ label }) => label === 'Edit')?.submenu;
    return Array.isArray(edit) ? edit.slice(0, 2).map(({ label }) => label) : [];
  };
  expect(labels({})).toEqual(['Undo', 'Redo']);
  expect(labels({ undo: 'Undo: Tag “R&D” removed' })).toEqual(['Undo: Tag “R&&D” removed', 'Redo']);
  expect(labels({ redo: `Redo: ${'x'.repeat(100)}` })[1]).toHaveLength(60);
});

test('macOS has its own menu first, and no Quit among the files', () => {
  const template = menuTemplate(wordsOf('en', 'en'), { ...idle, keepRunning: true }, 'darwin');
  expect(template[0]?.role).toBe('appMenu');
  expect(JSON.stringify(template.slice(1))).not.toContain('"quit"');
});

test('preferences are in the menu of the app on macOS, else among the files', () => {
  const menus = (platform: NodeJS.Platform) =>
    menuTemplate(wordsOf('en', 'en'), idle, platform).map(({ submenu }) => JSON.stringify(submenu));
  expect(menus('darwin').map((text) => text.includes('Settings…'))).toEqual([true, ...Array(6).fill(false)]);
  expect(menus('linux').map((text) => text.includes('Settings…'))).toEqual([true, ...Array(5).fill(false)]);
});

test('starting at login is offered by an installed app only', () => {
  const login = { get: () => true, set: vi.fn() };
  const labels = (actions: Parameters<typeof menuTemplate>[1]) =>
    JSON.stringify(menuTemplate(wordsOf('en', 'en'), actions, 'linux'));
  expect(labels(idle)).not.toContain('Start When Logging In');
  expect(labels({ ...idle, login })).toContain('"label":"Start When Logging In","type":"checkbox","checked":true');
});

test('the words follow the setting, else the system', () => {
  expect(wordsOf('system', 'de-AT').file).toBe('Datei');
  expect(wordsOf('system', 'fr-FR').file).toBe('File');
  expect(wordsOf('en', 'de-DE').file).toBe('File');
});
