import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SharingInfo } from '../../../../preload/contract/contract.ts';
import { openReader, rows } from '../open-reader.tsx';
import { NOW as MOMENT } from '../stories.ts';

const NOW = new Date(MOMENT).toISOString();

const SHARED: SharingInfo = { state: 'shared', host: 'db.beispiel', desk: 'Sport', person: 'Anna', marks: 'desk' };

test('an invitation is pasted into the settings, and a wrong one is explained', async () => {
  const { client, user } = await openReader();
  await user.click(screen.getByRole('button', { name: 'Einstellungen' }));
  const field = screen.getByRole('textbox', { name: 'Einladung' });
  await user.click(field);
  await user.paste('Hallo, hier ist die Einladung');
  await user.click(screen.getByRole('button', { name: 'Beitreten' }));
  expect(await screen.findByText(/keine vollständige Einladung/)).toBeTruthy();
  client.sharing = SHARED;
  await user.clear(field);
  await user.paste('depesche-abc');
  await user.click(screen.getByRole('button', { name: 'Beitreten' }));
  expect(await screen.findByText('Sie sind auf db.beispiel angemeldet: Anna · Sport.')).toBeTruthy();
  expect(client.inputs('sharing.join').at(-1)).toEqual({ invitation: 'depesche-abc', marks: 'desk' });
  await user.selectOptions(screen.getByRole('combobox', { name: /Notizen gehören/ }), 'mir allein');
  expect(client.inputs('sharing.marks')).toEqual([{ marks: 'person' }]);
  client.sharing = { state: 'off' };
  await user.click(screen.getByRole('button', { name: 'Nicht mehr teilen' }));
  expect(await screen.findByRole('textbox', { name: 'Einladung' })).toBeTruthy();
});

test('a server that cannot be reached is a quiet sign that goes by itself', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.sharing = SHARED;
  });
  expect(screen.queryByRole('button', { name: 'Nicht verbunden' })).toBeNull();
  act(() => client.emit('sharing.changed', { ...SHARED, state: 'waiting', trouble: 'unreachable' }));
  await user.click(screen.getByRole('button', { name: 'Nicht verbunden' }));
  // Nothing else of the settings is in the way.
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toContain(
    'Gemeinsam arbeiten',
  );
  expect(screen.queryByRole('combobox', { name: 'Sprache' })).toBeNull();
  expect(screen.getByText(/Der Server ist nicht zu erreichen/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Jetzt versuchen' }));
  expect(client.inputs('sharing.retry')).toEqual([{}]);
  act(() => client.emit('sharing.changed', SHARED));
  expect(screen.queryByRole('button', { name: 'Nicht verbunden' })).toBeNull();
});

test('a dispatch is taken and given back with U, and says by whom', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.sharing = SHARED;
  });
  const [row] = rows();
  if (!row) throw new Error('no row');
  await user.click(row);
  const article = await screen.findByRole('article');
  const taken = () =>
    client.inputs('status.mark').flatMap(({ change }) => (change.taken === undefined ? [] : [change.taken]));
  await user.keyboard('u');
  expect(await within(article).findByText(/^Von Ihnen übernommen, /)).toBeTruthy();
  expect(taken()).toEqual(['Anna']);
  expect(await within(row).findByRole('img', { name: 'Übernommen von Anna' })).toBeTruthy();
  await user.keyboard('u');
  await waitFor(() => expect(within(article).queryByText(/übernommen/)).toBeNull());
  expect(taken()).toEqual(['Anna', null]);
});

