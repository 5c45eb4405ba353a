import { expect, test } from 'vitest';
import { isQuiet, mayBeShown } from '../../../preload/contract/contract.ts';

const at = (hours: number, minutes = 0) => new Date(2026, 10, 29, hours, minutes);

test.each([
  ['22:00', '06:00', at(23), true],
  ['22:00', '06:00', at(5, 59), true],
  ['22:00', '06:00', at(6), false],
  ['12:00', '13:30', at(13, 29), true],
  ['12:00', '13:30', at(11, 59), false],
])('from %s to %s, %s is quiet: %s', (from, to, now, quiet) => expect(isQuiet({ from, to }, now)).toBe(quiet));

test('without quiet hours no moment is quiet', () => {
  expect(isQuiet(null, at(3))).toBe(false);
  expect(isQuiet(undefined, at(3))).toBe(false);
});

test('an embargo keeps a dispatch from being shown outside the window until it ends', () => {
  const embargoUntil = at(12).toISOString();
  expect(mayBeShown({ status: 'usable', embargoUntil }, at(11))).toBe(false);
  expect(mayBeShown({ status: 'usable', embargoUntil }, at(13))).toBe(true);
  expect(mayBeShown({ status: 'embargoed' }, at(13))).toBe(false);
});
