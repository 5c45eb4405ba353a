import { expect, test } from 'vitest';
import type { ListRow, ListWindow } from '../../../../preload/contract/contract.ts';
import { type LoadState, nextRequest, refreshed } from '../../../../renderer/state/list-requests.ts';
import { PAGE, type Pages, rowAt } from '../../../../renderer/state/pages.ts';
import { rowOf, UNREAD } from '../fake-rows.ts';
import { story } from '../stories.ts';

const row = (n: number): ListRow => rowOf({ dispatch: story(n), status: UNREAD });
const rowsFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => row(first + n));

/** A list of 1,000 with these pages loaded, scrolled to a row. */
function scrolledTo(first: number, pages: readonly number[], part: Partial<LoadState> = {}): LoadState {
  const loaded: Pages = new Map(pages.map((page) => [page, rowsFrom(page * PAGE, PAGE)]));
  return {
    pages: loaded,
    total: 1_000,
    view: { visible: { first, last: first + 12 }, atTop: first === 0 },
    isNewQuery: false,
    isStale: false,
    ...part,
  };
}

const answer = (offset: number, rows: readonly ListRow[], part: Partial<ListWindow> = {}): ListWindow => ({
  generation: 2,
  total: 1_000,
  offset,
  rows: [...rows],
  ...part,
});

test('a new query asks for its first page before anything else, and where the row to reveal is', () => {
  const state = scrolledTo(500, [5], { isNewQuery: true, isStale: true, reveal: { id: 'd-7' } });
  expect(nextRequest(state)).toEqual({ kind: 'first', page: 0, pageCount: 1, anchor: 'd-7' });
});

test('when all visible rows are loaded there is nothing to ask for', () => {
  expect(nextRequest(scrolledTo(540, [5]))).toBeUndefined();
  expect(nextRequest(scrolledTo(0, [0]))).toBeUndefined();
});

test('missing pages are asked for one by one, a little before they become visible', () => {
  expect(nextRequest(scrolledTo(585, [5]))).toMatchObject({ kind: 'page', page: 6, pageCount: 1 });
  expect(nextRequest(scrolledTo(585, []))).toMatchObject({ kind: 'page', page: 5, pageCount: 1 });
});

test('a change of the library is one request for the visible rows and their anchor', () => {
  expect(nextRequest(scrolledTo(540, [5], { isStale: true }))).toEqual({
    kind: 'refresh',
    page: 5,
    pageCount: 1,
    anchor: 'd-540',
  });
  expect(nextRequest(scrolledTo(590, [5, 6], { isStale: true }))).toMatchObject({ page: 5, pageCount: 2 });
});

test('the anchor is the selected row while it is visible, and none at the top of the list', () => {
  const at = (first: number, selectedId?: string) =>
    nextRequest(scrolledTo(first, [Math.floor(first / PAGE)], { isStale: true, selectedId }))?.anchor;
  expect(at(540, 'd-545')).toBe('d-545');
  expect(at(540, 'd-3')).toBe('d-540');
  expect(at(0)).toBeUndefined();
  expect(at(0, 'd-4')).toBe('d-4');
});

test('the answer to a refresh brings rows, count and how far the anchor has moved', () => {
  const state = scrolledTo(540, [5], { isStale: true });
  const request = nextRequest(state);
  if (!request) throw new Error('Nothing to ask for');
  const result = refreshed(state, request, answer(500, rowsFrom(497, PAGE), { total: 1_003, anchorIndex: 543 }));
  expect(result).toMatchObject({ total: 1_003, by: 3 });
  if (!('pages' in result)) throw new Error('No pages');
  expect(rowAt(result.pages, 543)).toBe(rowAt(state.pages, 540));
});

test('rows that have moved out of the answer are asked for once more, where they are now', () => {
  const state = scrolledTo(540, [5], { isStale: true });
  const request = nextRequest(state);
  if (!request) throw new Error('Nothing to ask for');
  const correction = refreshed(state, request, answer(500, rowsFrom(0, PAGE), { total: 2_000, anchorIndex: 1_040 }));
  expect(correction).toEqual({ by: 500, total: 2_000 });
  const again = { ...state, correction: { by: 500, total: 2_000 } };
  const second = nextRequest(again);
  expect(second).toMatchObject({ kind: 'refresh', page: 10, pageCount: 1, anchor: 'd-540' });
  if (!second) throw new Error('Nothing to ask for');
  // Moved again: shows what it can instead of requesting forever.
  const result = refreshed(again, second, answer(1_000, rowsFrom(0, PAGE), { total: 2_200, anchorIndex: 1_240 }));
  expect(result).toMatchObject({ by: 700, total: 2_200 });
});

test('a list that has become shorter than the view is asked for again at its end', () => {
  const state = scrolledTo(540, [5], { isStale: true });
  const request = nextRequest(state);
  if (!request) throw new Error('Nothing to ask for');
  const correction = refreshed(state, request, answer(500, [], { total: 30 }));
  expect(correction).toEqual({ by: 0, total: 30 });
  expect(nextRequest({ ...state, correction: { by: 0, total: 30 } })).toMatchObject({ page: 0, pageCount: 1 });
});

test('a list that has become empty has no pages', () => {
  const state = scrolledTo(0, [0], { isStale: true });
  const request = nextRequest(state);
  if (!request) throw new Error('Nothing to ask for');
  expect(refreshed(state, request, answer(0, [], { total: 0 }))).toEqual({ pages: new Map(), total: 0, by: 0 });
});

test('the user may scroll while a refresh is under way: the anchor of the request counts', () => {
  const state = scrolledTo(540, [5], { isStale: true });
  const request = nextRequest(state);
  if (!request) throw new Error('Nothing to ask for');
  const moved = { ...state, view: { visible: { first: 550, last: 562 }, atTop: false } };
  expect(refreshed(moved, request, answer(500, rowsFrom(498, PAGE), { anchorIndex: 542 }))).toMatchObject({ by: 2 });
});