test('an invitation comes as a file: chosen, or dropped anywhere', async () => {
  const { client, user } = await openReader();
  const file = new File(['depesche-abc\n'], 'sport.txt');
  fireEvent.drop(screen.getByRole('main'), { dataTransfer: { files: [file], types: ['Files'] } });
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Einladung' })).toHaveProperty('value', 'depesche-abc\n'),
  );
  expect(client.inputs('folder.drop')).toEqual([]);
  const chooser = document.querySelector<HTMLInputElement>('.sharing-join input[type=file]');
  if (chooser) await user.upload(chooser, new File(['depesche-def'], 'kultur.txt'));
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Einladung' })).toHaveProperty('value', 'depesche-def'),
  );
  client.sharing = SHARED;
  await user.click(screen.getByRole('button', { name: 'Beitreten' }));
  expect(await screen.findByText('Sie sind auf db.beispiel angemeldet: Anna · Sport.')).toBeTruthy();
  expect(client.inputs('sharing.join')).toEqual([{ invitation: 'depesche-def', marks: 'desk' }]);
});

test('whose login was revoked joins again with a new invitation, and keeps the choice', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.sharing = { ...SHARED, state: 'waiting', trouble: 'revoked', marks: 'person' };
  });
  await user.click(screen.getByRole('button', { name: 'Nicht verbunden' }));
  expect(screen.queryByText(/später ausgetauscht/)).toBeNull();
  await user.click(screen.getByRole('textbox', { name: 'Einladung' }));
  await user.paste('depesche-neu');
  client.sharing = { ...SHARED, marks: 'person' };
  await user.click(screen.getByRole('button', { name: 'Beitreten' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Einladung' })).toBeNull());
  expect(client.inputs('sharing.join')).toEqual([{ invitation: 'depesche-neu', marks: 'person' }]);
});

test('a dispatch from the server does not pretend to have a file', async () => {
  const { user } = await openReader({}, (fake) => {
    fake.stories = fake.stories.map((held) => ({
      ...held,
      dispatch: { ...held.dispatch, file: { ...held.dispatch.file, path: `server:${held.dispatch.id}` } },
    }));
  });
  const [row] = rows();
  if (row) await user.click(row);
  expect(await within(await screen.findByRole('article')).findAllByText('vom Server der Redaktion')).toBeTruthy();
  expect(screen.queryByText(/server:/)).toBeNull();
});

test('without sharing nobody takes anything', async () => {
  const { client, user } = await openReader();
  const [row] = rows();
  if (row) await user.click(row);
  const before = client.inputs('status.mark').length;
  await user.keyboard('u');
  expect(client.inputs('status.mark').slice(before)).toEqual([]);
});

test('a search says what the archive of the newsroom has, and a hit is kept with a bookmark', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.sharing = SHARED;
    fake.archive = {
      found: {
        total: 1_204,
        more: false,
        hits: [
          {
            key: { month: '2020-01-01', hash: 'ab' },
            headline: 'Sturmflut von damals',
            source: 'mdp',
            publishedAt: NOW,
          },
          {
            key: { month: '2020-01-01', hash: 'cd' },
            headline: 'Falsche Zahl',
            source: 'mdp',
            publishedAt: NOW,
            verdict: 'kills',
          },
        ],
      },
    };
  });
  await user.type(screen.getByRole('searchbox'), 'sturm');
  // After two pauses of typing, on a machine that may be busy.
  await user.click(await screen.findByRole('button', { name: /Archiv: 1\.204$/ }, { timeout: 15_000 }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByRole('button', { name: /Falsche Zahl/ })).toHaveProperty(
    'textContent',
    expect.stringContaining('zurückgezogen'),
  );
  await user.click(dialog.getByRole('button', { name: /Sturmflut/ }));
  await user.click(await dialog.findByRole('button', { name: 'Mit Lesezeichen übernehmen' }));
  expect(client.inputs('archive.keep')).toEqual([{ month: '2020-01-01', hash: 'ab' }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the archive is searched for the list that is shown, read or not, and not for what it cannot know', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.sharing = SHARED;
  });
  await user.click(screen.getByRole('button', { name: /^Inland/ }));
  await user.type(screen.getByRole('searchbox'), 'sturm flut');
  await waitFor(
    () => expect(client.inputs('archive.search').at(-1)).toEqual({ search: 'ressort:"Inland" (sturm flut)', skip: 0 }),
    { timeout: 15_000 },
  );
});
