import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { members, ranked } from '../../../../main/library/queries/list-members.ts';
import { type LibraryQuery, listSource } from '../../../../main/library/queries/list-source.ts';
import { keysOfList, listStep, listWindow } from '../../../../main/library/queries/list-window.ts';
import { understand } from '../../../../main/library/queries/search/understand.ts';
import { SearchTally } from '../../../../main/library/queries/search-tally.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter, whole } from '../sample.ts';

const now = new Date(2025, 10, 10, 12, 0);
const folder = mkdtempSync(join(tmpdir(), 'depesche-'));
let writer: LibraryWriter;

beforeAll(() => {
  writer = openWriter(folder);
  const all = [
    dispatch({
      id: 'mueller',
      headline: 'Müller spricht in Köln',
      body: ['Die Außenministerin reist nach Mailand, sagte ein Sprecher der Straßenbahn.'],
      urgency: 2,
    }),
    dispatch({
      id: 'mole',
      headline: 'Hafen sperrt alte Mole',
      body: ['Der Verkehrsminister nannte die Sperrung der Mole unvermeidlich und bat um Geduld.'],
      source: 'dpa',
      categories: ['Wirtschaft'],
      publishedAt: '2025-11-09T10:00:00+01:00',
    }),
    dispatch({
      id: 'bauer',
      headline: 'Bauern warten auf Regen',
      body: ['Neue Hoffnung gibt es nicht, heißt es beim Verband; der Regen bleibt aus in Köln und Bonn.'],
      publishedAt: '2025-10-01T10:00:00+02:00',
    }),
  ];
  add(writer, ...all);
  writer.marker.mark(['mole'], { read: true, bookmark: true, 'tag:hafen': true }, '2025-11-10T10:00:00.000Z');
});
afterAll(() => {
  writer.close();
  rmSync(folder, { recursive: true });
});

const window = (search: string, order: 'newest' | 'relevance' = 'newest') =>
  listWindow(writer.store, { query: ListQuery.parse({ list: 'all', search, order }), offset: 0, limit: 50 }, 0, now);
const found = (search: string) => window(search).rows.map(({ id }) => id);

test.each([
  ['Müller', ['mueller']],
  ['mueller', ['mueller']],
  ['muller', ['mueller']],
  ['strasse*', ['mueller']],
  ['Straßenbahn', ['mueller']],
  ['koeln', ['mueller', 'bauer']],
  ['köln regen', ['bauer']],
  ['köln -regen', ['mueller']],
  ['köln AND NOT regen', ['mueller']],
  ['mole OR regen', ['mole', 'bauer']],
  ['mole ODER regen', ['mole', 'bauer']],
  ['(mole OR köln) -bonn', ['mueller', 'mole']],
  ['"alte Mole"', ['mole']],
  ['"Mole alte"', []],
  ['regen*', ['bauer']],
  ['*minister', ['mole']],
  ['*minister*', ['mueller', 'mole']],
  ['kopf:regen', ['bauer']],
  ['headline:bonn', []],
  ['quelle:dpa', ['mole']],
  ['quelle:dts', ['mueller', 'bauer']],
  ['source:dpa regen', []],
  ['ressort:wirtschaft', ['mole']],
  ['-ressort:wirtschaft', ['mueller', 'bauer']],
  ['tag:hafen', ['mole']],
  ['ist:ungelesen', ['mueller', 'bauer']],
  ['is:read', ['mole']],
  ['is:bookmarked', ['mole']],
  ['prio:<=2', ['mueller']],
  ['prio:5', ['mole', 'bauer']],
  ['datum:heute', ['mueller']],
  ['date:yesterday', ['mole']],
  ['datum:2025-11..', ['mueller', 'mole']],
  ['datum:..2025-10', ['bauer']],
  ['datum:01.10.2025', ['bauer']],
  ['datum:2d köln', ['mueller']],
  ['köln OR quelle:dpa', ['mueller', 'mole', 'bauer']],
  ['EU-Gipfel', []],
  ['', ['mueller', 'mole', 'bauer']],
])('%s finds %j', (search, expected) => {
  expect(found(search)).toEqual(expected);
  expect(window(search).total).toBe(expected.length);
});

test.each([
  ['"offen', 0, 'phrase-open'],
  ['köln (regen', 5, 'bracket-open'],
  ['köln)', 4, 'bracket-unopened'],
  ['köln AND', 8, 'word-missing'],
  ['farbe:rot', 0, 'field-unknown'],
  ['datum:morgen', 6, 'date-unknown'],
  ['datum:2025-02-31', 6, 'date-unknown'],
  ['prio:0', 5, 'urgency-unknown'],
  ['prio:4..2', 5, 'range-backwards'],
  ['prio:<1', 5, 'range-backwards'],
  ['datum:2026-02..2026-01', 6, 'range-backwards'],
  ['date:today..yesterday', 5, 'range-backwards'],
  ['ist:gelb', 4, 'state-unknown'],
  ['quelle:', 7, 'value-missing'],
  ['!!!', 0, 'nothing-to-find'],
])('%s goes wrong at %i: %s', (search, at, reason) => {
  expect(window(search).searchError).toEqual({ at, reason });
  expect(window(search).rows).toEqual([]);
});

