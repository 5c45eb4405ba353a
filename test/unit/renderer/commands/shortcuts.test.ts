import { expect, test } from 'vitest';
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
