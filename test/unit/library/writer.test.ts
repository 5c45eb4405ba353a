import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf } from '../../../main/library/article.ts';
import { listWindow } from '../../../main/library/list-window.ts';
import { sidebarOf } from '../../../main/library/sidebar.ts';
import type { LibraryWriter } from '../../../main/library/writer.ts';
import type { ListQueryInput } from '../../../preload/contract.ts';
import { ListQuery } from '../../../preload/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { add, dispatch, fileOf, openWriter, whole } from './sample.ts';

const now = new Date('2025-11-10T12:00:00+01:00');
const list = (writer: LibraryWriter, query: ListQueryInput = { list: 'all' }) =>
  listWindow(writer.store, { query: ListQuery.parse(query), offset: 0, limit: 100 }, 0, now);
const ids = (writer: LibraryWriter, query?: ListQueryInput) => list(writer, query).rows.map(({ id }) => id);
const at = '2025-11-10T11:00:00.000Z';
const day = (folder: string) => join(folder, 'library/2025/2025-11-10.json');

test('a dispatch stands in its lists and in its day file', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  expect(add(writer, dispatch())).toEqual({ new: 1, versions: 0, known: 0 });
  expect(ids(writer, { list: 'category', value: 'Inland' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'source', value: 'dts-nachrichtenagentur.de' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'today' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'category', value: 'Sport' })).toEqual([]);
  writer.close();
  const file = JSON.parse(readFileSync(day(folder), 'utf8'));
  expect(file).toEqual({
    version: 1,
    dispatches: [{ ...dispatch(), file: { ...dispatch().file, path: 'radweg-1.txt' } }],
  });
});

test('the same story under another name and in other paragraphs is one dispatch with two files', () => {
  const writer = openWriter(temporaryFolder());
  const text = 'Der Stadtrat hat beraten und beschlossen, was lange umstritten war.';
  const more = 'Die Bürgermeisterin sprach von einem guten Tag.';
  add(writer, dispatch({ body: [text, more] }));
  const again = dispatch({ id: 'kopie', body: [`${text} ${more}`] });
  expect(add(writer, again)).toEqual({ new: 0, versions: 0, known: 1 });
  expect(ids(writer)).toEqual(['radweg']);
  expect(
    articleOf(writer.store, { id: 'radweg' }, now)
      ?.files.map(({ path }) => path)
      .sort(),
  ).toEqual(['kopie-1.txt', 'radweg-1.txt']);
  writer.close();
});

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
  expect(ids(writer, { list: 'all', search: 'Vierte' })).toEqual([]);
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

test('what comes late under the same id and version and was sent before stands behind, also after a rebuild', () => {
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
  // As an import brings them: the newest in the first batch.
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

test('an update of what was read shows as unread again', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch());
  writer.mark(['radweg'], { read: true }, at);
  expect(ids(writer, { list: 'unread' })).toEqual([]);
  add(
    writer,
    dispatch({ version: 2, body: ['Mit einer zweiten, längeren Fassung berichtigt die Redaktion ihre Meldung.'] }),
  );
  expect(list(writer, { list: 'unread' }).rows).toMatchObject([{ id: 'radweg', read: false, updated: true }]);
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.previous?.version).toBe(1);
  writer.close();
});

test('marks move dispatches between lists and keep the counts', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch(), dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  writer.mark(['radweg'], { read: true, bookmarked: true, tags: ['wichtig'] }, at);
  expect(ids(writer, { list: 'unread' })).toEqual(['zwei']);
  expect(ids(writer, { list: 'bookmarks' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'tag', value: 'wichtig' })).toEqual(['radweg']);
  const sidebar = sidebarOf(writer.store, [], 0, now);
  expect(sidebar).toMatchObject({
    all: { total: 2, unread: 1 },
    today: { total: 2, unread: 1 },
    bookmarks: { total: 1, unread: 0 },
    categories: [{ name: 'Inland', total: 2, unread: 1 }],
    tags: [{ name: 'wichtig', total: 1, unread: 0 }],
  });
  expect(writer.mark(['radweg'], { read: true }, at)).toEqual({ changed: 0 });
  writer.close();
});

