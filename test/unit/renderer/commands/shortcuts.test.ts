import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../preload/contract/contract.ts';
import { resetOf } from '../../../../renderer/app/dialogs/reset-settings.ts';
import type { Command } from '../../../../renderer/commands/command.ts';
import { keysFrom, matches } from '../../../../renderer/commands/keys.ts';
import { conflictsOf, keysOf, withKey, withoutOwn } from '../../../../renderer/commands/shortcuts.ts';

const command = (id: string, ...keys: string[]): Command => ({
  id,
  title: 'command.help',
  group: 'app',
  keys,
  run: () => undefined,
});
const read = command('read', 'M');
const star = command('star', 'S', 'Mod+D');
const both = [read, star];

test('a key belongs to one command, and goes back', () => {
  expect(conflictsOf(read, 'mod+d', both, undefined)).toEqual([star]);
  const own = withKey(read, 'S', both, undefined);
  expect([keysOf(read, own), keysOf(star, own)]).toEqual([['S'], ['Mod+D']]);
  expect(conflictsOf(read, 'M', both, own)).toEqual([]);
  const back = withoutOwn(read, own);
  expect([keysOf(read, back), keysOf(star, back)]).toEqual([['M'], ['Mod+D']]);
});

test('a key may belong to commands that never apply at once', () => {
  const inList = { ...command('inList', 'X'), places: ['list'] as const };
  const inArticle = { ...command('inArticle', 'Y'), places: ['article'] as const };
  const all = [inList, inArticle, read];
  expect(conflictsOf(inArticle, 'X', all, undefined)).toEqual([]);
  expect(conflictsOf(read, 'X', all, undefined)).toEqual([inList]);
  expect(keysOf(inList, withKey(inArticle, 'X', all, undefined))).toEqual(['X']);
  // Both come with it: the one of a place is asked first there.
  expect(conflictsOf(read, 'M', [read, { ...command('print', 'M'), places: ['list'] }], undefined)).toEqual([]);
});

test.each([
  ['a', {}, 'A'],
  ['A', { shiftKey: true }, 'Shift+A'],
  ['k', { ctrlKey: true }, 'Mod+K'],
  ['+', { ctrlKey: true }, 'Mod++'],
  ['?', { shiftKey: true }, '?'],
  ['[', { ctrlKey: true, altKey: true, altGraph: true }, '['],
  ['ArrowUp', { shiftKey: true }, 'Shift+ArrowUp'],
  ['Shift', { shiftKey: true }, undefined],
  ['x', { altKey: true }, undefined],
  ['x', { metaKey: true }, undefined],
])('the key %s is written so that it is recognised again', (key, held, written) => {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...held };
  expect(keysFrom(pressed, false)).toBe(written);
  if (written !== undefined) expect(matches(pressed, written, false)).toBe(true);
});

test('one button resets all settings of the page and the keys, but not what is locked, and that is taken back', () => {
  expect(resetOf(DEFAULT_SETTINGS)).toBeUndefined();
  const settings = {
    ...DEFAULT_SETTINGS,
    textSize: 24,
    language: 'de',
    panes: [10, 30, 60],
    shortcuts: { read: ['X'] },
  } as const;
  const reset = resetOf({ ...settings, panes: [...settings.panes], shortcuts: { read: ['X'] } }, ['language']);
  expect(reset).toEqual({
    change: { textSize: DEFAULT_SETTINGS.textSize, shortcuts: {} },
    back: { textSize: 24, shortcuts: { read: ['X'] } },
  });
});
