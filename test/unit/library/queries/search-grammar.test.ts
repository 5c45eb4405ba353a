import { expect, test } from 'vitest';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { understand } from '../../../../main/library/queries/search/understand.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery, type ListQueryInput } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const now = new Date(2025, 10, 10, 12, 0);
const story = (id: string, headline: string, change = {}) => dispatch({ id, headline, body: [], ...change });

function library(...stories: Parameters<typeof add>[1][]): LibraryWriter {
  const writer = openWriter(temporaryFolder());
  add(writer, ...stories);
  return writer;
}
const windowOf = (writer: LibraryWriter, query: Partial<ListQueryInput>, at = now) =>
  listWindow(writer.store, { query: ListQuery.parse({ list: 'all', ...query }), offset: 0, limit: 50 }, 0, at);
const found = (writer: LibraryWriter, search: string) =>
  windowOf(writer, { search })
    .rows.map(({ id }) => id)
    .sort();

test.each([
  ['kiel datum:2025', 8],
  ['kiel prio:1..9', 40],
  ['kiel (tagt prio:>=2)', 12],
  ['kiel (tagt OR prio:>=2)', 30],
  ['kiel -datum:2024', 30],
])('a word with any number of conditions finds: %s, %i times', (condition, times) => {
  const writer = library(story('a', 'Kiel tagt', { categories: ['Inland'] }));
  const search = `kiel ${`${condition} `.repeat(times)}`;
  expect(windowOf(writer, { search })).toMatchObject({ total: 1, rows: [{ id: 'a' }] });
  expect(windowOf(writer, { list: 'category', value: 'Inland', search, unreadOnly: true }).total).toBe(1);
  writer.close();
});

test('a minus counts behind brackets and quotes too, and where it became a dash', () => {
  const writer = library(story('a', 'Kiel spielt Fußball'), story('b', 'Kiel tagt'));
  for (const search of ['(kiel OR bremen)-fußball', '"kiel"-fußball', 'kiel –fußball', 'kiel −fußball'])
    expect([search, found(writer, search)]).toEqual([search, ['b']]);
  writer.close();
});

test('French quotes make a phrase', () => {
  const writer = library(story('a', 'Offene Stellen im Amt'), story('b', 'Stellen bleiben offene Fragen'));
  expect(found(writer, '»offene Stellen«')).toEqual(['a']);
  expect(found(writer, '«offene Stellen»')).toEqual(['a']);
  writer.close();
});

test('a field applies to everything in the brackets after it', () => {
  const writer = library(
    story('a', 'Radweg am Deich', { source: 'dpa' }),
    story('b', 'Brücke am Deich', { source: 'dts' }),
    story('c', 'Deich hält', { source: 'epd', body: ['Der Radweg bleibt gesperrt.'] }),
  );
  for (const [search, ids] of [
    ['kopf:(radweg OR brücke)', ['a', 'b']],
    ['kopf:(deich -(radweg OR brücke))', ['c']],
    ['kopf:("am deich" -brücke)', ['a']],
    ['quelle:(dpa OR dts) brücke', ['b']],
    ['-quelle:(dpa OR dts)', ['c']],
    ['text:(radweg kopf:deich)', ['c']],
  ] as const)
    expect([search, found(writer, search)]).toEqual([search, ids]);
  expect(understand('kopf:()', now)).toEqual({ error: { at: 6, reason: 'word-missing' } });
  expect(understand('farbe:(rot)', now)).toEqual({ error: { at: 0, reason: 'field-unknown' } });
  expect(understand('kopf:(rot', now)).toEqual({ error: { at: 5, reason: 'bracket-open' } });
  writer.close();
});

test.each([
  ['*bahn-strecke', ['a', 'b']],
  ['*bahn-str*', ['a', 'b']],
  ['*u-bahn-strecke', ['b']],
  // Not in the source, which is an agentur.
  ['kopf:*uer', ['c', 'd']],
  ['*uerwehr', ['e']],
  ['*uelle', ['f']],
])('%s finds words whose end is written so', (search, ids) => {
  const writer = library(
    story('a', 'Straßenbahn-Strecke ist zu'),
    story('b', 'U-Bahn-Strecke ist zu'),
    story('c', 'Steuer steigt'),
    story('d', 'Mauer fällt'),
    story('e', 'Feuerwehr kommt'),
    story('f', 'Quelle versiegt'),
  );
  const { rows, total } = windowOf(writer, { search });
  expect(rows.map(({ id }) => id).sort()).toEqual(ids);
  expect(total).toBe(ids.length);
  expect(rows.every(({ headlineHits = [] }) => headlineHits.length > 0)).toBe(true);
  writer.close();
});

test('a range of days ends with the day it names', () => {
  const writer = library(
    story('old', 'Hafen ruht', { publishedAt: '2025-10-20T09:00:00+02:00' }),
    story('edge', 'Hafen wacht', { publishedAt: '2025-11-04T23:00:00+01:00' }),
    story('new', 'Hafen lebt', { publishedAt: '2025-11-09T09:00:00+01:00' }),
  );
  expect(found(writer, 'datum:30d..7d')).toEqual(['edge', 'old']);
  expect(found(writer, 'datum:..1w')).toEqual(['edge', 'old']);
  expect(found(writer, 'hafen datum:7d..')).toEqual(['edge', 'new']);
  expect(found(writer, 'datum:3d..today')).toEqual(['new']);
  writer.close();
});

test('a range of urgencies may be open, as one of days', () => {
  const writer = library(story('a', 'Eins', { urgency: 1 }), story('b', 'Vier', { urgency: 4 }));
  expect(found(writer, 'prio:..3')).toEqual(['a']);
  expect(found(writer, 'prio:2..')).toEqual(['b']);
  expect(understand('prio:..', now)).toEqual({ error: { at: 5, reason: 'urgency-unknown' } });
  writer.close();
});

test.each([
  'kiel (ist:ungelesen haushalt*)',
  'ist:ungelesen kiel OR ist:ungelesen bremen',
  'NOT (ist:gelesen OR bremen)',
  '-ist:gelesen kiel',
])('what is read under the eyes stays in %s', (search) => {
  const writer = library(story('a', 'Kiel hat einen Haushaltsplan'), story('b', 'Bremen schläft'));
  const entered = '2025-11-10T10:59:00.000Z';
  writer.marker.mark(['a'], { read: true }, '2025-11-10T11:00:00.000Z');
  const ids = (query: Partial<ListQueryInput>) => windowOf(writer, query).rows.map(({ id }) => id);
  expect(ids({ search, keepReadSince: entered })).toContain('a');
  expect(ids({ search })).not.toContain('a');
  expect(windowOf(writer, { search, keepReadSince: entered }).total).toBe(
    ids({ search, keepReadSince: entered }).length,
  );
  writer.close();
});

test('the position of an error is within the typed text, even if lower case changes its length', () => {
  expect(understand('İdatum:', now)).toEqual({ error: { at: 7, reason: 'value-missing' } });
});

test('duplicate terms are searched once', () => {
  expect(understand('*ung OR *ung OR (*heit OR *ung)', now)).toEqual(understand('*ung OR *heit', now));
  expect(understand('hafen hafen', now)).toEqual(understand('hafen', now));
});
