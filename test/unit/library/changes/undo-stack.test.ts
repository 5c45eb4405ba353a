import { expect, test } from 'vitest';
import { UndoStack } from '../../../../main/library/changes/undo-stack.ts';

const undo = (changed: number) => ({ changed, parts: [] });

test('the last five hundred markings can be taken back', () => {
  const stack = new UndoStack();
  const handles = Array.from({ length: 501 }, (_, i) => stack.keep(undo(i + 1)));
  expect(stack.get(handles[0] ?? '')).toBeUndefined();
  expect(stack.get(handles[1] ?? '')).toEqual(undo(2));
  expect(stack.get(handles[500] ?? '')).toEqual(undo(501));
});

test('markings of whole libraries are kept only as far as they are not too many, the last one always', () => {
  const stack = new UndoStack();
  const [first = '', second = '', third = ''] = [600_000, 600_000, 600_000].map((count) => stack.keep(undo(count)));
  expect([first, second, third].map((handle) => stack.get(handle)?.changed)).toEqual([undefined, 600_000, 600_000]);
  const huge = stack.keep(undo(2_000_000));
  expect([second, third, huge].map((handle) => stack.get(handle)?.changed)).toEqual([undefined, undefined, 2_000_000]);
});
