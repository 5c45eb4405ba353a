import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openReader } from '../open-reader.tsx';

async function noteField() {
  const opened = await openReader();
  await opened.user.keyboard('j');
  const field = await screen.findByRole('textbox', { name: 'Notiz' });
  const notes = () => opened.client.stories.map(({ status }) => status.note).filter(Boolean);
  return { ...opened, field, notes };
}

test('a note is kept in a pause of typing, with the field still in use', async () => {
  const { user, field, notes } = await noteField();
  await user.type(field, 'Rückruf um vier');
  await waitFor(() => expect(notes()).toEqual(['Rückruf um vier']), { timeout: 3_000 });
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'Rückruf um vier');
});

test('a note is kept when the window goes', async () => {
  const { user, field, notes } = await noteField();
  await user.type(field, 'Rückruf');
  fireEvent(window, new Event('pagehide'));
  await waitFor(() => expect(notes()).toEqual(['Rückruf']), { timeout: 500 });
});

test('what is typed outlives a note from another window', async () => {
  const { client, reader, user, field, notes } = await noteField();
  const id = reader.article.getState().current?.id ?? '';
  await client.call('status.mark', { ids: [id], change: { note: 'von nebenan' } });
  await act(() => reader.article.getState().refresh());
  expect(field).toHaveProperty('value', 'von nebenan');
  await user.type(field, ', eigenes');
  await client.call('status.mark', { ids: [id], change: { note: 'noch eins' } });
  await act(() => reader.article.getState().refresh());
  expect(field).toHaveProperty('value', 'von nebenan, eigenes');
  await user.tab();
  await waitFor(() => expect(notes()).toEqual(['von nebenan, eigenes']));
});

test('a note that is there is continued at its end', async () => {
  const { user, field } = await noteField();
  await user.type(field, 'Rückruf');
  await user.keyboard('{Escape}');
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(0, 0);
  await user.keyboard('e');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard(' um vier');
  expect(field).toHaveProperty('value', 'Rückruf um vier');
});
