import { expect, test } from 'vitest';
import { CombinedProgress } from '../../../main/inbox/combined-progress.ts';

const progress = (state: 'idle' | 'importing' | 'paused', done: number, total: number) =>
  ({ kind: 'progress', state, done, total }) as const;
const settled = { kind: 'settled', files: 3, imported: { new: 3, versions: 0, known: 0 }, problems: 0 } as const;

test('two folders are read until both are, and settled once both are', () => {
  const all = new CombinedProgress();
  all.of(progress('importing', 1, 10), '', 2, false);
  expect(all.of(progress('importing', 2, 5), 'b', 2, false)).toEqual(progress('importing', 3, 15));
  expect(all.of(progress('idle', 10, 10), '', 2, false)).toEqual(progress('importing', 12, 15));
  expect(all.of(settled, '', 2, false)).toBeUndefined();
  expect(all.of(progress('idle', 5, 5), 'b', 2, false)).toEqual(progress('idle', 15, 15));
  expect(all.of(settled, 'b', 2, false)).toEqual(settled);
});

test('a paused folder pauses no others', () => {
  const all = new CombinedProgress();
  all.of(progress('paused', 0, 7), '', 2, false);
  expect(all.of(progress('importing', 1, 2), 'b', 2, false)).toEqual(progress('importing', 1, 2));
  expect(all.of(progress('paused', 1, 2), 'b', 2, true)).toEqual(progress('paused', 1, 9));
});
