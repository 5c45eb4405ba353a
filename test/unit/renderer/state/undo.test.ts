import { expect, test } from 'vitest';
import { createToasts } from '../../../../renderer/state/toasts.ts';
import { createUndo, type Revert } from '../../../../renderer/state/undo.ts';

test('what was undone and done again is not said to be undone any more', async () => {
  const toasts = createToasts();
  const undo = createUndo(toasts);
  const said = () => toasts.getState().toasts.map((toast) => ('key' in toast ? toast.key : toast.said.code));
  const revert: Revert = async () => ({ back: revert });
  const done = { key: 'done.bookmarked', values: { count: 1 } } as const;
  undo.getState().remember({ id: 'a', done, revert });
  await undo.getState().undo();
  expect(said()).toEqual(['undo.undone']);
  await undo.getState().redo();
  expect(said()).toEqual(['undo.redone']);
  await undo.getState().undo();
  expect(said()).toEqual(['undo.undone']);
});
