import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf } from '../../../../main/library/queries/article.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { at, ids, list, now } from '../queries/listed.ts';
import { add, dispatch, openWriter } from '../sample.ts';

test('a higher version replaces the shown one, which stays readable; a lower one is filed behind it', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ version: 3, headline: 'Dritte Fassung' }));
  add(
    writer,
    dispatch({
      version: 5,
      headline: 'Fünfte Fassung',
      body: ['Ganz anders als zuvor lautet nun der Text dieser Meldung.'],
    }),
  );
  add(writer, dispatch({ version: 4, headline: 'Vierte Fassung' }));
  expect(list(writer).rows.map(({ headline }) => headline)).toEqual(['Fünfte Fassung']);
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.versions.map(({ version }) => version)).toEqual([5, 4, 3]);
  expect(articleOf(writer.store, { id: 'radweg', version: 3 }, now)?.dispatch.headline).toBe('Dritte Fassung');
  expect(ids(writer, { list: 'all', search: 'kopf:Vierte' })).toEqual([]);
  expect(list(writer, { list: 'all', search: 'Vierte' }).rows[0]?.foundIn).toEqual({ version: 4 });
  writer.close();
});

test('of texts of one version that come together the later is shown, whichever file comes first', () => {
  const writer = openWriter(temporaryFolder());
  const story = dispatch({ publishedAt: '2025-11-10T09:30:00+01:00' });
  const kill = dispatch({ publishedAt: '2025-11-10T10:15:00+01:00', status: 'killed', headline: 'KILL', body: [] });
  const other = dispatch({ id: 'hafen', publishedAt: '2025-11-10T09:45:00+01:00', headline: 'Hafen öffnet', body: [] });
  expect(add(writer, kill, other, story)).toEqual({ new: 2, versions: 1, known: 0 });
  expect(list(writer).rows.map(({ headline, status }) => [headline, status])).toEqual([
    ['KILL', 'killed'],
    ['Hafen öffnet', 'usable'],
  ]);
  writer.close();
});

test('a late arrival with the same id and version that was sent earlier goes behind, even after a rebuild', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const kill = dispatch({ status: 'killed', headline: 'KILL', publishedAt: '2025-11-10T10:30:00+01:00', body: [] });
  add(writer, kill);
  add(writer, dispatch());
  const versions = (one: LibraryWriter) =>
    one.store.sql('SELECT version, head, status FROM dispatch ORDER BY version').all();
  const expected = [
    { version: 0, head: 0, status: 'usable' },
    { version: 1, head: 1, status: 'killed' },
  ];
  expect(versions(writer)).toEqual(expected);
  writer.close();
  rmSync(join(folder, 'index.sqlite'));
  const again = openWriter(folder);
  expect(versions(again)).toEqual(expected);
  again.close();
});

test('of a ticker that was sent many times under one version the last one stays shown, and read again it changes nothing', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const sent = Array.from({ length: 12 }, (_, i) =>
    dispatch({ headline: `Ticker ${i}`, publishedAt: new Date(Date.UTC(2025, 10, 10, 8, i)).toISOString() }),
  );
  // In the order of an import: the newest in the first batch.
  const batches = [sent.slice(9), sent.slice(6, 9), sent.slice(3, 6), sent.slice(0, 3)];
  for (const batch of batches) {
    add(writer, ...batch);
    expect(list(writer).rows.map(({ headline }) => headline)).toEqual(['Ticker 11']);
  }
  const headlines = (one: LibraryWriter) =>
    one.store.sql("SELECT row ->> 'headline' AS headline FROM dispatch ORDER BY version").all();
  const expected = sent.map(({ headline }) => ({ headline }));
  expect(headlines(writer)).toEqual(expected);
  for (const batch of batches) expect(add(writer, ...batch)).toEqual({ new: 0, versions: 0, known: 3 });
  add(writer, dispatch({ headline: 'Ticker 12', publishedAt: '2025-11-10T08:12:00Z' }));
  writer.close();
  rmSync(join(folder, 'index.sqlite'));
  const again = openWriter(folder);
  expect(headlines(again)).toEqual([...expected, { headline: 'Ticker 12' }]);
  expect(list(again).rows.map(({ headline }) => headline)).toEqual(['Ticker 12']);
  again.close();
});

test('of texts that were sent under one version and one time the one of the newest file stays shown', () => {
  const writer = openWriter(temporaryFolder());
  const sent = Array.from({ length: 6 }, (_, i) =>
    dispatch({ headline: `Stand ${i}`, receivedAt: new Date(Date.UTC(2025, 10, 10, 8, i)).toISOString() }),
  );
  for (const batch of [sent.slice(4), sent.slice(2, 4), sent.slice(0, 2)]) {
    add(writer, ...batch.reverse());
    expect(list(writer).rows.map(({ headline }) => headline)).toEqual(['Stand 5']);
  }
  const headlines = writer.store.sql("SELECT row ->> 'headline' AS headline FROM dispatch ORDER BY version").all();
  expect(headlines.map(({ headline }) => headline)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `Stand ${i}`));
  add(writer, dispatch({ headline: 'Stand 6', receivedAt: '2025-11-10T08:06:00.000Z' }));
  expect(list(writer).rows.map(({ headline }) => headline)).toEqual(['Stand 6']);
  writer.close();
});

test('another text under a known id and version becomes the next version, once', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch());
  const changed = dispatch({
    body: ['Der Stadtrat hat den Radweg am Montag überraschend abgelehnt, nach langer Aussprache.'],
  });
  expect(add(writer, changed)).toEqual({ new: 0, versions: 1, known: 0 });
  expect(add(writer, changed)).toEqual({ new: 0, versions: 0, known: 1 });
  expect(list(writer).rows[0]?.version).toBe(2);
  writer.close();
});

