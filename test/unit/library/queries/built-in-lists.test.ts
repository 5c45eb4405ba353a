import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { sidebarOf } from '../../../../main/library/queries/sidebar.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery, type ListQueryInput } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, NOTE, openWriter } from '../sample.ts';
import { BACK_TO_7 } from '../step-back.ts';

const now = new Date('2025-11-10T12:00:00+01:00');
const AT = '2025-11-10T11:00:00.000Z';

const stories = [
  dispatch({ id: 'flash', headline: 'Schleuse gesperrt', urgency: 1, topics: ['medtop:03000000'], language: 'de-AT' }),
  dispatch({ id: 'eil', headline: 'Fähre verspätet', signal: 'flash', urgency: 3, place: 'Kiel', number: 'BDT0109' }),
  dispatch({
    id: 'korr',
    headline: 'Korrektur: Etat steigt',
    signal: 'correction',
    body: ['Der Etat von Kiel steigt.'],
  }),
  dispatch({ id: 'gone', headline: 'Falsche Meldung', number: '0042', source: 'dpa', body: [] }),
  dispatch({
    id: 'kill',
    headline: 'Meldung 0042 zurückgezogen',
    source: 'dpa',
    body: [],
    refersTo: [{ relation: 'kills', number: '0042' }],
  }),
  dispatch({
    id: 'later',
    headline: 'Rede am Abend',
    status: 'embargoed',
    embargoUntil: '2025-11-10T20:00:00+01:00',
    body: ['Rede eins.'],
  }),
  dispatch({
    id: 'sooner',
    headline: 'Studie am Mittag',
    status: 'embargoed',
    embargoUntil: '2025-11-10T12:30:00Z',
    language: 'en',
    body: ['Studie zwei.'],
  }),
  dispatch({
    id: 'over',
    headline: 'Bilanz am Morgen',
    status: 'embargoed',
    embargoUntil: '2025-11-10T08:00:00+01:00',
    body: ['Bilanz drei.'],
  }),
];

const windowOf = ({ store }: LibraryWriter, query: Partial<ListQueryInput>, at = now) =>
  listWindow(store, { query: ListQuery.parse({ list: 'all', ...query }), offset: 0, limit: 50 }, 0, at);
const ids = (writer: LibraryWriter, query: Partial<ListQueryInput>, at = now) =>
  windowOf(writer, query, at).rows.map(({ id }) => id);
const found = (writer: LibraryWriter, search: string) => ids(writer, { search }).sort();

function library(): LibraryWriter {
  const writer = openWriter(temporaryFolder());
  add(writer, ...stories);
  return writer;
}

test('urgent ones, corrections with kills, and embargoes by release time have lists with counts', () => {
  const writer = library();
  expect(ids(writer, { list: 'urgent' }).sort()).toEqual(['eil', 'flash']);
  expect(ids(writer, { list: 'corrections' }).sort()).toEqual(['gone', 'kill', 'korr']);
  expect(ids(writer, { list: 'embargoes' })).toEqual(['sooner', 'later']);
  writer.marker.mark(['gone', 'sooner'], { read: true }, AT);
  expect(ids(writer, { list: 'embargoes', unreadOnly: true })).toEqual(['later']);
  expect(sidebarOf(writer.store, [], 0, now)).toMatchObject({
    urgent: { total: 2, unread: 2 },
    corrections: { total: 3, unread: 2 },
    embargoes: { total: 2, unread: 1 },
    topics: [{ name: 'medtop:03000000', total: 1, unread: 1 }],
  });
  expect(ids(writer, { list: 'embargoes' }, new Date('2025-11-10T13:00:00Z'))).toEqual(['later']);
  expect(ids(writer, { list: 'embargoes', search: 'rede' })).toEqual(['later']);
  expect(ids(writer, { list: 'topic', value: 'medtop:03000000' })).toEqual(['flash']);
  writer.close();
});

test('a kill that arrives before its target lists it, and what is put off is not counted', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...stories.filter(({ id }) => id !== 'gone'));
  add(writer, ...stories.filter(({ id }) => id === 'gone'));
  expect(ids(writer, { list: 'corrections' }).sort()).toEqual(['gone', 'kill', 'korr']);
  writer.marker.mark(['gone'], { later: '2025-11-20T10:00:00.000Z' }, AT);
  expect(sidebarOf(writer.store, [], 0, now).corrections).toEqual({ total: 2, unread: 2 });
  expect(ids(writer, { list: 'corrections' }).sort()).toEqual(['kill', 'korr']);
  writer.close();
});

test.each([
  ['ist:eilig', ['eil', 'flash']],
  ['is:killed', ['gone']],
  ['ist:korrektur', ['korr']],
  ['is:corrections', ['gone', 'kill', 'korr']],
  ['ist:gesperrt', ['later', 'sooner']],
  ['-is:embargoed studie OR rede', ['later']],
  ['thema:katastrophen', ['flash']],
  ['topic:accident', ['flash']],
  ['sprache:de', ['flash']],
  ['language:englisch', ['sooner']],
  ['ort:kiel', ['eil']],
  ['kiel', ['eil', 'korr']],
  ['nummer:109', []],
  ['nummer:bdt0109', ['eil']],
  ['bdt0109', ['eil']],
  ['number:42', ['gone']],
  ['"etat kiel"~2', ['korr']],
  ['"kiel etat"~1', ['korr']],
  ['"etat steigt"~0', ['korr']],
  ['"der steigt"~1', []],
])('%s', (search, wanted) => {
  const writer = library();
  expect(found(writer, search)).toEqual(wanted);
  writer.close();
});

