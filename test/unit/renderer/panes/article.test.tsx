import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectTrouble, headline, openReader } from '../open-reader.tsx';
import { NOW, story } from '../stories.ts';

const article = () => within(screen.getByRole('article'));
const open = async (row: RegExp) => {
  const opened = await openReader();
  await opened.user.click(screen.getByRole('option', { name: row }));
  await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
  return opened;
};

test('a dispatch shows all it has', async () => {
  await open(/Moorbahn: Land/);
  expect(headline()).toBe('Moorbahn: Land übernimmt nun die Hälfte der Mehrkosten');
  expect(article().getByText(/Landrätin spricht von einem/)).toBeTruthy();
  expect(article().getByText('Von Jette Harmsen')).toBeTruthy();
  expect(article().getByText('die Hälfte').tagName).toBe('STRONG');
  expect(article().getByRole('heading', { level: 2, name: 'Baubeginn im Mai' })).toBeTruthy();
  expect(article().getByRole('cell', { name: '112,0' }).className).toBe('number');
  expect(article().getByText(/Linie\s+Takt/).textContent).toContain('M1      20 min');
  expect(article().getByText('Wirtschaft und Finanzen · Politik')).toBeTruthy();
  expect(article().getByText('windows-1252')).toBeTruthy();
  expect(article().getByText('The declared encoding was wrong.')).toBeTruthy();
});

test('a link opens outside and never leads the reader away', async () => {
  const { client, user } = await open(/Moorbahn: Land/);
  await user.click(article().getByRole('link', { name: 'Seite des Verbands' }));
  expect(client.inputs('link.open')).toEqual([{ url: 'https://verband.example/moorbahn' }]);
});

test('desk notes are folded away until they are asked for', async () => {
  const { user } = await open(/Moorbahn: Land/);
  const summary = article().getByText('Nicht zur Veröffentlichung', { selector: 'summary' });
  expect(summary.closest('details')?.open).toBe(false);
  await user.click(summary);
  expect(summary.closest('details')?.open).toBe(true);
});

test('a teaser leads to its dispatch and back again', async () => {
  const { user } = await open(/Moorbahn: Land/);
  expect(article().queryByRole('button', { name: /Rekordernte/ })).toBeNull();
  await user.click(article().getByRole('button', { name: /Wahl in Ostmarken/ }));
  await waitFor(() => expect(headline()).toBe(story(3).headline));
  await user.click(screen.getByRole('button', { name: 'Zurück zur vorigen Meldung' }));
  await waitFor(() => expect(headline()).toContain('Moorbahn: Land'));
});

test('the changes against the previous version are shown, for screen readers too', async () => {
  const { user } = await open(/Moorbahn: Land/);
  await user.click(article().getByRole('button', { name: 'Änderungen zeigen' }));
  const changes = within(article().getByRole('region', { name: /Änderungen gegenüber/ }));
  expect(changes.getAllByRole('deletion').some((gone) => /gestrichen:.*Drittel/.test(gone.textContent ?? ''))).toBe(
    true,
  );
  expect(changes.getAllByRole('insertion').some((come) => /neu:.*Hälfte/.test(come.textContent ?? ''))).toBe(true);
});

test('a correction stands above the text with what has changed, and nothing else', async () => {
  const { user } = await openReader({}, (client) => {
    client.stories = client.stories.map((held) =>
      held.dispatch.id === 'd-1' ? { ...held, dispatch: { ...held.dispatch, signal: 'correction' } } : held,
    );
  });
  await user.click(screen.getByRole('option', { name: /Moorbahn: Land/ }));
  const banner = within(await screen.findByRole('note'));
  expect(banner.getByText('Die Agentur hat diese Meldung korrigiert.')).toBeTruthy();
  const changes = within(banner.getByRole('region', { name: /Änderungen gegenüber/ }));
  expect(changes.getAllByRole('deletion').length).toBeGreaterThan(0);
  for (const paragraph of changes.getAllByRole('paragraph').slice(1))
    expect(paragraph.querySelector('ins, del')).not.toBeNull();
});

