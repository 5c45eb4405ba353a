import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openReader, rows } from '../open-reader.tsx';

const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Meldungen durchsuchen' });

test("a command of the host's menu does not run behind an open dialog", async () => {
  const { client, user, stores } = await openReader();
  client.emit('command.run', { command: 'help' });
  expect(await screen.findByRole('dialog')).toBeTruthy();
  client.emit('command.run', { command: 'settings' });
  expect(stores.shell.getState().dialog?.name).toBe('help');
  await user.keyboard('{Escape}');
  stores.shell.getState().close();
  client.emit('command.run', { command: 'settings' });
  expect(stores.shell.getState().dialog?.name).toBe('settings');
});

test("Undo of the host's menu is about the text while a field has the focus, else about what was marked", async () => {
  const undo = vi.fn(() => true);
  // happy-dom does not have it.
  document.execCommand = undo;
  onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'));
  const { client, user, stores } = await openReader();
  const [first] = rows();
  if (first) await user.click(first);
  await user.keyboard('s');
  await waitFor(() => expect(stores.undo.getState().undoable).not.toEqual([]));
  const before = stores.undo.getState().undoable.length;
  await user.click(search());
  client.emit('command.run', { command: 'undo' });
  expect(undo).toHaveBeenCalledWith('undo');
  expect(stores.undo.getState().undoable).toHaveLength(before);
  if (first) await user.click(first);
  client.emit('command.run', { command: 'undo' });
  await waitFor(() => expect(stores.undo.getState().undoable.length).toBeLessThan(before));
  expect(undo).toHaveBeenCalledOnce();
});

test('a link to a search shows what it finds', async () => {
  const { client } = await openReader();
  client.emit('search.show', { search: 'moorbahn' });
  await waitFor(() => expect(search().value).toBe('moorbahn'));
  await waitFor(() => expect(rows().every((row) => /moorbahn/i.test(row.textContent ?? ''))).toBe(true));
});

test.each([
  ['where the host has saved them', { saved: true }, true, 0],
  ['where the user has cancelled', { saved: false }, false, 0],
  ['as a download of the browser', {}, true, 1],
])('bookmarks are exported %s', async (_where, answer, said, downloads) => {
  const download = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  onTestFinished(() => download.mockRestore());
  const { client, stores, user } = await openReader();
  client.exported = answer;
  client.emit('command.run', { command: 'exportBookmarks' });
  await user.click(await screen.findByRole('button', { name: 'Exportieren' }));
  expect(client.inputs('export.file')).toMatchObject([{ of: { query: { list: 'bookmarks' } }, format: 'html' }]);
  await waitFor(() => expect(stores.toasts.getState().toasts).toHaveLength(said ? 1 : 0));
  expect(download).toHaveBeenCalledTimes(downloads);
});
