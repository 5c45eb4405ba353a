import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { expectTrouble, headline, openReader, rows } from '../open-reader.tsx';

const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Meldungen durchsuchen' });

test('a search narrows the list, marks its hits and is highlighted in the opened article', async () => {
  const { user } = await openReader();
  await user.keyboard('/');
  await waitFor(() => expect(document.activeElement).toBe(search()));
  await user.keyboard('moorbahn');
  await waitFor(() => expect(screen.getByText(/Treffer$/)).toBeTruthy());
  await waitFor(() => expect(rows().every((row) => /moorbahn/i.test(row.textContent ?? ''))).toBe(true));
  expect(rows()[0]?.querySelector('mark')?.textContent).toBe('Moorbahn');
  const [first] = rows();
  if (first) await user.click(first);
  await waitFor(() =>
    expect(within(screen.getByRole('article')).getAllByText('Moorbahn', { selector: 'mark' })[0]).toBeTruthy(),
  );
});

test('an article that stays open is marked anew when the search changes', async () => {
  const { user } = await openReader();
  await user.type(search(), 'moorbahn');
  await waitFor(() => expect(rows().every((row) => /moorbahn/i.test(row.textContent ?? ''))).toBe(true));
  const [first] = rows();
  if (first) await user.click(first);
  const marks = () => [...screen.getByRole('article').querySelectorAll('mark')].map(({ textContent }) => textContent);
  await waitFor(() => expect(marks()).toContain('Moorbahn'));
  await user.clear(search());
  await waitFor(() => expect(marks()).toEqual([]));
});

test('a search that cannot be understood says where, and Escape clears it', async () => {
  const { user } = await openReader();
  await user.type(search(), 'moor (');
  const error = 'Suchfehler bei Zeichen 6: Die Klammer wird nicht geschlossen.';
  expect(await screen.findByText(error)).toBeTruthy();
  expect(document.getElementById(search().getAttribute('aria-describedby') ?? '')?.textContent).toContain(error);
  expect(search().getAttribute('aria-invalid')).toBe('true');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText(error)).toBeNull());
  expect(search().value).toBe('');
});

test('the search has the focus at once: what is typed right after its key is no command', async () => {
  await openReader();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(search());
});

test('keys write while a field is being typed in', async () => {
  const { user, stores } = await openReader();
  await user.type(search(), 'jkms');
  expect(search().value).toBe('jkms');
  expect(stores.list.getState().selectedId).toBeUndefined();
});

test('a search is saved under a name, renamed and deleted', async () => {
  const { client, user } = await openReader();
  await user.type(search(), 'moorbahn');
  await user.click(screen.getByRole('button', { name: 'Suche speichern' }));
  const name = within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Die Bahn{Enter}');
  const entry = await screen.findByRole('button', { name: /^Die Bahn/ });
  expect(client.saved).toEqual([{ id: 's-1', name: 'Die Bahn', search: 'moorbahn' }]);
  entry.focus();
  await user.keyboard('{F2}');
  const again = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' });
  await user.clear(again);
  await user.type(again, 'Bahn{Enter}');
  const renamed = await screen.findByRole('button', { name: /^Bahn/ });
  renamed.focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(client.saved).toEqual([]));
});

test('deleting the saved search that is open leads back to all dispatches, and taken back it stands where it was', async () => {
  const { client, stores, user } = await openReader({}, (fake) => {
    fake.saved = ['Bahn', 'Hafen', 'Rathaus'].map((name) => ({ id: `id-${name}`, name, search: name }));
  });
  const entry = await screen.findByRole('button', { name: /^Hafen/ });
  await user.click(entry);
  entry.focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(stores.list.getState().query).toMatchObject({ list: 'all' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(client.saved.map(({ id }) => id)).toEqual(['id-Bahn', 'id-Hafen', 'id-Rathaus']));
});

test('Ctrl+Z takes back what was done last: deleted searches one by one, then the marking before them', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.saved = ['Bahn', 'Hafen'].map((name) => ({ id: `id-${name}`, name, search: name }));
  });
  const names = () => client.saved.map(({ name }) => name);
  await user.keyboard('{Shift>}a{/Shift}');
  await screen.findByRole('button', { name: 'Rückgängig' });
  for (const name of [/^Bahn/, /^Hafen/]) {
    (await screen.findByRole('button', { name })).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
  }
  expect(names()).toEqual([]);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(names()).toEqual(['Hafen']));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(names()).toEqual(['Bahn', 'Hafen']));
  expect(client.inputs('status.undo')).toEqual([]);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(client.inputs('status.undo')).toHaveLength(1));
});

