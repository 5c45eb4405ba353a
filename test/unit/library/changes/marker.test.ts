import { expect, test } from 'vitest';
import { Marker } from '../../../../main/library/changes/marker.ts';
import { StampClock } from '../../../../main/library/record/stamp.ts';
import { LongOrders } from '../../../../main/library/worker/long-orders.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter, statusOf, whole } from '../sample.ts';

const at = (second: number) => `2025-11-10T12:00:0${second}.000Z`;

const full = new Error('database or disk is full');

/** A library of seven dispatches, marked two at a time, whose journal fails after this many lines. */
function library(room = Number.POSITIVE_INFINITY) {
  const told: unknown[] = [];
  const writer = openWriter(temporaryFolder());
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  add(writer, ...ids.map((id) => dispatch({ id, headline: `Meldung ${id}`, body: [`Was ${id} angeht, steht hier.`] })));
  const { store } = writer;
  const marker = new Marker({
    store,
    journal: {
      append() {
        if (room === 0) throw full;
        room -= 1;
        return { segment: 1, offset: 0 };
      },
    },
    clock: new StampClock('abcde'),
    recovery: { isWhole: true, catchUp() {} },
    cutShort: (error, changed) => told.push([error, changed]),
    atOnce: 2,
  });
  const places = store
    .sql('SELECT n FROM dispatch ORDER BY n')
    .all()
    .map(({ n }) => Number(n));
  const read = () => ids.filter((id) => statusOf(writer, id).read);
  return { marker, places, read, told };
}

test('a long marking runs in steps, counts as one, and is undone in steps', () => {
  const { marker, places, read } = library();
  const steps = marker.markPlaces(places, { read: true }, at(1));
  expect([1, 2, 3].map(() => steps.next().done)).toEqual([false, false, false]);
  expect(read()).toHaveLength(6);
  const { value } = steps.next();
  expect(value).toMatchObject({ changed: 7 });
  const undo = marker.undo(value?.undo ?? '', at(2));
  undo.next();
  expect(read()).toHaveLength(5);
  expect(whole(undo)).toMatchObject({ changed: 7 });
  expect(read()).toEqual([]);
});

test('a long marking lets others in after every few thousand dispatches', () => {
  const { marker } = openWriter(temporaryFolder());
  const places = Array.from({ length: 20_000 }, (_, place) => place);
  expect([...marker.markPlaces(places, { read: true }, at(1))].length).toBeGreaterThan(3);
});

test('a change made during a long marking is newer than the marking', () => {
  const { marker, places, read } = library();
  const steps = marker.markPlaces(places, { read: true }, at(1));
  steps.next();
  const [later = ''] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter((id) => !read().includes(id));
  marker.mark([later], { read: null }, at(2));
  expect(whole(steps)).toMatchObject({ changed: 6 });
  expect(read()).not.toContain(later);
  // The next marker no longer knows about it.
  expect(whole(marker.markPlaces(places, { read: true }, at(3)))).toMatchObject({ changed: 1 });
});

test('a long marking that fails midway is reported, and its part can be undone', () => {
  const { marker, places, read, told } = library(3);
  const marked = whole(marker.markPlaces(places.slice(0, 3), { read: true }, at(1)));
  expect(marked).toMatchObject({ changed: 3 });
  const rest = whole(marker.markPlaces(places, { read: true }, at(2)));
  expect(rest).toMatchObject({ changed: 1, undo: expect.any(String) });
  expect(told).toEqual([[full, 1]]);
  expect(read()).toHaveLength(4);
  expect(() => whole(marker.markPlaces(places, { read: true }, at(3)))).toThrow(full);
});

test('long orders are done one after the other, and one that fails keeps no other waiting', () => {
  const failures: unknown[] = [];
  const orders = new LongOrders((error) => failures.push(error));
  const heard: unknown[] = [];
  const log: string[] = [];
  function* order(name: string, steps: number) {
    for (let i = 1; i < steps; i++) {
      log.push(name);
      yield;
    }
    if (name === 'b') throw new Error('full');
    log.push(name);
    return name;
  }
  orders.add(order('short', 1), (outcome) => heard.push(outcome));
  expect(heard).toEqual([{ value: 'short' }]);
  for (const name of ['a', 'b', 'c']) orders.add(order(name, 2), (outcome) => heard.push(outcome));
  expect(log).toEqual(['short', 'a']);
  while (orders.step());
  expect(log).toEqual(['short', 'a', 'a', 'b', 'c', 'c']);
  expect(heard.slice(1)).toEqual([{ value: 'a' }, { error: 'full' }, { value: 'c' }]);
  expect(failures).toHaveLength(1);
});
