import { expect, test, vi } from 'vitest';
import { createAsk } from '../../../../renderer/state/calls.ts';
import { createList } from '../../../../renderer/state/list.ts';
import { rowAt } from '../../../../renderer/state/pages.ts';
import { createPendingChanges } from '../../../../renderer/state/pending-changes.ts';
import type { SortOrders } from '../../../../renderer/state/sort-orders.ts';
import { createToasts } from '../../../../renderer/state/toasts.ts';
import { FakeClient } from '../fake-client.ts';
import { UNREAD } from '../fake-rows.ts';
import { expectTrouble } from '../open-reader.tsx';
import { story } from '../stories.ts';

const ORDERS: SortOrders = { orderOf: () => 'newest', remember: () => {} };

function listOf(count: number) {
  const client = new FakeClient({ count });
  const list = createList(client, createAsk(client, createToasts()), createPendingChanges(), ORDERS, () => false);
  const settled = (test: () => void) => vi.waitFor(test);
  list.getState().refine({});
  return { client, list, settled };
}

const READ = { ...UNREAD, read: true };

/** A promise that the test resolves. */
function gate() {
  let open = () => {};
  const closed = new Promise<void>((done) => {
    open = done;
  });
  return { closed, open };
}

test('a list of 100,000 is never asked for as a whole', async () => {
  const { client, list, settled } = listOf(100_000);
  await settled(() => expect(list.getState().total).toBe(100_000));
  for (const first of [0, 300, 5_000, 70_000, 99_980]) {
    list.getState().setVisible({ first, last: first + 12 }, first === 0);
    await settled(() => expect(rowAt(list.getState().pages, first)?.id).toBe(`d-${first}`));
  }
  const asked = client.inputs('list.window');
  expect(Math.max(...asked.map(({ limit }) => limit))).toBeLessThanOrEqual(300);
  expect(asked.length).toBeLessThan(12);
  expect([...list.getState().pages.values()].flat().length).toBeLessThanOrEqual(600);
});

test('new rows above what is seen move the view by as much and are counted', async () => {
  const { client, list, settled } = listOf(300);
  await settled(() => expect(list.getState().total).toBe(300));
  list.getState().setVisible({ first: 40, last: 52 }, false);
  client.arrive(story(-3), story(-2), story(-1));
  list.getState().refresh();
  await settled(() => expect(list.getState().total).toBe(303));
  expect(list.getState().scroll).toEqual({ by: 3 });
  expect(list.getState().newAbove).toBe(3);
  expect(rowAt(list.getState().pages, 43)?.id).toBe('d-40');
});

test('at the top with nothing selected new rows just appear', async () => {
  const { client, list, settled } = listOf(30);
  await settled(() => expect(list.getState().total).toBe(30));
  list.getState().setVisible({ first: 0, last: 12 }, true);
  client.arrive(story(-1));
  list.getState().refresh();
  await settled(() => expect(rowAt(list.getState().pages, 0)?.id).toBe('d--1'));
  expect(list.getState().newAbove).toBe(0);
});

test('an answer to an older search never overwrites a newer one, and one request is under way at a time', async () => {
  const { client, list, settled } = listOf(100);
  await settled(() => expect(list.getState().total).toBe(100));
  const before = client.inputs('list.window').length;
  const held = gate();
  client.gate = held.closed;
  for (const search of ['m', 'mo', 'moor', 'moorbahn']) list.getState().refine({ search });
  expect(client.inputs('list.window').length).toBe(before + 1);
  held.open();
  await settled(() => expect(list.getState().total).toBeLessThan(100));
  const asked = client
    .inputs('list.window')
    .slice(before)
    .map(({ query }) => query.search);
  expect(asked).toEqual(['m', 'moorbahn']);
  expect(rowAt(list.getState().pages, 0)?.headline).toContain('Moorbahn');
});

test('stepping beyond the rows at hand asks for the one row', async () => {
  const { list, settled } = listOf(5_000);
  await settled(() => expect(list.getState().total).toBe(5_000));
  expect((await list.getState().moveTo(4_999))?.id).toBe('d-4999');
  expect((await list.getState().move(-1))?.id).toBe('d-4998');
});

