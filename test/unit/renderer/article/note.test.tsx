import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { noteChange } from '../../../../preload/contract/contract.ts';
import { openReader } from '../open-reader.tsx';

async function openNote() {
  const opened = await openReader();
  await opened.user.keyboard('j');
  const field = await screen.findByRole('textbox', { name: 'Notiz' });
  const notes = () => opened.client.stories.flatMap(({ status }) => status.notes.map(({ text }) => text));
  return { ...opened, field, notes };
}

test('a note is kept in a pause of typing, with the field still in use', async () => {
  const { user, field, notes } = await openNote();
  await user.type(field, 'Rückruf um vier');
  await waitFor(() => expect(notes()).toEqual(['Rückruf um vier']), { timeout: 3_000 });
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'Rückruf um vier');
});

test('a note is kept when the window goes', async () => {
  const { user, field, notes } = await openNote();
  await user.type(field, 'Rückruf');
  fireEvent(window, new Event('pagehide'));
  await waitFor(() => expect(notes()).toEqual(['Rückruf']), { timeout: 500 });
});

test('what is typed outlives a note from another window', async () => {
  const { client, stores, user, field, notes } = await openNote();
  const id = stores.article.getState().current?.id ?? '';
  await user.type(field, 'eigenes');
  await user.tab();
  const note = client.held(id)?.status.notes[0]?.id ?? '';
  await client.call('status.mark', { ids: [id], change: noteChange(note, 'von nebenan') });
  await act(() => stores.article.getState().refresh());
  expect(field).toHaveProperty('value', 'von nebenan');
  await user.type(field, ', eigenes');
  await client.call('status.mark', { ids: [id], change: noteChange(note, 'noch eins') });
  await act(() => stores.article.getState().refresh());
  expect(field).toHaveProperty('value', 'von nebenan, eigenes');
  await user.tab();
  await waitFor(() => expect(notes()).toEqual(['von nebenan, eigenes']));
});

test('a note that is there is continued at its end', async () => {
  const { user, field } = await openNote();
  await user.type(field, 'Rückruf');
  await user.keyboard('{Escape}');
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(0, 0);
  await user.keyboard('e');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard(' um vier');
  expect(field).toHaveProperty('value', 'Rückruf um vier');
});

const fields = () => screen.getAllByRole('textbox', { name: /^Notiz/ });

test('several notes stand in fields of their own, and each is edited and deleted by itself', async () => {
  const { user, field, notes } = await openNote();
  await user.type(field, 'Rückruf');
  await user.tab();
  await user.click(await screen.findByRole('button', { name: 'Notiz hinzufügen' }));
  await waitFor(() => expect(document.activeElement).toBe(fields()[1]));
  await user.keyboard('Foto holen');
  await user.tab();
  await waitFor(() => expect(notes()).toEqual(['Rückruf', 'Foto holen']));
  await user.type(screen.getByRole('textbox', { name: 'Notiz 1' }), ' um vier');
  await user.tab();
  await waitFor(() => expect(notes()).toEqual(['Rückruf um vier', 'Foto holen']));
  await user.click(screen.getByRole('button', { name: 'Notiz 1 löschen' }));
  await waitFor(() => expect(notes()).toEqual(['Foto holen']));
  expect(screen.getByRole('textbox', { name: 'Notiz' })).toHaveProperty('value', 'Foto holen');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(notes()).toEqual(['Rückruf um vier', 'Foto holen']));
});

test('the key for notes begins a new one where there are several', async () => {
  const { client, stores, user, notes } = await openNote();
  const id = stores.article.getState().current?.id ?? '';
  for (const [note, text] of [
    ['0191d000-0000-7000-8000-000000000001', 'eins'],
    ['0191d000-0000-7000-8000-000000000002', 'zwei'],
  ] as const)
    await client.call('status.mark', { ids: [id], change: noteChange(note, text) });
  await act(() => stores.article.getState().refresh());
  await user.keyboard('e');
  await waitFor(() => expect(document.activeElement).toBe(fields()[2]));
  await user.keyboard('drei{Escape}');
  await waitFor(() => expect(notes()).toEqual(['eins', 'zwei', 'drei']));
  await user.keyboard('e');
  await waitFor(() => expect(document.activeElement).toBe(fields()[3]));
  // An empty note is removed.
  await user.keyboard('{Escape}');
  await waitFor(() => expect(fields()).toHaveLength(3));
});

test('a note whose text is removed goes, and its field stays as long as it is in use', async () => {
  const { user, field, notes } = await openNote();
  await user.type(field, 'Rückruf');
  await waitFor(() => expect(notes()).toEqual(['Rückruf']), { timeout: 3_000 });
  await user.clear(field);
  await waitFor(() => expect(notes()).toEqual([]), { timeout: 3_000 });
  expect(document.activeElement).toBe(field);
  await user.type(field, 'Foto');
  await user.tab();
  await waitFor(() => expect(notes()).toEqual(['Foto']));
});
