import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openReader } from '../open-reader.tsx';

test('where the user is is kept at once: the next moment may be the last', async () => {
  const { client, user } = await openReader();
  await user.click(screen.getByRole('option', { name: /Fähre vor/ }));
  await waitFor(() => expect(client.settings.lastPlace?.selected).toBeTruthy(), { timeout: 900 });
  const first = client.settings.lastPlace?.selected;
  await user.keyboard('jj');
  const before = client.settings.lastPlace?.selected;
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(client.settings.lastPlace?.selected).not.toBe(before ?? first));
});
