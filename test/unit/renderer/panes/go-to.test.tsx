import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openReader } from '../open-reader.tsx';

test('“Go to list” offers 50 lists and says how many more there are; letters find those, too', async () => {
  const tags = Array.from({ length: 300 }, (_, n) => `Schlagwort ${n + 100}`);
  const { user } = await openReader({ count: 1 }, (client) => {
    client.stories = client.stories.map((held) => ({ ...held, status: { ...held.status, tags } }));
  });
  await user.keyboard('{Control>}p{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Zu einer Liste gehen' }));
  await user.keyboard('wort');
  await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(50));
  expect(dialog.getByText('250 weitere: einfach weitertippen.')).toBeTruthy();
  await user.keyboard(' 399');
  await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(1));
  expect(dialog.queryByText(/weitere:/)).toBeNull();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Schlagwort 399' })).toBeTruthy();
});