test('of keys pressed without any pause none is lost beyond the rows at hand', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  await list.getState().moveTo(0);
  await Promise.all(Array.from({ length: 250 }, () => list.getState().move(1)));
  expect(list.getState().selectedId).toBe('d-250');
  await Promise.all([list.getState().move(8), list.getState().moveUnread(1), list.getState().move(-1)]);
  expect(list.getState().selectedId).toBe('d-258');
});

test('what was pressed in a list that is left moves nothing in the next', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  await list.getState().moveTo(1_000);
  const moves = Array.from({ length: 20 }, () => list.getState().move(1));
  list.getState().enter({ list: 'today' });
  await Promise.all(moves);
  expect(list.getState().selectedId).toBeUndefined();
});

test('a list that cannot be loaded says so and can be asked again', async () => {
  expectTrouble();
  const { client, list, settled } = listOf(10);
  await settled(() => expect(list.getState().total).toBe(10));
  client.failing.add('list.window');
  list.getState().enter({ list: 'today' });
  await settled(() => expect(list.getState().failed).toBe(true));
  client.failing.clear();
  list.getState().refine({});
  await settled(() => expect(list.getState().failed).toBe(false));
});

test('only lists of unread dispatches ask for those read meanwhile', async () => {
  const { client, list, settled } = listOf(10);
  await settled(() => expect(list.getState().total).toBe(10));
  expect(client.inputs('list.window').at(-1)?.query.keepReadSince).toBeUndefined();
  list.getState().enter({ list: 'unread' });
  await settled(() => expect(client.inputs('list.window').at(-1)?.query.keepReadSince).toBe(list.getState().enteredAt));
});

test('a list can be entered at one of its dispatches', async () => {
  const { list, settled } = listOf(500);
  await settled(() => expect(list.getState().total).toBe(500));
  list.getState().enter({ list: 'all' }, 'd-320');
  await settled(() => expect(list.getState().scroll).toEqual({ to: 320 }));
  expect(list.getState().selectedId).toBe('d-320');
});

test('a row that says the same after a change stays the same object, so that it is not drawn again', async () => {
  const { client, list, settled } = listOf(50);
  await settled(() => expect(list.getState().total).toBe(50));
  const before = rowAt(list.getState().pages, 0);
  client.arrive(story(-1));
  list.getState().refresh();
  await settled(() => expect(list.getState().total).toBe(51));
  expect(rowAt(list.getState().pages, 1)).toBe(before);
});

test('what comes in between the rows that are seen leaves the selected one where it is', async () => {
  const { client, list, settled } = listOf(300);
  await settled(() => expect(list.getState().total).toBe(300));
  list.getState().setVisible({ first: 40, last: 52 }, false);
  list.getState().select('d-45');
  const [above, below] = [client.stories.slice(0, 43), client.stories.slice(43)];
  client.stories = [...above, { dispatch: { ...story(-1), id: 'between' }, status: UNREAD }, ...below];
  list.getState().refresh();
  await settled(() => expect(list.getState().total).toBe(301));
  expect(list.getState().scroll).toEqual({ by: 1 });
});

test('a page down from a row that is not loaded goes as far as from one that is', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  list.getState().select('d-1500');
  expect((await list.getState().move(8))?.id).toBe('d-1508');
  list.getState().select('d-700');
  expect((await list.getState().move(-8))?.id).toBe('d-692');
  list.getState().select('d-1998');
  expect((await list.getState().move(8))?.id).toBe('d-1999');
});

test('rows that cannot be renewed stay, and are renewed when they can be', async () => {
  expectTrouble();
  const { client, list, settled } = listOf(30);
  await settled(() => expect(list.getState().total).toBe(30));
  client.failing.add('list.window');
  const before = client.inputs('list.window').length;
  client.arrive(story(-1));
  list.getState().refresh();
  await settled(() => expect(client.inputs('list.window').length).toBeGreaterThan(before));
  expect(list.getState()).toMatchObject({ failed: false, total: 30 });
  client.failing.delete('list.window');
  list.getState().refresh();
  await settled(() => expect(list.getState().total).toBe(31));
});

