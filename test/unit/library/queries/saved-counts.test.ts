import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../../../main/library/index/store.ts';
import { SavedCounts } from '../../../../main/library/queries/saved-counts.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { plain } from '../broken.ts';
import { add, openWriter } from '../sample.ts';
import { now } from './listed.ts';

const saved = ['ist:gelesen ODER ist:ungelesen', 'ist:gemerkt', 'ist:ungelesen'].map((search, i) => ({
  id: `${i}`,
  name: search,
  search,
}));
const damage = () => Object.assign(new Error('database disk image is malformed'), { errcode: 11 });

let writer: LibraryWriter;
beforeEach(() => {
  writer = openWriter(temporaryFolder());
  add(writer, plain('a'), plain('b'));
});
afterEach(() => {
  vi.useRealTimers();
  writer.close();
});

const totals = (counts: SavedCounts) => counts.of(saved, now).map(({ total }) => total);

/** Counting takes no time: nothing is left to the background. */
const stopClock = () => vi.useFakeTimers({ toFake: ['performance'] });

/** Fails in the second step of all. */
const failing = (error: () => Error) => {
  let steps = 0;
  return (count: (store: Store) => void) => {
    steps += 1;
    if (steps === 2) throw error();
    count(writer.store);
  };
};

test('a search that meets damage leaves the others their counts', () => {
  stopClock();
  expect(totals(new SavedCounts(failing(damage), () => {}))).toEqual([0, 0, 2]);
});

test('another failure is none of its own, and the next time all are counted', () => {
  stopClock();
  const counts = new SavedCounts(
    failing(() => new Error('locked')),
    () => {},
  );
  expect(() => totals(counts)).toThrow('locked');
  expect(totals(counts)).toEqual([2, 0, 2]);
});

test('what takes long is counted in the background, and again after a rest', () => {
  vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout', 'clearTimeout'] });
  const later = vi.fn();
  const counts = new SavedCounts((count) => {
    vi.advanceTimersByTime(15);
    count(writer.store);
  }, later);
  expect(totals(counts)).toEqual([2, 0, 0]);
  expect(later).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(later).toHaveBeenCalledTimes(1);
  expect(totals(counts)).toEqual([2, 0, 2]);

  add(writer, plain('c'));
  counts.changed(writer.store.changed.take());
  expect(totals(counts)).toEqual([2, 0, 2]);
  vi.runAllTimers();
  expect(later).toHaveBeenCalledTimes(2);
  totals(counts);
  vi.runAllTimers();
  expect(later).toHaveBeenCalledTimes(3);
  expect(totals(counts)).toEqual([3, 0, 3]);
  // The health page asks for the other counts only.
  expect(counts.of([], now)).toEqual([]);
  expect(totals(counts)).toEqual([3, 0, 3]);
  counts.close();
});
