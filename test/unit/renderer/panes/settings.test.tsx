import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { MissingKey } from '../../../../renderer/app/MissingKey.tsx';
import { openReader, rows } from '../open-reader.tsx';

const openSettings = async (...given: Parameters<typeof openReader>) => {
  const opened = await openReader(...given);
  await opened.user.click(screen.getByRole('button', { name: 'Einstellungen' }));
  return { ...opened, keeping: screen.getByRole('combobox', { name: 'Aufbewahrung' }) };
};

test('a limit tells what would go and what stays, and removes nothing until it is switched on', async () => {
  const { client, user, keeping } = await openSettings({}, (fake) => {
    fake.preview = { goes: 1_204, stays: 3, before: '2025-12-03T12:00:00Z' };
  });
  await user.selectOptions(keeping, 'days');
  const days = screen.getByRole('spinbutton', { name: 'Anzahl der Tage' });
  fireEvent.change(days, { target: { value: '90' } });
  expect(await screen.findByText('1.204 Meldungen werden entfernt.')).toBeTruthy();
  expect(screen.getByText(/3. Dezember 2025/)).toBeTruthy();
  expect(screen.getByText(/^3 ältere Meldungen bleiben, weil/)).toBeTruthy();
  expect(client.inputs('retention.preview').at(-1)).toEqual({ days: 90 });
  expect(client.inputs('settings.set').filter(({ retention }) => retention)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Entfernen und einschalten' }));
  await waitFor(() => expect(client.settings.retention).toEqual({ days: 90 }));
  expect(await screen.findByText('Eingeschaltet')).toBeTruthy();
  expect(screen.queryByText('1.204 Meldungen werden entfernt.')).toBeNull();
});

test('another limit waits to be switched on, keeping everything does not', async () => {
  const { client, user, keeping } = await openSettings({ settings: { retention: { days: 30 } } });
  expect(await screen.findByText('Eingeschaltet')).toBeTruthy();
  await user.selectOptions(keeping, 'dispatches');
  expect(await screen.findByText('Zurzeit würde nichts entfernt.')).toBeTruthy();
  expect(client.settings.retention).toEqual({ days: 30 });
  await user.selectOptions(keeping, 'all');
  await waitFor(() => expect(client.settings.retention).toEqual({}));
});

test('a message that comes while a dialog is open stands in it and can be acted on', async () => {
  const { stores, user } = await openSettings();
  let done = false;
  stores.toasts.getState().show({
    key: 'undo.nothingToRedo',
    action: {
      label: { key: 'toast.undo' },
      run: () => {
        done = true;
      },
    },
  });
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('Nichts zu wiederholen')).toBeTruthy();
  expect(screen.getAllByText('Nichts zu wiederholen')).toHaveLength(1);
  await user.click(dialog.getByRole('button', { name: 'Rückgängig' }));
  expect(done).toBe(true);
});

const orderButton = () => screen.getByRole('button', { name: /^Reihenfolge/ });
async function orderBy(user: UserEvent, name: string): Promise<void> {
  await user.click(orderButton());
  await user.click(await screen.findByRole('menuitemcheckbox', { name }));
}

test('the oldest can come first without a search', async () => {
  const { client, user } = await openReader();
  await orderBy(user, 'Älteste zuerst');
  await waitFor(() => expect(rows()[0]?.id).toBe('row-d-299'));
  expect(orderButton().getAttribute('aria-label')).toBe('Reihenfolge: Älteste zuerst');
  await orderBy(user, 'Neueste zuerst');
  await waitFor(() => expect(rows()[0]?.id).toBe('row-d-0'));
  expect(client.inputs('list.window').at(-1)?.query.order).toBe('newest');
});

test('the order of a list is its own: it comes back with it, and after a search by relevance', async () => {
  const { client, user } = await openReader({ count: 3, settings: { oldestFirst: [{ list: 'bookmarks' }] } });
  const order = () => orderButton().getAttribute('aria-label');
  const lists = within(screen.getByRole('navigation'));
  expect(order()).toBe('Reihenfolge: Neueste zuerst');
  await user.click(lists.getByRole('button', { name: /^Wirtschaft(?! und)/ }));
  await orderBy(user, 'Älteste zuerst');
  await user.click(lists.getByRole('button', { name: /^Alle/ }));
  expect(order()).toBe('Reihenfolge: Neueste zuerst');
  await user.click(lists.getByRole('button', { name: /^Wirtschaft(?! und)/ }));
  expect(order()).toBe('Reihenfolge: Älteste zuerst');
  await user.type(screen.getByRole('searchbox'), 'fähre');
  await orderBy(user, 'Beste Treffer zuerst');
  await user.type(screen.getByRole('searchbox'), '{Escape}');
  await waitFor(() => expect(order()).toBe('Reihenfolge: Älteste zuerst'));
  expect(client.settings.oldestFirst).toEqual([{ list: 'bookmarks' }, { list: 'category', value: 'Wirtschaft' }]);
  await orderBy(user, 'Eiligste zuerst');
  await waitFor(() => expect(client.settings.urgentFirst).toEqual([{ list: 'category', value: 'Wirtschaft' }]));
  expect(client.settings.oldestFirst).toEqual([{ list: 'bookmarks' }]);
  await orderBy(user, 'Neueste zuerst');
  await waitFor(() => expect(client.settings.urgentFirst).toEqual([]));
});

test('a page without the key to the stores says which address to open', () => {
  render(<MissingKey />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/key|Schlüssel/);
});

test('what an administrator has fixed is shown as locked and cannot be changed', async () => {
  await openSettings({ settings: { theme: 'dark' }, info: { locked: ['theme', 'displayZone', 'wireFolder'] } });
  const isFree = (control: HTMLElement) => control.closest('fieldset:disabled') === null;
  const isEnabled = (name: string) => isFree(screen.getByRole('combobox', { name }));
  expect([isEnabled('Farbschema'), isEnabled('Zeiten anzeigen in'), isEnabled('Sprache')]).toEqual([
    false,
    false,
    true,
  ]);
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.queryByRole('button', { name: 'Anderen Ordner wählen' })).toBeNull();
  expect(isFree(dialog.getByRole('button', { name: 'Ordner öffnen' }))).toBe(true);
  expect(screen.getAllByText('Von Ihrer IT-Abteilung festgelegt')).toHaveLength(3);
});
