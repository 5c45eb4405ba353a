import { expect, test, vi } from 'vitest';
import { SavedCounts } from '../../../../main/library/queries/saved-counts.ts';

const saved = (id: string) => ({ id, name: id, search: id });
const damage = () => Object.assign(new Error('database disk image is malformed'), { errcode: 11 });

test('a search that meets damage leaves the others their counts', () => {
  const counts = new SavedCounts(
    (search) => {
      if (search.id === 'b') throw damage();
      return { ...search, total: 7, unread: 3 };
    },
    () => {},
  );
  expect(counts.of([saved('a'), saved('b'), saved('c')], 1).map(({ total }) => total)).toEqual([7, 0, 7]);
});

test('another failure is none of its own', () => {
  const counts = new SavedCounts(
    () => {
      throw new Error('locked');
    },
    () => {},
  );
  expect(() => counts.of([saved('a')], 1)).toThrow('locked');
});

test('while everything changes the searches are counted once a second, and at the end', () => {
  vi.useFakeTimers();
  try {
    const later = vi.fn();
    const count = vi.fn((search) => ({ ...search, total: 1, unread: 1 }));
    const counts = new SavedCounts(count, later);
    for (let generation = 1; generation <= 5; generation++) counts.of([saved('a')], generation);
    expect(count).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(later).toHaveBeenCalledTimes(1);
    counts.of([saved('a')], 6);
    expect(count).toHaveBeenCalledTimes(2);
    counts.close();
  } finally {
    vi.useRealTimers();
  }
});
