import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stampOf } from '../../../../main/library/record/stamp.ts';
import {
  changed,
  inverseOf,
  isChange,
  isRead,
  merged,
  Status,
  UNTOUCHED,
  type Values,
  viewOf,
} from '../../../../main/library/record/status.ts';

const early = stampOf('2025-11-10T08:00:00.000Z', 0, 'abcde');
const late = stampOf('2025-11-10T09:00:00.000Z', 0, 'abcde');
const A = 'note:0191d000-0000-7000-8000-00000000000a';
const B = 'note:0191d000-0000-7000-8000-00000000000b';

test('every field carries the stamp of its own last change', () => {
  const read = changed(UNTOUCHED, { read: true }, early, 2);
  expect(read).toEqual({ read: { value: 2, stamp: early } });
  expect(changed(read, { bookmark: true }, late, 2)).toEqual({
    bookmark: { value: true, stamp: late },
    read: { value: 2, stamp: early },
  });
});

test('a change that changes nothing is none', () => {
  const read = changed(UNTOUCHED, { read: true }, early, 1);
  expect(isChange(read, { read: true, bookmark: null, 'tag:x': null, [A]: null }, 1)).toBe(false);
  expect(isChange(read, { read: true }, 2)).toBe(true);
  expect(viewOf(changed(read, { read: true }, late, 2))).toMatchObject({ readVersion: 2 });
});

test('read is meant of a version: a newer one is unread', () => {
  const read = viewOf(changed(UNTOUCHED, { read: true }, early, 1));
  expect([isRead(read, 1), isRead(read, 2)]).toEqual([true, false]);
});

test('reading is taken back to the version that was read before', () => {
  const first = changed(UNTOUCHED, { read: true }, early, 1);
  const before = inverseOf(first, { read: true });
  const second = changed(first, { read: true }, late, 2);
  const later = stampOf('2025-11-10T10:00:00.000Z', 0, 'abcde');
  expect(viewOf(changed(second, before, later, 2))).toMatchObject({ read: true, readVersion: 1 });
  const unread = changed(second, inverseOf(UNTOUCHED, { read: true }), later, 2);
  expect(viewOf(unread)).toMatchObject({ read: false });
});

test('two desks that tag and note at once keep the tags and notes of both', () => {
  const one = changed(UNTOUCHED, { 'tag:Rat': true, [A]: 'Rückruf' }, early, 1);
  const other = changed(UNTOUCHED, { 'tag:Hafen': true, [B]: 'Foto' }, late, 1);
  expect(viewOf(merged(one, other))).toMatchObject({
    tags: ['Hafen', 'Rat'],
    notes: [
      { text: 'Rückruf', at: '2025-11-10T08:00:00.000Z' },
      { text: 'Foto', at: '2025-11-10T09:00:00.000Z' },
    ],
  });
});

test('what was removed stays removed, whatever older record comes', () => {
  const set: Values = { read: true, bookmark: true, 'tag:Rat': true, [A]: 'Rückruf', later: '2025-11-11T08:00:00Z' };
  const old = changed(UNTOUCHED, set, early, 1);
  const gone = changed(old, Object.fromEntries(Object.keys(set).map((name) => [name, null])), late, 1);
  for (const both of [merged(old, gone), merged(gone, old)])
    expect(viewOf(both)).toEqual({ read: false, bookmarked: false, tags: [], notes: [] });
});

test('who took a dispatch, and when it is to be read again, are seen', () => {
  const status = changed(UNTOUCHED, { taken: 'Sport', later: '2025-11-11T08:00:00Z' }, early, 1);
  expect(viewOf(status)).toMatchObject({
    taken: { by: 'Sport', at: '2025-11-10T08:00:00.000Z' },
    later: '2025-11-11T08:00:00Z',
  });
});

const stamp = fc
  .tuple(fc.integer({ min: 10, max: 14 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom('aaaaa', 'bbbbb'))
  .map(([minute, counter, desk]) => stampOf(`2025-11-10T08:${minute}:00.000Z`, counter, desk));
const field = fc.record({ value: fc.constantFrom(null, true, 1, 2, 'a', 'b'), stamp });
/** Also fields of a later version, and different values under one stamp, as desks with a copied data folder write them. */
const status: fc.Arbitrary<Status> = fc
  .dictionary(fc.constantFrom('read', 'bookmark', 'tag:Rat', 'tag:Hafen', A, 'mark:1', 'tags', 'neu'), field)
  .map((fields) => merged(UNTOUCHED, fields));

test('merging is commutative, associative and idempotent, of the view as of the fields', () => {
  fc.assert(
    fc.property(status, status, status, (a, b, c) => {
      expect(JSON.stringify(merged(a, b))).toBe(JSON.stringify(merged(b, a)));
      expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
      expect(merged(a, a)).toEqual(a);
      expect(merged(merged(a, b), b)).toEqual(merged(a, b));
      for (const [name, { stamp: at }] of Object.entries(a))
        if (at > (b[name]?.stamp ?? '')) expect(merged(a, b)[name]).toEqual(a[name]);
    }),
  );
});

test('any order of batches, with repetitions, ends equal everywhere', () => {
  const batches = fc.array(status, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      batches.chain((all) => {
        const order = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 });
        return fc.record({ all: fc.constant(all), one: order, other: order });
      }),
      ({ all, one, other }) => {
        const end = all.reduce(merged, UNTOUCHED);
        for (const order of [one, other]) {
          expect(order.reduce(merged, UNTOUCHED)).toEqual(end);
          expect(viewOf(order.reduce(merged, UNTOUCHED))).toEqual(viewOf(end));
        }
        expect(Status.parse(JSON.parse(JSON.stringify(end)))).toEqual(end);
      },
    ),
  );
});

test('setting the same fields again, in any order, changes nothing more', () => {
  fc.assert(
    fc.property(
      status,
      stamp,
      fc.constantFrom<Values>({ read: true, 'tag:Rat': true }, { [A]: 'b' }),
      (a, at, change) => {
        const once = changed(a, change, at, 2);
        expect(changed(once, change, at, 2)).toEqual(once);
        expect(merged(a, once)).toEqual(once);
      },
    ),
  );
});
