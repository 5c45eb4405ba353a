import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../preload/contract/contract.ts';
import { lengthIn } from '../../../../renderer/list/RowColumns.tsx';
import { columnsOf, isMeasured, withColumn } from '../../../../renderer/state/columns.ts';
import { densityOf, withDensity } from '../../../../renderer/state/densities.ts';

test('a length counts begun lines and minutes whole', () => {
  expect(lengthIn('characters', 81, 40)).toBe(81);
  expect(lengthIn('lines', 81, 40)).toBe(3);
  expect(lengthIn('lines', 80, 40)).toBe(2);
  expect(lengthIn('reading', 1_001, 40)).toBe(2);
  expect(lengthIn('lines', 0, 40)).toBe(0);
});

test('a column is shown and hidden in a list of its own; only the time needs nothing of the text', () => {
  const all = { list: 'all' } as const;
  const tag = { list: 'tag', value: 'Budget' } as const;
  const listColumns = withColumn(DEFAULT_SETTINGS, tag, 'number');
  expect(columnsOf({ listColumns }, { ...tag, search: 'hafen' })).toEqual(['time', 'number']);
  expect(columnsOf({ listColumns }, all)).toEqual(['time']);
  expect(columnsOf({ columns: ['lines'] }, all)).toEqual(['lines']);
  expect([isMeasured({ listColumns }, tag), isMeasured({ listColumns }, all)]).toEqual([true, false]);
  expect(isMeasured({ listColumns: withColumn({ listColumns }, tag, 'number') }, tag)).toBe(false);
  expect(columnsOf({ listColumns: withColumn(DEFAULT_SETTINGS, all, 'time') }, all)).toEqual([]);
});

test('what the user has chosen for a list holds for its searches, too', () => {
  const list = { list: 'topic', value: 'medtop:15000000' } as const;
  const search = { ...list, search: 'hafen' };
  expect([densityOf({}, list), densityOf({}, search)]).toEqual(['two', 'three']);
  const densities = withDensity({}, search, 'two');
  expect([densityOf({ densities }, list), densityOf({ densities }, search)]).toEqual(['two', 'two']);
  expect(densityOf({ densities: [{ ...list, density: 'one' }] }, list)).toBe('one');
});
