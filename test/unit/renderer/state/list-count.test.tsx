import { expect, test, vi } from 'vitest';
import { createAsk } from '../../../../renderer/state/calls.ts';
import { createList } from '../../../../renderer/state/list.ts';
import { rowAt } from '../../../../renderer/state/pages.ts';
import { createPendingChanges } from '../../../../renderer/state/pending-changes.ts';
import { createToasts } from '../../../../renderer/state/toasts.ts';
import { FakeClient } from '../fake-client.ts';
import { story } from '../stories.ts';

/** A list searched for what every story has; counts wait until `count` is called. */
function searched(hits: number) {
  const client = new FakeClient({ count: hits });
  const { promise, resolve: count } = Promise.withResolvers<void>();
  client.gates.set('list.count', promise);
  const ask = createAsk(client, createToasts());
  const list = createList(
    client,
    ask,
    createPendingChanges(),
    { orderOf: () => 'newest', remember: () => {} },
    () => false,
  );
  list.getState().refine({ search: 'e' });
  const shows = (state: object) => vi.waitFor(() => expect(list.getState()).toMatchObject(state));
  return { client, list, count, shows };
}

test('hits stand in the list before they are counted, and stay in place when they are', async () => {
  const { list, count, shows } = searched(1_200);
  await shows({ total: 500, more: true });
  const before = list.getState();
  expect(rowAt(before.pages, 0)?.id).toBe('d-0');
  count();
  await shows({ total: 1_200, more: false });
  expect(list.getState().scroll).toBe(before.scroll);
  expect(list.getState().pages).toBe(before.pages);
});

test('a few hits are counted at once', async () => {
  const { client, shows } = searched(120);
  await shows({ total: 120, more: false });
  expect(client.inputs('list.count')).toEqual([]);
});

test('the next search does not wait for the count of the last one, which is dropped', async () => {
  const { client, list, count, shows } = searched(1_200);
  await shows({ total: 500, more: true });
  list.getState().refine({ search: 'steht nirgends' });
  await shows({ total: 0, more: false });
  count();
  await client.call('list.count', { query: { list: 'all' } });
  expect(list.getState()).toMatchObject({ total: 0, more: false });
});

test('an arrival does not make a counted list shorter until it is counted again', async () => {
  const { client, list, count, shows } = searched(1_200);
  count();
  await shows({ total: 1_200, more: false });
  const lengths: number[] = [];
  list.subscribe(({ total }) => lengths.push(total));
  client.arrive(story(-1));
  list.getState().refresh();
  await shows({ total: 1_201, more: false });
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(1_200);
});

test('the end and a step beyond the known rows lead into the rest of the list', async () => {
  const { list, count, shows } = searched(1_200);
  await shows({ total: 500, more: true });
  await list.getState().moveTo(700);
  expect(list.getState()).toMatchObject({ selectedId: 'd-700', total: 701, more: true });
  count();
  await list.getState().moveToLast();
  expect(list.getState()).toMatchObject({ selectedId: 'd-1199', total: 1_200, more: false });
});
