import { expect, test, vi } from 'vitest';
import { stepwise } from '../../../main/threads/stepwise.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('steps follow each other until there is nothing left, with other work between them', async () => {
  const log: string[] = [];
  const steps = stepwise(() => log.push('step') < 5);
  steps.wake();
  steps.wake();
  expect(log).toEqual([]);
  setImmediate(() => log.push('message'));
  await vi.waitFor(() => expect(log).toEqual(['step', 'message', 'step', 'step', 'step']));
  await nextTurn();
  expect(log).toHaveLength(5);
  steps.wake();
  await vi.waitFor(() => expect(log).toHaveLength(6));
});

test('nothing runs after the end, even where a step itself ends the work', async () => {
  let count = 0;
  const steps = stepwise(() => {
    count += 1;
    steps.stop();
    return true;
  });
  steps.wake();
  await nextTurn();
  await nextTurn();
  steps.wake();
  await nextTurn();
  expect(count).toBe(1);
});
