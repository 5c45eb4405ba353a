import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { putOff } from '../../../../renderer/commands/later-commands.ts';
import { openReader } from '../open-reader.tsx';

test('the message that a dispatch was put off undoes that and nothing else, and goes with it', async () => {
  const { client, stores, user } = await openReader({ settings: { markRead: 'manual' } });
  const id = client.stories[1]?.dispatch.id ?? '';
  putOff(stores, [id], new Date('2099-01-01T07:00:00Z'), '7 Uhr');
  await stores.marks.getState().mark(['d-0'], { bookmark: true });
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(client.held(id)?.status.later).toBeUndefined());
  expect(client.held('d-0')?.status.bookmarked).toBe(true);

  putOff(stores, [id], new Date('2099-01-01T07:00:00Z'), '8 Uhr');
  expect(await screen.findByText(/8 Uhr/)).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(screen.queryByText(/8 Uhr/)).toBeNull());
});
