import { expect, test, vi } from 'vitest';
import { edgesOfDay } from '../../../../renderer/common/time.ts';
import { createAsk } from '../../../../renderer/state/calls.ts';
import { createList } from '../../../../renderer/state/list.ts';
import { createPendingChanges } from '../../../../renderer/state/pending-changes.ts';
import { createToasts } from '../../../../renderer/state/toasts.ts';
import { FakeClient } from '../fake-client.ts';

test.each([
  ['Europe/Berlin', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['Asia/Kathmandu', '2026-05-01T18:15:00Z', '2026-05-01T18:15:00Z', '2026-05-02T18:15:00Z'],
  ['Pacific/Kiritimati', '2026-05-01T09:59:00Z', '2026-04-30T10:00:00Z', '2026-05-01T10:00:00Z'],
])('a day in %s around %s begins and ends where its clocks say', (zone, iso, begins, ends) => {
  expect(edgesOfDay(iso, { zone })).toEqual({ begins: Date.parse(begins), ends: Date.parse(ends) });
});

const ZONE = 'Europe/Berlin';
const dayOf = (iso: string) => new Date(iso).toLocaleDateString('sv-SE', { timeZone: ZONE });

test.each(['newest', 'oldest'] as const)('day by day through a list, %s first, to both ends', async (order) => {
  const client = new FakeClient({ count: 1_500 });
  const ask = createAsk(client, createToasts());
  const list = createList(
    client,
    ask,
    createPendingChanges(),
    { orderOf: () => order, remember: () => {} },
    () => false,
  );
  list.getState().enter({ list: 'all' });
  await vi.waitFor(() => expect(list.getState().total).toBe(1_500));
  const rows = client.stories.map(({ dispatch }) => dispatch);
  if (order === 'oldest') rows.reverse();
  const starts = rows.filter((row, n) => n === 0 || dayOf(row.publishedAt) !== dayOf(rows[n - 1]?.publishedAt ?? ''));
  expect(starts.length).toBeGreaterThan(2);
  const { moveDay, select } = list.getState();
  select(rows[0]?.id);
  for (const start of starts.slice(1)) expect((await moveDay(1, ZONE))?.id).toBe(start.id);
  expect(await moveDay(1, ZONE)).toBeUndefined();
  const last = rows.at(-1);
  await list.getState().moveToLast();
  expect(list.getState().selectedId).toBe(last?.id);
  const back = starts.toReversed().filter(({ id }) => id !== last?.id);
  for (const start of back) expect((await moveDay(-1, ZONE))?.id).toBe(start.id);
  expect(await moveDay(-1, ZONE)).toBeUndefined();
});