test('own notes, what is taken, and later versions are found', () => {
  const writer = library();
  add(writer, dispatch({ id: 'flash', version: 2, headline: 'Schleuse wieder frei', urgency: 1, body: [] }));
  writer.marker.mark(['eil'], { [NOTE]: 'Beim Schleusenmeister nachfragen' }, AT);
  writer.marker.mark(['korr'], { taken: 'Mia' }, AT);
  expect(found(writer, 'notiz:nachfragen')).toEqual(['eil']);
  expect(found(writer, 'note:schleusen*')).toEqual(['eil']);
  expect(found(writer, 'notiz:anrufen')).toEqual([]);
  expect(found(writer, 'ist:notiert')).toEqual(['eil']);
  expect(found(writer, 'is:taken')).toEqual(['korr']);
  expect(found(writer, 'fassung:>1')).toEqual(['flash']);
  expect(found(writer, 'version:2')).toEqual(['flash']);
  expect(found(writer, 'version:>2')).toEqual([]);
  expect(found(writer, 'version:1')).toHaveLength(stories.length - 1);
  writer.marker.mark(['eil'], { [NOTE]: null }, AT);
  expect(found(writer, 'ist:notiert')).toEqual([]);
  writer.close();
});

test('names that differ only in case are one list', () => {
  const writer = openWriter(temporaryFolder());
  add(
    writer,
    dispatch({ id: 'a', headline: 'Eins', categories: ['Überblick', 'ÜBERBLICK'], body: [] }),
    dispatch({ id: 'b', headline: 'Zwei', categories: ['ÜBERBLICK'], body: [] }),
  );
  writer.marker.mark(['a'], { 'tag:Wahl': true, 'tag:wahl': true }, AT);
  writer.marker.mark(['b'], { 'tag:wahl': true }, AT);
  const sidebar = sidebarOf(writer.store, [], 0, now);
  expect(sidebar.categories).toMatchObject([{ name: 'Überblick', total: 2, unread: 2 }]);
  expect(sidebar.tags).toMatchObject([{ total: 2 }]);
  expect(ids(writer, { list: 'category', value: 'überblick' }).sort()).toEqual(['a', 'b']);
  writer.close();
});

test('an index of the version before gets the lists', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, ...stories);
  first.marker.mark(['eil'], { [NOTE]: 'Nachfragen', read: true }, AT);
  first.marker.mark(['korr'], { later: '2025-11-20T10:00:00.000Z' }, AT);
  const before = sidebarOf(first.store, [], 0, now);
  first.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(`
    ${BACK_TO_7}
    DROP INDEX dispatch_embargo; DROP INDEX dispatch_version;
    CREATE TEMP TABLE fresh AS
      SELECT k FROM list WHERE kind IN ('topic', 'language', 'state', 'urgent', 'corrections', 'taken', 'noted', 'event', 'notice');
    DELETE FROM entry WHERE k IN fresh; DELETE FROM list WHERE k IN fresh;
    UPDATE dispatch SET lists = (SELECT group_concat(value) FROM json_each('[' || lists || ']') WHERE value NOT IN fresh);
    PRAGMA user_version = 6;
  `);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(sidebarOf(writer.store, [], 0, now)).toEqual(before);
  expect(ids(writer, { list: 'corrections' }).sort()).toEqual(['gone', 'kill']);
  expect(found(writer, 'notiz:nachfragen')).toEqual(['eil']);
  expect(found(writer, 'is:killed')).toEqual(['gone']);
  writer.marker.mark(['gone', 'korr'], { read: true, later: null }, AT);
  expect(sidebarOf(writer.store, [], 0, now).corrections).toEqual({ total: 3, unread: 1 });
  writer.close();
});

test('a category says the topics of its newest dispatches, and lists when their newest was published', () => {
  const writer = openWriter(temporaryFolder());
  const topics = ['medtop:15000000'];
  add(
    writer,
    dispatch({
      id: 'a',
      headline: 'Handballer siegen',
      body: [],
      categories: ['Handball'],
      topics,
      publishedAt: '2025-11-10T09:00:00Z',
    }),
    dispatch({
      id: 'b',
      headline: 'Kurz gemeldet',
      body: [],
      categories: ['Allerlei'],
      publishedAt: '2025-11-10T10:00:00Z',
    }),
  );
  const categories = () => sidebarOf(writer.store, [], 0, now).categories;
  expect(categories()).toEqual([
    { name: 'Allerlei', total: 1, unread: 1, latest: Date.parse('2025-11-10T10:00:00Z'), topics: [] },
    { name: 'Handball', total: 1, unread: 1, latest: Date.parse('2025-11-10T09:00:00Z'), topics },
  ]);
  add(
    writer,
    dispatch({
      id: 'c',
      headline: 'Lauf im Park',
      body: [],
      categories: ['Allerlei'],
      topics,
      publishedAt: '2025-11-10T11:00:00Z',
    }),
  );
  expect(categories()[0]).toMatchObject({ name: 'Allerlei', topics });
});