test('the menu of a saved search is walked through with the arrows and left with Escape', async () => {
  const { stores, user } = await openReader({}, (fake) => {
    fake.saved = [{ id: 'id-Bahn', name: 'Bahn', search: 'Bahn' }];
  });
  const menu = await screen.findByLabelText('Aktionen für Bahn');
  await user.click(menu);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Löschen');
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(menu);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(stores.list.getState().query.list).toBe('all');
});

test('a marking that takes long says so, until it is done', async () => {
  const { client, user } = await openReader();
  const { promise, resolve } = Promise.withResolvers<void>();
  client.gate = promise;
  await user.keyboard('{Shift>}a{/Shift}');
  expect(await screen.findByText('Wird als gelesen markiert …')).toBeTruthy();
  resolve();
  expect(await screen.findByRole('button', { name: 'Rückgängig' })).toBeTruthy();
  expect(screen.queryByText('Wird als gelesen markiert …')).toBeNull();
});

test('a saved search moves on with every press, however quick', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.saved = ['Bahn', 'Hafen', 'Rathaus'].map((name) => ({ id: `id-${name}`, name, search: name }));
  });
  (await screen.findByRole('button', { name: /^Rathaus/ })).focus();
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  client.gate = promise;
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  answer();
  await waitFor(() => expect(client.saved.map(({ name }) => name)).toEqual(['Rathaus', 'Bahn', 'Hafen']));
});

test('the message of a marking takes back that marking, whatever was done since', async () => {
  const { client, user } = await openReader();
  await user.keyboard('{Shift>}a{/Shift}');
  const takeBack = await screen.findByRole('button', { name: 'Rückgängig' });
  await user.keyboard('j');
  await waitFor(() => expect(headline()).toBeDefined());
  await user.keyboard('s');
  await waitFor(() => expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(1));
  await user.click(takeBack);
  // The host numbers its handles in the order of the changes.
  await waitFor(() => expect(client.inputs('status.undo')).toEqual([{ undo: 'undo-0' }]));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(client.inputs('status.undo')).toEqual([{ undo: 'undo-0' }, { undo: 'undo-1' }]));
});

