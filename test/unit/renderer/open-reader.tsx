import { render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { createStores, type Stores } from '../../../renderer/state/stores.ts';
import { FakeClient, type FakeOptions } from './fake-client.ts';

export interface Opened {
  readonly client: FakeClient;
  readonly stores: Stores;
  readonly user: UserEvent;
}

/** Opens the whole window over a host in memory and waits for its first answer. */
export async function openReader(options: FakeOptions = {}, prepare?: (client: FakeClient) => void): Promise<Opened> {
  const client = new FakeClient(options);
  prepare?.(client);
  const stores = createStores(client);
  const user = userEvent.setup();
  render(<App stores={stores} />);
  await waitFor(() => {
    if (!stores.list.getState().loaded || !stores.settings.getState().known || !stores.sidebar.getState().sidebar)
      throw new Error('The window has not loaded yet');
  });
  return { client, stores, user };
}

/** Silences the console in a test where the host fails: the window logs the error it shows in a toast. */
export function expectTrouble(): void {
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

/** The rows of the list; the options of a select have no aria-setsize. */
export const rows = (): HTMLElement[] =>
  screen.queryAllByRole('option').filter((row) => row.hasAttribute('aria-setsize'));
export const selectedRow = (): HTMLElement | undefined =>
  rows().find((row) => row.getAttribute('aria-selected') === 'true');
/** The first level headline of the article, without the name of the program. */
export const headline = (): string | undefined =>
  screen
    .queryAllByRole('heading', { level: 1 })
    .map((heading) => heading.textContent)
    .find((text) => text !== 'Depesche');
