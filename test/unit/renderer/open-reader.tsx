import { render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { createReader, type Reader } from '../../../renderer/state/reader.ts';
import { FakeClient, type FakeOptions } from './fake-client.ts';

export interface Opened {
  readonly client: FakeClient;
  readonly reader: Reader;
  readonly user: UserEvent;
}

/** The whole reader on a host in memory, its first answer shown. */
export async function openReader(options: FakeOptions = {}, prepare?: (client: FakeClient) => void): Promise<Opened> {
  const client = new FakeClient(options);
  prepare?.(client);
  const reader = createReader(client);
  const user = userEvent.setup();
  render(<App reader={reader} />);
  await waitFor(() => {
    if (!reader.list.getState().loaded || !reader.settings.getState().known || !reader.sidebar.getState().sidebar)
      throw new Error('The reader has not loaded yet');
  });
  return { client, reader, user };
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