test('in the list of unread ones, what was read since it was entered stays', () => {
  const writer = openWriter(temporaryFolder());
  add(
    writer,
    dispatch(),
    dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [], publishedAt: '2025-11-10T10:00:00+01:00' }),
  );
  writer.mark(['radweg'], { read: true }, '2025-11-10T11:00:00.000Z');
  const kept: ListQueryInput = { list: 'unread', keepReadSince: '2025-11-10T10:59:00.000Z' };
  expect(ids(writer, kept)).toEqual(['zwei', 'radweg']);
  expect(list(writer, kept).total).toBe(2);
  expect(ids(writer, { list: 'unread', keepReadSince: '2025-11-10T11:01:00.000Z' })).toEqual(['zwei']);
  writer.close();
});

test('a marking is taken back whole, also that of a whole list', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...['a', 'b', 'c'].map((id) => dispatch({ id, headline: `Meldung ${id}`, body: [] })));
  writer.mark(['b'], { read: true }, at);
  const places = writer.store
    .sql('SELECT n FROM dispatch ORDER BY n')
    .all()
    .map(({ n }) => Number(n));
  const marked = whole(writer.markPlaces(places, true, at));
  expect(marked.changed).toBe(2);
  expect(ids(writer, { list: 'unread' })).toEqual([]);
  expect(whole(writer.undo(marked.undo ?? '', at))).toEqual({ changed: 2 });
  expect(ids(writer, { list: 'unread' }).sort()).toEqual(['a', 'c']);
  expect(whole(writer.undo(marked.undo ?? '', at))).toEqual({ changed: 0 });
  writer.close();
});

test('what was taken in and marked outlives a kill at any moment', () => {
  const folder = temporaryFolder();
  const killed = openWriter(folder);
  add(killed, dispatch());
  killed.mark(['radweg'], { read: true, bookmarked: true, note: 'nachfragen' }, at);
  // Not closed: what a killed process leaves behind is the journal and an index in whatever state.
  killed.store.db.close();
  rmSync(join(folder, 'index.sqlite'));
  const writer = openWriter(folder);
  expect(list(writer, { list: 'bookmarks' }).rows).toMatchObject([
    { id: 'radweg', read: true, bookmarked: true, hasNote: true },
  ]);
  writer.close();
  expect(JSON.parse(readFileSync(join(folder, 'library/bookmarks.json'), 'utf8')).bookmarks).toMatchObject([
    { dispatch: { id: 'radweg' }, status: { note: 'nachfragen', noteAt: at } },
  ]);
});

test('the index is made anew from the files when it is lost, damaged or older than they are', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch(), dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  first.mark(['zwei'], { bookmarked: true, tags: ['x'] }, at);
  first.close();
  const index = join(folder, 'index.sqlite');
  for (const harm of [
    () => rmSync(index),
    () => writeFileSync(index, 'not a database, by far not one'.repeat(400)),
    () => writeFileSync(join(folder, 'library/stamp.json'), '{"folds": 99}'),
  ]) {
    harm();
    const writer = openWriter(folder);
    expect(ids(writer).sort()).toEqual(['radweg', 'zwei']);
    expect(ids(writer, { list: 'tag', value: 'x' })).toEqual(['zwei']);
    expect(ids(writer, { list: 'all', search: 'Radweg' })).toEqual(['radweg']);
    writer.close();
  }
});

test('a journal line torn off by a power cut is cut away and what stands before it is kept', () => {
  const folder = temporaryFolder();
  const killed = openWriter(folder);
  add(killed, dispatch());
  killed.store.db.close();
  rmSync(join(folder, 'index.sqlite'));
  const segment = join(folder, 'journal', readdirSync(join(folder, 'journal')).at(-1) ?? '');
  writeFileSync(segment, `${readFileSync(segment, 'utf8')}{"t":"d","dispatch":{"id":"halb`);
  const writer = openWriter(folder);
  expect(writer.notices.join()).toContain('only half there');
  add(writer, dispatch({ id: 'danach', headline: 'Danach', body: [] }));
  writer.close();
  const reopened = openWriter(folder);
  expect(ids(reopened).sort()).toEqual(['danach', 'radweg']);
  reopened.close();
});

