import { expect, test } from 'vitest';
import type { Command } from '../../../../renderer/commands/command.ts';
import { ariaKeys, type KeyPress, keyNames, matches } from '../../../../renderer/commands/keys.ts';
import { commands } from '../../../../renderer/commands/table.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...held,
});

test('letters mean themselves without any other key', () => {
  expect(matches(press('j'), 'J', false)).toBe(true);
  expect(matches(press('J', { shiftKey: true }), 'J', false)).toBe(false);
  expect(matches(press('A', { shiftKey: true }), 'Shift+A', false)).toBe(true);
  expect(matches(press('s', { ctrlKey: true }), 'S', false)).toBe(false);
});

test('Mod is Command on a Mac and Ctrl elsewhere', () => {
  expect(matches(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
  expect(matches(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
  expect(matches(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
});

test('signs count wherever a layout has put them', () => {
  expect(matches(press('?', { shiftKey: true }), '?', false)).toBe(true);
  expect(matches(press('/', { shiftKey: true }), '/', false)).toBe(true);
  // A German keyboard types the bracket with AltGr, which Windows reports as Ctrl+Alt.
  expect(matches(press('[', { ctrlKey: true, altKey: true, altGraph: true }), '[', false)).toBe(true);
  expect(matches(press('+', { ctrlKey: true }), 'Mod++', false)).toBe(true);
  expect(matches(press(' ', { shiftKey: true }), ' ', false)).toBe(false);
});

test('keys are named as they are printed', () => {
  expect(keyNames('Mod+K', false, 'de')).toEqual(['Strg', 'K']);
  expect(keyNames('Mod+K', true, 'en')).toEqual(['⌘', 'K']);
  expect(keyNames('Shift+ ', false, 'de')).toEqual(['Umschalt', 'Leertaste']);
  expect(keyNames('Alt+ArrowUp', false, 'de')).toEqual(['Alt', '↑']);
  expect(keyNames('Mod++', false, 'en')).toEqual(['Ctrl', '+']);
});

test('every command has a name of its own, and no two share a key unless the first applies in some places only', () => {
  const ids = commands.map((command) => command.id);
  expect(new Set(ids).size).toBe(ids.length);
  const taken = new Map<string, Command>();
  for (const command of commands)
    for (const key of command.keys) {
      const first = taken.get(key);
      const isApart = first?.when !== undefined || first?.places !== undefined;
      expect(isApart || !first, `${key} of ${command.id}`).toBe(true);
      taken.set(key, command);
    }
});

test('keys are told to screen readers as aria-keyshortcuts wants them', () => {
  expect(ariaKeys('Mod+Shift+C', false)).toBe('Control+Shift+C');
  expect(ariaKeys('Mod+K', true)).toBe('Meta+K');
  expect(ariaKeys('Shift+ ', false)).toBe('Shift+Space');
  expect(ariaKeys('Mod++', false)).toBe('Control+Plus');
});
