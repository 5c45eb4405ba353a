import { expect, test } from 'vitest';
import { hostQuery } from '../../../../renderer/state/list-state.ts';
import { hasUnread, indexOf, rowAbove, standsFor, withChange } from '../../../../renderer/state/pages.ts';
import { rowOf, UNREAD } from '../fake-rows.ts';
import { story } from '../stories.ts';

const ROW = rowOf({ dispatch: story(0), status: UNREAD });

const beneath = [
  { id: 'apa', unread: true },
  { id: 'afp', unread: true },
];
const head = { ...ROW, id: 'dpa', story: { sources: ['dpa', 'APA', 'AFP'], size: 3, beneath } };
const under = { ...ROW, id: 'apa', story: { sources: ['APA'], size: 3, beneath: [], under: 'dpa' } };
const pages = new Map([[0, [{ ...ROW, id: 'other' }, head]]]);

test('a row stands for what is folded into it, and is found by it, until it is open', () => {
  expect(standsFor(head)).toEqual(['dpa', 'apa', 'afp']);
  expect(indexOf(pages, 'afp')).toBe(1);
  const open = { ...head, story: { ...head.story, isOpen: true } };
  expect(standsFor(open)).toEqual(['dpa']);
  expect(indexOf(new Map([[0, [open]]]), 'afp')).toBeUndefined();
});

test('a row is unread as long as anything folded into it is', () => {
  const read = { read: true } as const;
  const some = withChange(pages, new Set(['dpa', 'apa']), read);
  const row = some.get(0)?.[1];
  expect([row?.read, row && hasUnread(row)]).toEqual([true, true]);
  const all = withChange(some, new Set(['afp']), read).get(0)?.[1];
  expect([all?.read, all && hasUnread(all)]).toEqual([true, false]);
});

test('the day of a list goes on from the last row that is beneath no other', () => {
  const list = new Map([[0, [head, under, { ...ROW, id: 'next' }]]]);
  expect(rowAbove(list, 2)?.id).toBe('dpa');
  expect(rowAbove(list, 0)).toBeUndefined();
});

test('a typed search is not folded', () => {
  const state = { enteredAt: '', searchError: undefined, validQuery: undefined, folds: true, open: ['dpa'] };
  expect(hostQuery({ ...state, query: { list: 'all' } })).toEqual({ list: 'all', fold: true, open: ['dpa'] });
  expect(hostQuery({ ...state, query: { list: 'all', search: 'Rat' } })).not.toHaveProperty('fold');
  expect(hostQuery({ ...state, folds: false, query: { list: 'all' } })).toEqual({ list: 'all' });
});