test('behind the last unread row the search for the next one goes on at the other end', async () => {
  const { client, list, settled } = listOf(20);
  await settled(() => expect(list.getState().total).toBe(20));
  client.stories = client.stories.map((held, at) => (at === 2 || at === 9 ? held : { ...held, status: READ }));
  list.getState().select('d-5');
  expect(await list.getState().moveUnread(1)).toBe('on');
  expect(list.getState().selectedId).toBe('d-9');
  expect(await list.getState().moveUnread(1)).toBe('around');
  expect(list.getState().selectedId).toBe('d-2');
  expect(await list.getState().moveUnread(-1)).toBe('around');
  expect(list.getState().selectedId).toBe('d-9');
  client.stories = client.stories.map((held, at) => (at === 9 ? held : { ...held, status: READ }));
  expect(await list.getState().moveUnread(1)).toBe('nowhere');
  expect(list.getState().selectedId).toBe('d-9');
});

test('a selected row that the list does not hold any more leads to what stands beside its place', async () => {
  const { client, list, settled } = listOf(20);
  await settled(() => expect(list.getState().total).toBe(20));
  client.stories = client.stories.map((held, at) => (at === 3 || at === 4 ? held : { ...held, status: READ }));
  list.getState().enter({ list: 'unread' }, 'd-10');
  await settled(() => expect(list.getState().total).toBe(2));
  expect((await list.getState().move(1))?.id).toBe('d-4');
  expect(await list.getState().move(1)).toBeUndefined();
});

test('whoever leaves a search comes back to where the list stood, or to what was selected meanwhile', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  list.getState().setVisible({ first: 300, last: 312 }, false);
  await settled(() => expect(rowAt(list.getState().pages, 300)?.id).toBe('d-300'));
  const search = async (words: string) => {
    list.getState().refine({ search: words });
    await settled(() => expect(list.getState().total < 2_000).toBe(words !== ''));
  };
  await search('moor');
  await search('moorbahn');
  expect(list.getState().scroll).toEqual({ top: true });
  await search('');
  expect(list.getState().scroll).toEqual({ to: 300, below: 0 });
  await search('moorbahn');
  list.getState().select('d-1500');
  await search('');
  expect(list.getState().scroll).toEqual({ to: 1_500 });
});

test('a filter leaves the eyes where they are', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  list.getState().setVisible({ first: 300, last: 312 }, false);
  await settled(() => expect(rowAt(list.getState().pages, 305)?.id).toBe('d-305'));
  list.getState().select('d-305');
  list.getState().refine({ unreadOnly: true });
  await settled(() => expect(list.getState().scroll).toEqual({ to: 305, below: 5 }));
});

test('what was selected far away before a search does not draw the list there when the search is left', async () => {
  const { list, settled } = listOf(2_000);
  await settled(() => expect(list.getState().total).toBe(2_000));
  list.getState().select('d-3');
  list.getState().setVisible({ first: 300, last: 312 }, false);
  await settled(() => expect(rowAt(list.getState().pages, 300)?.id).toBe('d-300'));
  list.getState().refine({ search: 'moorbahn' });
  await settled(() => expect(list.getState().total).toBeLessThan(2_000));
  list.getState().refine({ search: '' });
  // Requests made before the list has scrolled back do not lose the position.
  list.getState().refine({ search: 'moor' });
  list.getState().refine({ search: '' });
  await settled(() => expect(list.getState().total).toBe(2_000));
  expect(list.getState().scroll).toEqual({ to: 300, below: 0 });
});

test('the first step in a search goes to its first hit, whatever was selected before', async () => {
  const { client, list, settled } = listOf(200);
  await settled(() => expect(list.getState().total).toBe(200));
  const hits = client.stories
    .filter(({ dispatch }) => /moorbahn/i.test(dispatch.headline))
    .map(({ dispatch }) => dispatch.id);
  list.getState().select(client.stories.findLast(({ dispatch }) => !hits.includes(dispatch.id))?.dispatch.id);
  list.getState().refine({ search: 'moorbahn' });
  await settled(() => expect(list.getState().total).toBe(hits.length));
  await list.getState().move(1);
  expect(list.getState().selectedId).toBe(hits[0]);
  await list.getState().move(1);
  expect(list.getState().selectedId).toBe(hits[1]);
});
