import { expect, test } from 'vitest';
import type { ListRow } from '../../../../preload/contract/contract.ts';
import {
  anchorShift,
  indexOf,
  PAGE,
  type Pages,
  pagesOf,
  rowAt,
  withChange,
  withPage,
} from '../../../../renderer/state/pages.ts';

const row = (id: string): ListRow => ({
  id,
  version: 1,
  headline: id,
  snippet: '',
  source: 'nordpress',
  categories: [],
  publishedAt: '2026-03-17T14:40:00Z',
  receivedAt: '2026-03-17T14:40:00Z',
  urgency: 5,
  status: 'usable',
  read: false,
  bookmarked: false,
  tags: [],
  hasNote: false,
  updated: true,
});
const page = (number: number) => Array.from({ length: PAGE }, (_, n) => row(`${number}-${n}`));

test('a row is found by its index and by its id', () => {
  const pages: Pages = new Map([[3, page(3)]]);
  expect(rowAt(pages, 3 * PAGE + 7)?.id).toBe('3-7');
  expect(indexOf(pages, '3-7')).toBe(3 * PAGE + 7);
  expect(rowAt(pages, 7)).toBeUndefined();
  expect(indexOf(pages, 'gone')).toBeUndefined();
});

test('the pages that cover a span end with the list', () => {
  expect(pagesOf({ first: 95, last: 205 }, 1_000)).toEqual([0, 1, 2]);
  expect(pagesOf({ first: 95, last: 205 }, 120)).toEqual([0, 1]);
  expect(pagesOf({ first: 500, last: 520 }, 30)).toEqual([0]);
  expect(pagesOf({ first: 0, last: 20 }, 0)).toEqual([]);
});

test('pages far from what is seen are let go', () => {
  let pages: Pages = new Map();
  for (let number = 0; number < 40; number += 1) {
    pages = withPage(pages, number, page(number), { first: number * PAGE, last: number * PAGE + 20 });
  }
  expect(pages.size).toBeLessThan(10);
  expect(pages.has(39)).toBe(true);
  expect(pages.has(0)).toBe(false);
});

test('a page that is fetched again takes the place of the old one', () => {
  const old: Pages = new Map([[0, page(0)]]);
  const fresh = withPage(old, 0, [row('new')], { first: 0, last: 10 });
  expect(rowAt(fresh, 0)?.id).toBe('new');
});

test('a change shows in the rows it names and in no other', () => {
  const pages: Pages = new Map([[0, [row('a'), row('b')]]]);
  const changed = withChange(pages, new Set(['b']), { read: true, 'note:1': 'x' });
  expect(rowAt(changed, 0)).toEqual(row('a'));
  expect(rowAt(changed, 1)).toEqual({ ...row('b'), read: true, hasNote: true, updated: false });
});

test('the view moves with its anchor, and stays when the anchor has gone', () => {
  expect(anchorShift(12, 15)).toBe(3);
  expect(anchorShift(12, 10)).toBe(-2);
  expect(anchorShift(12, undefined)).toBe(0);
});