test('any text is parsed or has an error position, and SQLite accepts the result', () => {
  const pieces = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    '*',
    ':',
    'AND ',
    ' OR ',
    'NOT',
    'kopf:',
    'datum:',
    '..',
    'ä',
    "'",
    '\u0000',
    '\\',
    '^',
    '{',
    'NEAR(a b)',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 8 }).map((parts) => parts.join('')),
      (search) => {
        const understood = understand(search, now);
        if ('error' in understood) {
          expect(understood.error.at).toBeLessThanOrEqual(search.length);
          return;
        }
        expect(window(search).total).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 400 },
  );
});

test('hits are marked in headline and snippet, whatever their spelling', () => {
  const row = window('koeln strassen*').rows[0];
  expect(row?.headlineHits?.map(([from, to]) => row.headline.slice(from, to))).toEqual(['Köln']);
  expect(row?.snippetHits?.map(([from, to]) => row.snippet.slice(from, to))).toEqual(['Straßenbahn']);
});

test('a hit far into the first lines is shown near the front of the snippet', () => {
  const row = window('Straßenbahn').rows[0];
  expect(row?.snippet).toMatch(/^… /);
  expect(row?.snippetHits?.[0]?.[0]).toBeLessThan(30);
  expect(window('Außenministerin').rows[0]?.snippet).toMatch(/^Die Außenministerin/);
});

test('by relevance a headline counts more than a body', () => {
  expect(window('mole OR köln', 'relevance').rows.map(({ id }) => id)).not.toEqual(found('mole OR köln'));
});

test('by relevance the newest hits are compared, and older ones follow by time', () => {
  const source = listSource(
    writer.store,
    ListQuery.parse({ list: 'all', search: 'mole OR köln', order: 'relevance' }),
    now,
  );
  if ('error' in source) throw new Error(source.error.reason);
  const byTime = listSource(writer.store, ListQuery.parse({ list: 'all', search: 'mole OR köln' }), now);
  if ('error' in byTime) throw new Error(byTime.error.reason);
  const newest = members(writer.store, byTime);
  const order = ranked(writer.store, source, -1, 0);
  expect(newest.length).toBeGreaterThan(2);
  for (let most = 0; most <= newest.length + 1; most++) {
    const compared = newest.slice(0, most);
    const expected = [...order.filter((n) => compared.includes(n)), ...newest.slice(most)];
    expect(ranked(writer.store, source, -1, 0, most), `${most}`).toEqual(expected);
    for (let offset = 0; offset < newest.length + 1; offset++)
      for (let limit = 0; limit < 3; limit++)
        expect(ranked(writer.store, source, limit, offset, most)).toEqual(expected.slice(offset, offset + limit));
  }
});

test('stepping walks a list both ways and to the next unread one', () => {
  const step = (from: string | undefined, by: 1 | -1, unreadOnly = false) =>
    listStep(writer.store, { query: ListQuery.parse({ list: 'all' }), from, step: by, unreadOnly }, now);
  expect(step(undefined, 1).row?.id).toBe('mueller');
  expect(step('mueller', 1)).toMatchObject({ row: { id: 'mole' }, index: 1 });
  expect(step('mueller', 1, true)).toMatchObject({ row: { id: 'bauer' }, index: 2 });
  expect(step('mole', -1).row?.id).toBe('mueller');
  expect(step('bauer', 1).row).toBeUndefined();
});

/** A library of its own with these dispatches. */
function openWith(...dispatches: ReturnType<typeof dispatch>[]): LibraryWriter {
  const own = openWriter(temporaryFolder());
  add(own, ...dispatches);
  return own;
}
const idsIn = (own: LibraryWriter, query: Partial<LibraryQuery>, at = now) =>
  listWindow(own.store, { query: { list: 'all', order: 'newest', ...query }, offset: 0, limit: 50 }, 0, at).rows.map(
    ({ id }) => id,
  );

test.each([
  ['*aus', 'haus'],
  ['*ahn*', 'haus'],
  ['*minister', 'meta'],
  ['*cafe', 'cafe'],
  ['*café', 'cafe'],
  ['Israel', 'cafe'],
  ['Zoe', 'cafe'],
  ['constructor', 'cafe'],
  ['Böen', 'cafe'],
])('%s finds %s', (search, id) => {
  const own = openWith(
    dispatch({ id: 'haus', headline: 'Haus an der Bahn' }),
    dispatch({ id: 'meta', headline: 'Besuch', keywords: ['Gesundheitsminister'] }),
    dispatch({ id: 'cafe', headline: 'Zoë im Sportcafé', body: ['Sturm und Böen in Israël, sagt der constructor.'] }),
  );
  expect(idsIn(own, { search })).toEqual([id]);
  own.close();
});

