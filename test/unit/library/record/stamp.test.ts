import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stamp, StampClock, stampOf, timeOf } from '../../../../main/library/record/stamp.ts';

const time = fc
  .integer({ min: Date.UTC(2025, 0), max: Date.UTC(2025, 0) + 5 })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const replaced = fc.oneof(
  fc.constant('' as const),
  fc
    .tuple(time, fc.integer({ min: 0, max: 9_999 }), fc.constantFrom('00000', 'k7f3a', 'zzzzz'))
    .map((parts) => stampOf(...parts)),
);

test('a stamp says when, the how many-th and where', () => {
  const clock = new StampClock('k7f3a');
  expect(clock.next('2026-11-28T21:58:00.123Z', '')).toBe('2026-11-28T21:58:00.123Z-0000-k7f3a');
  expect(clock.next('2026-11-28T21:58:00.123Z', '')).toBe('2026-11-28T21:58:00.123Z-0001-k7f3a');
  expect(timeOf('2026-11-28T21:58:00.123Z-0001-k7f3a')).toBe('2026-11-28T21:58:00.123Z');
});

test('a stamp is later than what it replaces and than the one before, also when the clock is set back', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ time, replaced }), { maxLength: 20 }), (changes) => {
      const clock = new StampClock('k7f3a');
      let last = '';
      for (const change of changes) {
        const stamp = clock.next(change.time, change.replaced);
        expect(stamp > last && stamp > change.replaced && stamp >= change.time).toBe(true);
        expect(Stamp.parse(stamp)).toBe(stamp);
        last = stamp;
      }
    }),
  );
});

test('a counter that is used up goes on with the next millisecond', () => {
  const full = stampOf('2026-11-28T21:58:00.999Z', 9_999, 'zzzzz');
  expect(new StampClock('k7f3a').next('2026-11-28T10:00:00.000Z', full)).toBe('2026-11-28T21:58:01.000Z-0000-k7f3a');
});