test('what the library has put below the numbers of the agency shows none', async () => {
  const { user } = await openReader({}, (client) => {
    client.firstVersion = -2;
  });
  await user.click(screen.getByRole('option', { name: /Moorbahn: Land/ }));
  await user.click(await screen.findByRole('button', { name: 'Änderungen zeigen' }));
  expect(article().getByRole('region', { name: /^Änderungen gegenüber „[^“]*“$/ })).toBeTruthy();
  const versions = within(article().getByRole('region', { name: 'Fassungen' })).getAllByRole('listitem');
  expect(versions.map(({ textContent }) => /Fassung -?\d+/.exec(textContent ?? '')?.[0])).toEqual([
    'Fassung 2',
    undefined,
  ]);
});

test('an earlier version can be read and does not count as reading the newest', async () => {
  const { client, user } = await openReader({ settings: { markRead: 'manual' } });
  await user.click(screen.getByRole('option', { name: /Moorbahn: Land/ }));
  await user.click(await screen.findByRole('button', { name: /will ein Drittel/ }));
  expect(await screen.findByText('Sie lesen eine ältere Fassung.')).toBeTruthy();
  expect(client.held('d-1')?.status.read).toBe(false);
});

test('a killed dispatch is hidden behind the reason of the agency', async () => {
  const { user } = await open(/Tellkamp tritt/);
  await user.keyboard('d');
  const alert = within(article().getByRole('note'));
  expect(alert.getByText('Die Agentur hat diese Meldung zurückgezogen.')).toBeTruthy();
  expect(alert.getByText('Die Meldung war falsch. Bitte nicht verwenden.')).toBeTruthy();
  expect(article().queryByText(/Lüdersund \(kd\)/)).toBeNull();
  await user.keyboard('c');
  const question = within(await screen.findByRole('dialog', { name: 'Trotzdem kopieren?' }));
  await user.click(question.getByRole('button', { name: 'Abbrechen' }));
  const tools = within(screen.getByRole('toolbar', { name: 'Werkzeuge für die Meldung' })).getAllByRole('button');
  expect(tools.map((tool) => tool.getAttribute('aria-label'))).toEqual([
    'Als gelesen oder ungelesen markieren',
    'Lesezeichen setzen oder entfernen',
    'Schlagwörter bearbeiten',
    'Auf Wiedervorlage legen',
    'Text kopieren',
    'In eigenem Fenster öffnen',
  ]);
  await user.click(alert.getByRole('button', { name: 'Trotzdem zeigen' }));
  expect(article().getByText(/Lüdersund \(kd\)/)).toBeTruthy();
  await user.keyboard('c');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trotzdem kopieren' }));
  expect(await screen.findByText('Kopiert. ZURÜCKGEZOGEN: nicht veröffentlichen')).toBeTruthy();
});

test('a kill that arrives while its dispatch is read hides the text', async () => {
  const { client } = await open(/Fähre vor/);
  client.replace({ ...story(0), version: 2, status: 'killed' });
  expect(await article().findByText('Die Agentur hat diese Meldung zurückgezogen.')).toBeTruthy();
});

test('a newer version is announced and does not change the text under the eyes', async () => {
  const { client, user } = await open(/Fähre vor/);
  client.replace({ ...story(0), version: 2, headline: 'Fähre wieder frei' });
  await user.click(await screen.findByRole('button', { name: 'Neueste Fassung zeigen' }));
  await waitFor(() => expect(headline()).toBe('Fähre wieder frei'));
});