test.each([
  ['""', 'nothing-to-find', 0],
  ['mole "!!!"', 'nothing-to-find', 5],
  ['quelle:""', 'value-missing', 7],
  ['datum:0050', 'date-unknown', 6],
  ['('.repeat(25), 'bracket-deep', 24],
])('%s is %s', (search, reason, at) => {
  expect(window(search).searchError).toEqual({ reason, at });
});

test('brackets that are still understood are found with', () => {
  expect(found(`${'(mole OR '.repeat(24)}köln${')'.repeat(24)}`)).toEqual(['mueller', 'mole', 'bauer']);
});

test('a list of unread dispatches is as long as it says, whatever else it is asked for', () => {
  const at = (i: number) => new Date(now.getTime() - i * 12 * 3_600_000).toISOString();
  const own = openWith(
    ...Array.from({ length: 10 }, (_, i) =>
      dispatch({ id: `d${i}`, headline: `Meldung ${i}`, source: i < 6 ? 'dpa' : 'epd', publishedAt: at(i) }),
    ),
  );
  const read = Array.from({ length: 8 }, (_, i) => `d${i}`);
  own.marker.mark(read, { read: true }, now.toISOString());
  const asked: Partial<LibraryQuery>[] = [
    { list: 'today', unreadOnly: true },
    { unreadOnly: true, search: 'quelle:dpa' },
    { unreadOnly: true, search: 'datum:heute' },
    { list: 'unread', search: 'quelle:epd' },
    { unreadOnly: true, search: 'quelle:epd' },
    { unreadOnly: true, search: 'ist:ungelesen', keepReadSince: at(1) },
    { search: 'is:unread meldung', keepReadSince: at(1) },
    { within: 'is:unread', keepReadSince: at(1) },
    { search: '-ist:gelesen meldung', keepReadSince: at(1) },
    { search: 'ist:ungelesen quelle:epd' },
  ];
  for (const query of asked) {
    const list: LibraryQuery = { list: 'all', order: 'newest', ...query };
    const { total, rows } = listWindow(own.store, { query: list, offset: 0, limit: 50 }, 0, now);
    // A search for unread dispatches keeps those read meanwhile, as the list does.
    const all = [...read, 'd8', 'd9'];
    const wanted = query.keepReadSince ? all : /epd|ist:/.test(query.search ?? '') ? ['d8', 'd9'] : [];
    expect(
      rows.map(({ id }) => id),
      JSON.stringify(query),
    ).toEqual(wanted);
    expect(total, JSON.stringify(query)).toBe(wanted.length);
  }
  const tally = new SearchTally('quelle:dpa');
  whole(tally.count(own.store, now));
  expect(tally.known).toEqual({ total: 6, unread: 0 });
  own.close();
});

test('what is typed narrows a saved search and cannot get out of it; one that is gone holds nothing', () => {
  expect(idsIn(writer, { within: 'mole OR regen', search: 'köln' })).toEqual(['bauer']);
  const escaped = { list: 'all', order: 'newest', within: 'mole', search: 'regen) OR (köln' } as const;
  expect(listWindow(writer.store, { query: escaped, offset: 0, limit: 9 }, 0, now).searchError).toEqual({
    reason: 'bracket-unopened',
    at: 5,
  });
  expect(idsIn(writer, { list: 'saved', value: 'gone' })).toEqual([]);
});

test('by relevance too the next unread one is the next, and the one before the one before', () => {
  const texts = ['hafen', 'hafen hafen am hafen', 'hafen und hafen'];
  const own = openWith(
    ...Array.from({ length: 9 }, (_, i) =>
      dispatch({ id: `d${i}`, headline: `Meldung ${i}`, body: [`Nummer ${i}: ${texts[i % 3] ?? ''}.`] }),
    ),
  );
  const order = idsIn(own, { search: 'hafen', order: 'relevance' });
  const read = order.filter((_, i) => i % 2 === 1);
  own.marker.mark(read, { read: true }, now.toISOString());
  const step = (from: string | undefined, by: 1 | -1) =>
    listStep(
      own.store,
      { query: { list: 'all', search: 'hafen', order: 'relevance' }, from, step: by, unreadOnly: true },
      now,
    ).row?.id;
  expect(step(order[3], 1)).toBe(order[4]);
  expect(step(order[3], -1)).toBe(order[2]);
  expect(step(order[0], -1)).toBeUndefined();
  expect(step(undefined, 1)).toBe(order[0]);
  own.close();
});

test('above and below are meant of what the list shows', () => {
  const below = (anchor: string) =>
    keysOfList(writer.store, { list: 'all', order: 'newest', search: 'köln' }, 'below', anchor, now);
  expect(below('mueller')).toHaveLength(1);
  expect(below('mole')).toEqual([]);
});