test('an update of a read dispatch shows as unread again', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch());
  writer.marker.mark(['radweg'], { read: true }, at);
  expect(ids(writer, { list: 'unread' })).toEqual([]);
  add(
    writer,
    dispatch({ version: 2, body: ['Mit einer zweiten, längeren Fassung berichtigt die Redaktion ihre Meldung.'] }),
  );
  expect(list(writer, { list: 'unread' }).rows).toMatchObject([{ id: 'radweg', read: false, updated: true }]);
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.previous?.version).toBe(1);
  writer.close();
});

test('a kill hides its target by id or number, also when it comes first', () => {
  const writer = openWriter(temporaryFolder());
  const kill = dispatch({
    id: 'kill',
    headline: 'Meldung zurückgezogen',
    body: ['Bitte verwenden Sie die Meldung 157 nicht, sie beruht auf einer Verwechslung der Namen.'],
    notes: [{ kind: 'reason', text: 'Verwechslung der Namen' }],
    refersTo: [
      { relation: 'kills', number: '0157' },
      { relation: 'kills', id: 'spaeter' },
    ],
  });
  add(writer, dispatch({ id: 'frueher', number: '157', headline: 'Früher', body: [] }));
  add(writer, kill);
  add(writer, dispatch({ id: 'spaeter', headline: 'Später', body: [], publishedAt: '2025-11-10T09:29:00+01:00' }));
  add(
    writer,
    dispatch({ id: 'alt', number: '157', headline: 'Vor Wochen', body: [], publishedAt: '2025-10-10T09:00:00+01:00' }),
  );
  const status = Object.fromEntries(list(writer).rows.map((row) => [row.id, row.status]));
  expect(status).toEqual({ frueher: 'killed', spaeter: 'killed', kill: 'usable', alt: 'usable' });
  expect(articleOf(writer.store, { id: 'frueher' }, now)?.dispatch.notes[0]).toEqual({
    kind: 'reason',
    text: 'Verwechslung der Namen',
  });
  writer.close();
});

test('a kill by number means the last dispatch under it, not one of an earlier day, nor one sent afterwards', () => {
  const writer = openWriter(temporaryFolder());
  const sent = (id: string, publishedAt: string) =>
    dispatch({ id, number: '0831', headline: id, body: [], publishedAt });
  add(writer, sent('gestern', '2025-11-09T08:00:00+01:00'));
  add(writer, sent('abend', '2025-11-09T20:00:00+01:00'));
  add(writer, sent('morgens', '2025-11-10T07:00:00+01:00'));
  const refersTo = [{ relation: 'kills' as const, number: '0831' }];
  add(writer, dispatch({ id: 'kill', number: '0840', body: [], publishedAt: '2025-11-10T09:00:00+01:00', refersTo }));
  add(writer, sent('neu', '2025-11-10T09:10:00+01:00'));
  const status = Object.fromEntries(list(writer).rows.map((row) => [row.id, row.status]));
  expect(status).toMatchObject({ gestern: 'usable', abend: 'usable', morgens: 'killed', neu: 'usable' });
  writer.close();
});

test('what may be an update of another is proposed: same source and slug, marked, within a day', () => {
  const writer = openWriter(temporaryFolder());
  const slug = 'Hafen/Mole/';
  add(
    writer,
    dispatch({ id: 'erste', slug, headline: 'Mole gesperrt', body: [] }),
    dispatch({
      id: 'lead',
      slug,
      signal: 'update',
      headline: 'Mole bleibt gesperrt',
      body: [],
      publishedAt: '2025-11-10T11:00:00+01:00',
    }),
    dispatch({
      id: 'monat',
      slug,
      signal: 'update',
      headline: 'Mole im Oktober',
      body: [],
      publishedAt: '2025-10-01T11:00:00+02:00',
    }),
  );
  const versions = articleOf(writer.store, { id: 'erste' }, now)?.versions;
  expect(versions?.map(({ id, certain }) => [id, certain])).toEqual([
    ['lead', false],
    ['erste', true],
  ]);
  writer.close();
});

test('what may be an update of a dispatch came within a day of it, to the second', () => {
  const writer = openWriter(temporaryFolder());
  const at = Date.parse('2025-11-10T09:30:00Z');
  const hours = (count: number, seconds = 0) => new Date(at + count * 3_600_000 + seconds * 1_000).toISOString();
  const times = {
    mitte: hours(0),
    davor: hours(-24),
    danach: hours(24),
    zuFrueh: hours(-24, -1),
    zuSpaet: hours(24, 1),
  };
  const chained = Object.entries(times).map(([id, publishedAt]) =>
    dispatch({ id, slug: 'Wetter/', signal: 'update', headline: `Wetter ${id}`, body: [], publishedAt }),
  );
  add(writer, ...chained);
  const ids = articleOf(writer.store, { id: 'mitte' }, now)?.versions.map(({ id }) => id);
  expect(ids).toEqual(['danach', 'mitte', 'davor']);
  writer.close();
});

test('earlier versions of a killed story are killed too, with its reason', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ id: 'k', headline: 'Bürgermeister tritt zurück' }));
  add(
    writer,
    dispatch({
      id: 'k',
      version: 2,
      status: 'killed',
      headline: 'Bürgermeister tritt zurück',
      body: [],
      notes: [{ kind: 'reason', text: 'Die Meldung trifft nicht zu.' }],
    }),
  );
  const first = articleOf(writer.store, { id: 'k', version: 1 }, new Date())?.dispatch;
  expect(first).toMatchObject({ version: 1, status: 'killed' });
  expect(first?.notes).toContainEqual({ kind: 'reason', text: 'Die Meldung trifft nicht zu.' });
  writer.close();
});
