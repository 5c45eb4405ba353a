import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, isRead, merged, UNTOUCHED } from '../../../../main/library/index/status.ts';
import type { Status } from '../../../../preload/contract/contract.ts';

const early = '2025-11-10T08:00:00.000Z';
const late = '2025-11-10T09:00:00.000Z';

test('every field carries the time of its own last change', () => {
  const read = changed(UNTOUCHED, { read: true }, early, 2);
  expect(read).toMatchObject({ read: true, readAt: early, readVersion: 2 });
  const both = changed(read ?? UNTOUCHED, { bookmarked: true }, late, 2);
  expect(both).toMatchObject({ readAt: early, bookmarkedAt: late });
});

test('a change that changes nothing is none', () => {
  const read = changed(UNTOUCHED, { read: true }, early, 1) ?? UNTOUCHED;
  expect(changed(read, { read: true, bookmarked: false, tags: [], note: '' }, late, 1)).toBeUndefined();
  expect(changed(read, { read: true }, late, 2)).toMatchObject({ readVersion: 2 });
});

test('read is meant of a version: a newer one is unread', () => {
  const read = changed(UNTOUCHED, { read: true }, early, 1) ?? UNTOUCHED;
  expect([isRead(read, 1), isRead(read, 2)]).toEqual([true, false]);
});

const statuses: fc.Arbitrary<Status> = fc
  .array(
    fc.record({
      change: fc.oneof(
        fc.record({ read: fc.boolean() }),
        fc.record({ bookmarked: fc.boolean() }),
        fc.record({ note: fc.constantFrom('a', 'b') }),
      ),
      minute: fc.integer({ min: 10, max: 59 }),
    }),
    { maxLength: 6 },
  )
  .map((changes) =>
    changes
      .sort((a, b) => a.minute - b.minute)
      .reduce<Status>(
        (status, { change, minute }) => changed(status, change, `2025-11-10T08:${minute}:00.000Z`, 1) ?? status,
        UNTOUCHED,
      ),
  );

test('merging takes the later change of each field, in whichever order libraries are merged', () => {
  fc.assert(
    fc.property(statuses, statuses, (a, b) => {
      const both = merged(a, b);
      expect(merged(both, b)).toEqual(both);
      expect(merged(both, a)).toEqual(both);
      if ((a.noteAt ?? '') > (b.noteAt ?? '')) expect(both.note).toBe(a.note);
    }),
  );
});