test('a damaged day file is set aside, the last good copy takes its place and the person is told', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch());
  for (const _ of first.fold());
  add(first, dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  first.close();
  writeFileSync(day(folder), '\0\0\0\0');
  rmSync(join(folder, 'index.sqlite'));
  const writer = openWriter(folder);
  expect(ids(writer)).toEqual(['radweg']);
  expect(writer.notices.join()).toContain('2025-11-10.json.damaged-');
  expect(readdirSync(join(folder, 'library/2025')).filter((name) => name.includes('damaged'))).toHaveLength(1);
  writer.close();
});

test('a file of a newer program is neither changed nor set aside', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch());
  first.close();
  writeFileSync(day(folder), '{"version":2,"future":true}');
  rmSync(join(folder, 'index.sqlite'));
  const second = openWriter(folder);
  expect(second.notices.join()).toContain('newer Depesche');
  add(second, dispatch({ id: 'other', headline: 'Etwas anderes' }));
  second.close();
  expect(readFileSync(day(folder), 'utf8')).toBe('{"version":2,"future":true}');
});

test('folding is harmless when it is cut short and done again', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(
    writer,
    dispatch(),
    dispatch({ id: 'andern', headline: 'Vom andern Tag', body: [], publishedAt: '2025-11-09T10:00:00+01:00' }),
  );
  writer.fold().next();
  for (const _ of writer.fold());
  writer.close();
  expect(JSON.parse(readFileSync(day(folder), 'utf8')).dispatches).toHaveLength(1);
  expect(existsSync(join(folder, 'library/2025/2025-11-09.json'))).toBe(true);
  const reopened = openWriter(folder);
  expect(ids(reopened)).toEqual(['radweg', 'andern']);
  reopened.close();
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

test('an embargo ends by time', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ status: 'embargoed', embargoUntil: '2025-11-10T12:30:00+01:00' }));
  expect(list(writer).rows[0]?.status).toBe('embargoed');
  const later = new Date('2025-11-10T12:31:00+01:00');
  const query = ListQuery.parse({ list: 'all' });
  expect(listWindow(writer.store, { query, offset: 0, limit: 1 }, 0, later).rows[0]?.status).toBe('usable');
  writer.close();
});

test('a teaser is tied to its dispatch by headline and minute, also when that comes later', () => {
  const writer = openWriter(temporaryFolder());
  const text =
    'Hafen sperrt alte Mole Die alte Mole im Hafen bleibt bis zum Frühjahr geschlossen, teilte die Verwaltung mit.';
  add(writer, dispatch({ related: [{ text, certain: false, publishedAt: '2025-11-10T10:07:00+01:00' }] }));
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.dispatch.related).toMatchObject([{ certain: false }]);
  add(
    writer,
    dispatch({ id: 'mole', headline: 'Hafen sperrt alte Mole', body: [], publishedAt: '2025-11-10T10:07:40+01:00' }),
  );
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.dispatch.related).toMatchObject([
    { certain: true, headline: 'Hafen sperrt alte Mole', dispatchId: 'mole' },
  ]);
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

test('a file with a problem is listed until it can be read', () => {
  const writer = openWriter(temporaryFolder());
  const broken = { ...fileOf('kaputt.xml'), problem: { reason: 'damaged' as const, message: 'Line 3: not closed.' } };
  writer.add([broken]);
  writer.commit();
  expect(sidebarOf(writer.store, [], 0, now).problems).toBe(1);
  writer.add([fileOf('kaputt.xml', dispatch())]);
  writer.commit();
  expect(sidebarOf(writer.store, [], 0, now).problems).toBe(0);
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

test('categories stand as in a dictionary', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ categories: ['Business', 'Zoll', 'Börse', 'äußeres', 'Liga 10', 'Liga 2'] }));
  const { categories } = sidebarOf(writer.store, [], 0, now);
  expect(categories.map(({ name }) => name)).toEqual(['äußeres', 'Börse', 'Business', 'Liga 2', 'Liga 10', 'Zoll']);
  writer.close();
});