test('an embargo is shown with its end, and ends by itself', async () => {
  const before = new Date('2026-03-18T05:59:30+01:00');
  vi.useFakeTimers({ now: before, shouldAdvanceTime: true, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  try {
    await open(/Jahresbericht/);
    expect(article().getByText(/^Sperrfrist bis/)).toBeTruthy();
    await vi.advanceTimersByTimeAsync(60_000);
    await waitFor(() => expect(article().getByText(/^Die Sperrfrist ist am/)).toBeTruthy());
  } finally {
    vi.useRealTimers();
  }
});

test('an embargo that ends within a minute is over at once for badges and text', async () => {
  const before = new Date('2026-03-18T05:59:05+01:00');
  vi.useFakeTimers({ now: before, shouldAdvanceTime: true, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  try {
    const { client, user } = await openReader();
    client.arrive({ ...story(-1), headline: 'Gesperrt', embargoUntil: '2026-03-18T05:59:30+01:00' });
    await user.click(await screen.findByRole('option', { name: /Gesperrt/ }));
    await waitFor(() => expect(headline()).toBe('Gesperrt'));
    expect(article().getByText(/^Sperrfrist \d/)).toBeTruthy();
    expect(within(screen.getByRole('option', { name: /Gesperrt/ })).getByText(/^Sperrfrist \d/)).toBeTruthy();
    await vi.advanceTimersByTimeAsync(25_000);
    await waitFor(() => expect(article().getByText(/^Die Sperrfrist ist am/)).toBeTruthy());
    expect(article().queryByText(/^Sperrfrist \d/)).toBeNull();
    expect(within(screen.getByRole('option', { name: /Gesperrt/ })).queryByText(/^Sperrfrist \d/)).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('a kicker without categories stands alone', async () => {
  const { client, user } = await openReader();
  client.arrive({ ...story(-1), headline: 'Ohne Ressort', kicker: 'Verkehr', categories: [] });
  await user.click(await screen.findByRole('option', { name: /Ohne Ressort/ }));
  const kicker = await screen.findByText('Verkehr');
  expect(kicker.previousElementSibling).toBeNull();
});

test('tags and a note are kept', async () => {
  const { client, user } = await open(/Fähre vor/);
  await user.keyboard('t');
  await user.type(article().getByRole('combobox', { name: 'Schlagwort hinzufügen' }), 'dossier{Enter}');
  await waitFor(() => expect(client.held('d-0')?.status.tags).toEqual(['dossier']));
  await user.type(article().getByRole('textbox', { name: 'Notiz' }), 'Rückruf um vier');
  await user.tab();
  await waitFor(() => expect(client.held('d-0')?.status.notes).toMatchObject([{ text: 'Rückruf um vier' }]));
  await user.click(article().getByRole('button', { name: 'Schlagwort dossier entfernen' }));
  await waitFor(() => expect(client.held('d-0')?.status.tags).toEqual([]));
});

test('copying takes the text without the notes', async () => {
  const { user } = await open(/Moorbahn: Land/);
  await user.keyboard('c');
  expect(await screen.findByText('Text kopiert')).toBeTruthy();
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain('Baubeginn im Mai');
  expect(copied).not.toContain('Achtung Redaktionen');
});

test('a version that is only probably of the same story is told as such', async () => {
  const { client, user } = await openReader({}, (fake) => {
    const older = { id: 'd-8', version: 1, headline: 'Fähre läuft auf Grund', publishedAt: NOW.toISOString() };
    fake.proposed.set('d-0', [{ ...older, status: 'usable', certain: false }]);
  });
  await user.click(screen.getByRole('option', { name: /Fähre vor/ }));
  expect(await screen.findByText('vermutlich eine Aktualisierung von')).toBeTruthy();
  await user.click(article().getByRole('button', { name: 'Fähre läuft auf Grund' }));
  await waitFor(() => expect(client.inputs('article.get').at(-1)).toMatchObject({ id: 'd-8', version: 1 }));
});

test('Escape leaves the note and keeps the search', async () => {
  const { user, stores } = await openReader();
  stores.list.getState().refine({ search: 'moorbahn' });
  await waitFor(() => expect(stores.list.getState().total).toBeLessThan(300));
  await user.keyboard('j');
  await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
  await user.keyboard('e');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Notiz'));
  await user.keyboard('{Escape}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Artikel');
  expect(stores.list.getState().query.search).toBe('moorbahn');
});

test('the notice that kills another dispatch can be read, and leads to it', async () => {
  const { client, user } = await openReader();
  const notice = {
    ...story(-1),
    status: 'killed' as const,
    signal: 'advisory' as const,
    headline: 'Rückruf einer Meldung',
    body: [{ type: 'paragraph' as const, text: 'Bitte verwenden Sie die Meldung vom Morgen nicht.' }],
    notes: [{ kind: 'reason' as const, text: 'Bitte verwenden Sie die Meldung vom Morgen nicht.' }],
    refersTo: [{ relation: 'kills' as const, id: 'd-8' }],
  };
  client.arrive(notice);
  await user.click(await screen.findByRole('option', { name: /Rückruf/ }));
  await waitFor(() => expect(headline()).toBe('Rückruf einer Meldung'));
  expect(article().getByText('Mit dieser Mitteilung zieht die Agentur eine andere Meldung zurück.')).toBeTruthy();
  expect(article().getAllByText(/Meldung vom Morgen/)).toHaveLength(1);
  expect(article().queryByRole('button', { name: 'Trotzdem zeigen' })).toBeNull();
  await user.click(article().getByRole('button', { name: 'Betroffene Meldung zeigen' }));
  await waitFor(() => expect(headline()).toBe(story(8).headline));
});

test('a notice without a text of its own tells its reason and the number it means', async () => {
  const { client, user } = await openReader();
  client.arrive({
    ...story(-1),
    status: 'withheld',
    headline: 'Bitte warten',
    body: [],
    notes: [{ kind: 'reason', text: 'Der Termin wird geprüft.' }],
    refersTo: [{ relation: 'holds', number: '0149' }],
  });
  await user.click(await screen.findByRole('option', { name: /Bitte warten/ }));
  expect(await screen.findByText('Betroffen ist die Meldung mit der Nummer 0149.')).toBeTruthy();
  expect(article().getByText('Der Termin wird geprüft.')).toBeTruthy();
});

test('who has read an earlier version sees at once what has changed', async () => {
  await openReader({ settings: { markRead: 'manual' } }, (client) => {
    client.stories = client.stories.map((held) =>
      held.dispatch.id === 'd-1' ? { ...held, status: { ...held.status, read: true, readVersion: 1 } } : held,
    );
  }).then(({ user }) => user.click(screen.getByRole('option', { name: /Moorbahn: Land/ })));
  expect(await screen.findByText('Sie haben eine frühere Fassung dieser Meldung gelesen.')).toBeTruthy();
  expect(article().getByRole('region', { name: /Änderungen gegenüber/ })).toBeTruthy();
});

test('a change of the library while another dispatch is being opened announces no newer version of it', async () => {
  const { client, user } = await open(/Moorbahn: Land/);
  client.changed();
  await user.click(screen.getByRole('option', { name: /Fähre vor/ }));
  client.changed();
  await waitFor(() => expect(headline()).toContain('Fähre vor'));
  expect(screen.queryByText('Eine neuere Fassung ist eingetroffen.')).toBeNull();
});

test('a source that a file does not name is called so', async () => {
  const { client, user } = await openReader();
  client.arrive({ ...story(-1), source: 'unknown', headline: 'Ohne Absender' });
  await user.click(await screen.findByRole('option', { name: /Unbekannte Quelle.*Ohne Absender/ }));
  await waitFor(() => expect(headline()).toBe('Ohne Absender'));
  expect(article().getByText('Unbekannte Quelle')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Unbekannte Quelle/ })).toBeTruthy();
});

test('of dozens of categories the first ones stand above the headline, all of them at the end', async () => {
  const { client, user } = await openReader();
  client.arrive({ ...story(-1), headline: 'Viele Ressorts', categories: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
  await user.click(await screen.findByRole('option', { name: /Viele Ressorts/ }));
  expect(await screen.findByText('a · b · c · d · e und 2 weitere')).toBeTruthy();
  expect(article().getByText('a, b, c, d, e, f, g')).toBeTruthy();
});

test('a subhead that is the first sentence of the text, and a byline that is the source, stand there once', async () => {
  const { client, user } = await openReader();
  const body = [{ type: 'paragraph' as const, text: 'Die Zahl der Fährgäste steigt. Das teilte der Hafen mit.' }];
  const doubled = { subhead: 'Die Zahl der Fährgäste steigt', byline: 'Von Nordpress', source: 'Nordpress' };
  client.arrive({ ...story(-1), headline: 'Doppelt', dateline: '', body, ...doubled });
  await user.click(await screen.findByRole('option', { name: /Doppelt/ }));
  await waitFor(() => expect(headline()).toBe('Doppelt'));
  expect(article().getAllByText(/Zahl der Fährgäste/)).toHaveLength(1);
  expect(article().getAllByText(/Nordpress/)).toHaveLength(1);
});

test('a dispatch that could not be loaded is asked for again with the next change of the library', async () => {
  expectTrouble();
  const { client, user } = await openReader();
  client.failing.add('article.get');
  await user.keyboard('j');
  expect(await screen.findByText('Die Meldung konnte nicht geladen werden.')).toBeTruthy();
  client.failing.clear();
  act(() => client.emit('library.changed', { generation: 2 }));
  await waitFor(() => expect(headline()).toBe(client.stories[0]?.dispatch.headline));
});