test('an empty library says where files go', async () => {
  const { client, user } = await openReader({ count: 0 }, (fake) => {
    fake.folderAnswer = { done: false, reason: message('folder.path-needed') };
  });
  expect(await screen.findByText('/home/redaktion/Depesche')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ordner öffnen' }));
  expect(client.inputs('folder.open')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Anderen Ordner wählen' }));
  const path = await screen.findByRole('textbox', { name: 'Vollständiger Pfad des Ordners' });
  await user.clear(path);
  await user.type(path, '/srv/ticker{Enter}');
  await waitFor(() => expect(client.inputs('folder.choose').at(-1)).toEqual({ path: '/srv/ticker' }));
});

test('a search without hits offers to clear it', async () => {
  const { user } = await openReader();
  await user.type(search(), 'zebrafink');
  const empty = (await screen.findByRole('heading', { name: 'Keine Treffer' })).parentElement;
  if (empty) await user.click(within(empty).getByRole('button', { name: 'Suche leeren' }));
  await waitFor(() => expect(rows().length).toBeGreaterThan(3));
});

test('an empty list of unread hits says that others may be read, and one that fills says so', async () => {
  const { stores, user } = await openReader({}, (fake) => {
    fake.progress = { state: 'importing', done: 10, total: 500, rate: 90 };
  });
  stores.list.getState().enter({ list: 'unread' });
  await user.type(search(), 'zebrafink');
  expect(await screen.findByRole('heading', { name: 'Keine ungelesenen Treffer' })).toBeTruthy();
  expect(screen.getByText('Der Import läuft noch.')).toBeTruthy();
});

test('problems say why in words, and can be tried again', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.problems = [
      {
        path: 'eingang/bild.jpg',
        reason: 'binary',
        message: message('text', { text: 'Bytes 0xFF 0xD8' }),
        at: '2026-03-17T12:00:00Z',
        size: 48_213,
      },
    ];
  });
  await user.click(screen.getByRole('button', { name: /^Probleme/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Probleme' }));
  expect(await dialog.findByText('Die Datei enthält keinen Text.')).toBeTruthy();
  expect(dialog.getByText('Bytes 0xFF 0xD8')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Erneut lesen: eingang/bild.jpg' }));
  await waitFor(() => expect(client.inputs('problems.retry')).toEqual([{ path: 'eingang/bild.jpg' }]));
  expect(await dialog.findByText('Alle Dateien konnten gelesen werden.')).toBeTruthy();
});

test('the language changes at once, and so do the colours', async () => {
  const { client, user } = await openReader();
  await user.click(screen.getByRole('button', { name: 'Einstellungen' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sprache' }), 'en');
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'dark');
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  expect(client.settings).toMatchObject({ language: 'en', theme: 'dark' });
});

test('dropped files are copied, and those that are too large are named', async () => {
  const { client } = await openReader();
  const large = new File(['x'], 'film.txt');
  Object.defineProperty(large, 'size', { value: 11 * 1024 * 1024 });
  const files = [new File(['Fähre'], 'kd_1.txt'), large];
  fireEvent.drop(screen.getByRole('main'), { dataTransfer: { files, types: ['Files'] } });
  await waitFor(() => expect(client.inputs('folder.drop')).toEqual([{ name: 'kd_1.txt', content: 'RsOkaHJl' }]));
  expect(await screen.findByText('1 Datei in den Meldungsordner kopiert')).toBeTruthy();
  expect(screen.getByText('Nicht kopiert, weil größer als 10 MB: film.txt')).toBeTruthy();
});

test('an import shows how far it is and can be paused', async () => {
  const { client, user } = await openReader();
  client.emit('import.progress', { state: 'importing', done: 1_500, total: 3_000, rate: 120, secondsLeft: 13 });
  expect(await screen.findByText('1.500 von 3.000 · 120/s · noch 13 s')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Anhalten' }));
  expect(client.inputs('import.pause')).toHaveLength(1);
});

test('the host runs commands by name and shows the dispatch of a notification', async () => {
  const { client, user } = await openReader();
  client.emit('command.run', { command: 'help' });
  expect(await screen.findByRole('dialog', { name: 'Tastenkürzel' })).toBeTruthy();
  await user.keyboard('{Escape}');
  client.emit('article.show', { id: 'd-4' });
  await waitFor(() => expect(headline()).toContain('Jahresbericht'));
});

test('the palette finds a command by its name and runs it', async () => {
  const { user, stores } = await openReader();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(screen.getByRole('combobox', { name: 'Befehl suchen' }), 'liste: heute{Enter}');
  await waitFor(() => expect(stores.list.getState().query.list).toBe('today'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the diagnostics are copied by a command', async () => {
  const { user } = await openReader();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(screen.getByRole('combobox', { name: 'Befehl suchen' }), 'diagnose{Enter}');
  expect(await screen.findByText(/Die Diagnose ist in der Zwischenablage/)).toBeTruthy();
  expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({ counts: { dispatches: 3 } });
});

test('in the sidebar the arrows walk through the lists', async () => {
  const { user, stores } = await openReader();
  screen.getByRole('button', { name: /^Alle\b.*ungelesen/ }).focus();
  await user.keyboard('{ArrowDown}');
  expect(stores.list.getState().query.list).toBe('unread');
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
});

test('a host that does not answer is said once, in words', async () => {
  expectTrouble();
  const { user } = await openReader({}, (client) => client.failing.add('list.step'));
  await user.keyboard('n');
  expect(await screen.findByText(/Depesche antwortet nicht/)).toBeTruthy();
});

test('what the library had to say can be read and dismissed', async () => {
  const { user } = await openReader({
    info: { notices: [message('text', { text: '2026-03-01.json was damaged and restored.' })] },
  });
  expect(await screen.findByText('2026-03-01.json was damaged and restored.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Hinweise schließen' }));
  expect(screen.queryByText(/was damaged/)).toBeNull();
});

test('what the library has to say is said in the stores’s language', async () => {
  const notices = [message('search.rebuilding')];
  await openReader({ info: { notices }, settings: { language: 'de' } });
  const said = screen.getByText('Der Suchindex wird neu aufgebaut. Bis dahin können bei der Suche Meldungen fehlen.');
  expect(said.lang).toBe('de');
});
