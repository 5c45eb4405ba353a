import { expect, test } from 'vitest';
import { wordRuns } from '../../../preload/text/word-runs.ts';

const words = 'die deutsche bank in der deutschen stadt'.split(' ');

test.each([
  [['deutsche', 'deutsche bank'], [[1, 2]]],
  [['deutsche bank', 'bank'], [[1, 2]]],
  [
    ['deutsch*', 'bank'],
    [
      [1, 1],
      [2, 2],
      [5, 5],
    ],
  ],
  [['deutsche stadt'], []],
])('%j stands at %j', (wanted, runs) => {
  expect(wordRuns(words, wanted)).toEqual(runs);
});
