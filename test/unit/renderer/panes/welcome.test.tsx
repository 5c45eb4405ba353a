import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectTrouble, openReader } from '../open-reader.tsx';

const welcome = () => screen.findByRole('dialog', { name: 'Willkommen bei Depesche' });

test('a folder that an administrator has fixed is not asked for', async () => {
  const { client, user } = await openReader({ settings: { welcome: true }, info: { locked: ['wireFolder'] } });
  const dialog = within(await welcome());
  expect(dialog.getByText('Schritt 1 von 2')).toBeDefined();
  expect(dialog.getByRole('combobox', { name: 'Farbschema' })).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Weiter' }));
  await user.click(dialog.getByRole('button', { name: 'Zurück' }));
  await user.click(dialog.getByRole('button', { name: 'Überspringen' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(client.settings.welcome).toBe(false));
});

test('it closes where nothing can be saved, and comes back after the path of a folder', async () => {
  expectTrouble();
  const { client, stores, user } = await openReader({ settings: { welcome: true } });
  await welcome();
  stores.shell.getState().open({ name: 'folder-path', adds: false });
  await screen.findByRole('textbox', { name: 'Vollständiger Pfad des Ordners' });
  await user.click(screen.getByRole('button', { name: 'Abbrechen' }));
  const dialog = within(await welcome());
  client.failing.add('settings.set');
  await user.click(dialog.getByRole('button', { name: 'Überspringen' }));
  await screen.findByText('Die Einstellung konnte nicht gespeichert werden.');
  expect(screen.queryByRole('dialog')).toBeNull();
});
