import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createPendingChanges } from '../../../../renderer/state/pending-changes.ts';
import type { Stores } from '../../../../renderer/state/stores.ts';
import type { FakeClient } from '../fake-client.ts';
import { openReader, rows } from '../open-reader.tsx';

test('a change is held against answers that were asked for before it had arrived', () => {
  const pending = createPendingChanges();
  const before = pending.tick();
  const arrived = pending.add(['a'], { bookmark: true });
  const meanwhile = pending.tick();
  arrived();
  const changes = (tick: number) => pending.since(tick).map(({ change }) => change);
  expect(changes(before)).toEqual([{ bookmark: true }]);
  expect(changes(meanwhile)).toEqual([{ bookmark: true }]);
  expect(changes(pending.tick())).toEqual([]);
});

/** Makes the host answer the next call of a name with its present state, once released. */
function hold(client: FakeClient, name: 'list.window' | 'article.get') {
  const { promise, resolve } = Promise.withResolvers<void>();
  const call = client.call.bind(client);
  let isHeld = false;
  client.call = async (asked, input) => {
    const answer = structuredClone(await call(asked, input));
    // A list is asked first where its rows have moved to.
    const isProbe = 'rows' in answer && answer.rows.length === 0;
    if (asked === name && !isProbe && !isHeld) {
      isHeld = true;
      await promise;
    }
    return answer;
  };
  return { release: resolve, isHeld: () => isHeld };
}

const isShownBookmarked = ({ list, article }: Stores, name: 'list.window' | 'article.get') =>
  name === 'article.get'
    ? article.getState().article?.status.bookmarked
    : [...list.getState().pages.values()].flat().some(({ bookmarked }) => bookmarked);

test.each(['list.window', 'article.get'] as const)(
  'an answer of %s that is older than a mark does not take it back',
  async (name) => {
    const { client, stores, user } = await openReader();
    await user.keyboard('j');
    await waitFor(() => expect(stores.article.getState().phase).toBe('shown'));
    const { release, isHeld } = hold(client, name);
    if (name === 'list.window') stores.list.getState().refresh();
    else void stores.article.getState().refresh();
    await waitFor(() => expect(isHeld()).toBe(true));
    await user.keyboard('s');
    await waitFor(() => expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(1));
    const shown: unknown[] = [];
    for (const store of [stores.list, stores.article])
      store.subscribe(() => shown.push(isShownBookmarked(stores, name)));
    await act(async () => {
      release();
      // A request made now is answered after it.
      for (let i = 0; i < 3; i++) await stores.ask('import.progress', {});
    });
    expect(shown).toContain(true);
    expect(shown).not.toContain(false);
  },
);

test('who takes back at once takes back the marking that is still under way', async () => {
  const { client, user } = await openReader({ count: 20 });
  const unread = () => client.stories.filter(({ status }) => !status.read).length;
  await user.keyboard('j');
  await user.keyboard('s');
  await waitFor(() => expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(1));
  const { promise, resolve } = Promise.withResolvers<void>();
  client.gate = promise;
  await user.keyboard('{Shift>}a{/Shift}');
  await user.keyboard('{Control>}z{/Control}');
  resolve();
  await waitFor(() => expect(client.inputs('status.undo')).toHaveLength(1));
  await waitFor(() => expect(unread()).toBeGreaterThan(15));
  expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(1);
});

test('a row that two pages have is drawn once', async () => {
  const { stores } = await openReader();
  const { pages } = stores.list.getState();
  const [first = []] = [...pages.values()];
  const twice = first.map((row, at) => (at === 3 ? (first[2] ?? row) : row));
  act(() => stores.list.setState({ pages: new Map([[0, twice]]) }));
  const ids = rows().map(({ id }) => id);
  expect(ids.filter((id) => id === `row-${first[2]?.id}`)).toHaveLength(1);
  expect(screen.getAllByRole('option').length).toBe(ids.length);
});
