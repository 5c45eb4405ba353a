import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countInSteps } from '../../../../main/library/queries/list-count.ts';
import { listSql } from '../../../../main/library/queries/list-members.ts';
import { indexOf, pageAtOnce, pageOf } from '../../../../main/library/queries/list-page.ts';
import { type ListSource, listSource } from '../../../../main/library/queries/list-source.ts';
import { keysOfList, listAt, listStep, listWindow } from '../../../../main/library/queries/list-window.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery, type ListQueryInput } from '../../../../preload/contract/contract.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const COUNT = 60;
const now = new Date('2025-11-10T12:00:00+01:00');
const folder = mkdtempSync(join(tmpdir(), 'depesche-'));
let writer: LibraryWriter;

beforeAll(() => {
  writer = openWriter(folder);
  const time = (i: number) => new Date(Date.UTC(2025, 10, 10, 8, 0, Math.floor(i / 3))).toISOString();
  const one = (i: number) =>
    dispatch({
      id: `d${i}`,
      headline: `Meldung ${i}`,
      body: [`Hafen ${i % 2 ? 'Kiel' : 'Bremen'} ${i % 3 ? 'Reederei' : 'Werft'} ${i}`],
      categories: [i % 4 ? 'Inland' : 'Sport'],
      urgency: 1 + (i % 5),
      publishedAt: time(i),
    });
  add(writer, ...Array.from({ length: COUNT }, (_, i) => one(i)));
});
afterAll(() => {
  writer.close();
  rmSync(folder, { recursive: true });
});

const at = (second: number) => new Date(Date.UTC(2025, 10, 10, 9, 0, second)).toISOString();
const queries: ListQueryInput[] = [
  { list: 'all' },
  { list: 'unread' },
  { list: 'unread', keepReadSince: at(0) },
  { list: 'all', unreadOnly: true, keepReadSince: at(0) },
  { list: 'bookmarks', unreadOnly: true },
  { list: 'category', value: 'Inland' },
  { list: 'category', value: 'Nirgends' },
  { list: 'all', search: 'Hafen' },
  { list: 'all', search: 'Kiel', unreadOnly: true },
  { list: 'unread', search: 'Reed*', keepReadSince: at(0) },
  { list: 'category', value: 'Inland', search: 'Bremen OR Werft' },
  { list: 'all', search: 'ist:gemerkt OR Kiel' },
  { list: 'all', search: 'Hafen', order: 'relevance' },
];

function source(query: ListQueryInput): ListSource {
  const found = listSource(writer.store, ListQuery.parse(query), now);
  if ('error' in found) throw new Error(found.error.reason);
  return found;
}

/** The whole list as SQLite sorts it. */
function whole(list: ListSource): number[] {
  const { sql, values } = listSql(list);
  const urgency = `(SELECT row ->> 'urgency' FROM dispatch d WHERE d.n = listed.n)`;
  const ordered = {
    newest: `${sql} ORDER BY n ASC`,
    oldest: `${sql} ORDER BY n DESC`,
    relevance: `${sql} ORDER BY rank, n ASC`,
    urgency: `SELECT n FROM (${sql}) listed ORDER BY ${urgency}, n ASC`,
  };
  return writer.store
    .sql(ordered[list.order])
    .all(...values)
    .map(({ n }) => Number(n));
}

const ids = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: COUNT }).map((all) => all.map((i) => `d${i}`));
const question = fc.record({
  order: fc.constantFrom('newest' as const, 'oldest' as const, 'urgency' as const),
  offset: fc.nat(COUNT + 5),
  limit: fc.nat(12),
  member: fc.nat(COUNT - 1),
});

test('whatever was asked before, a window is the piece of the list that begins at its offset', () => {
  const property = fc.property(
    fc.constantFrom(...queries),
    ids,
    ids,
    fc.array(question, { maxLength: 12 }),
    (query, read, bookmarked, questions) => {
      writer.marker.mark(
        Array.from({ length: COUNT }, (_, i) => `d${i}`),
        { read: null, bookmark: null },
        at(0),
      );
      if (read.length > 0) writer.marker.mark(read, { read: true }, at(1));
      if (bookmarked.length > 0) writer.marker.mark(bookmarked, { bookmark: true }, at(1));
      const everything = whole(source({ list: 'all' }));
      for (const { order, offset, limit, member } of questions) {
        const list = source(query.order ? query : { ...query, order });
        const members = whole(list);
        expect(pageOf(writer.store, list, offset, limit)).toEqual({
          total: members.length,
          keys: members.slice(offset, offset + limit),
        });
        const place = everything[member] ?? 0;
        const index = members.indexOf(place);
        expect(indexOf(writer.store, list, place)).toBe(index < 0 ? undefined : index);
      }
    },
  );
  fc.assert(property, { numRuns: 300 });
});

const counted = (query: ListQueryInput, step: number) => {
  const steps = countInSteps(writer.store, ListQuery.parse(query), now, step);
  const seen: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { seen, total: value };
    seen.push(value);
  }
};

test('counting in steps finds the length that counting at once finds', () => {
  writer.marker.mark(['d3', 'd8', 'd9'], { read: true, bookmark: true }, at(1));
  for (const query of queries) {
    const { length } = whole(source(query));
    for (const step of [1, 7, 20, 1_000]) expect(counted(query, step).total).toBe(length);
  }
  expect(counted({ list: 'all', search: 'Hafen' }, 25)).toEqual({ seen: [25, 50], total: COUNT });
  expect(counted({ list: 'all', search: '(' }, 25).total).toBe(0);
});

test('a page at once has the rows of the counted page, and says truly whether the list goes on', () => {
  const known = 10;
  for (const query of queries) {
    for (const order of ['newest', 'oldest', 'urgency'] as const) {
      const list = source(query.order ? query : { ...query, order });
      const members = whole(list);
      for (const [offset, limit] of [0, 3, 9, 20, 58, 90].flatMap((from) =>
        [0, 1, 5, 40].map((n) => [from, n] as const),
      )) {
        const page = pageAtOnce(writer.store, list, offset, limit, known);
        if (!page) continue;
        expect(page.keys).toEqual(members.slice(offset, offset + limit));
        expect(page.more).toBe(page.total < members.length);
        if (page.more) expect(page.total).toBeGreaterThanOrEqual(Math.max(known, offset + limit));
        else expect(page.total).toBe(members.length);
      }
    }
  }
  expect(pageAtOnce(writer.store, source({ list: 'all', search: 'Hafen' }), 0, 5, known)).toMatchObject({
    total: known,
    more: true,
  });
});

test('a moment leads to the first row from there on in the order of the list', () => {
  for (const order of ['newest', 'oldest'] as const) {
    const query = ListQuery.parse({ list: 'all', search: 'Kiel', order });
    const { rows } = listWindow(writer.store, { query, offset: 0, limit: 500 }, 0, now);
    for (const second of [-5, 0, 1, 7, 19, 30]) {
      const moment = new Date(Date.UTC(2025, 10, 10, 8, 0, second)).toISOString();
      const index = rows.findIndex(({ publishedAt }) =>
        order === 'newest' ? publishedAt < moment : publishedAt >= moment,
      );
      const found = listAt(writer.store, { query, at: moment }, now);
      expect(found).toEqual(index < 0 ? {} : { row: rows[index], index });
    }
  }
  const ranked = ListQuery.parse({ list: 'all', search: 'Kiel', order: 'relevance' });
  expect(listAt(writer.store, { query: ranked, at: at(0) }, now)).toEqual({});
});

test('the position of a member is found without counting the list', () => {
  for (const order of ['newest', 'oldest'] as const) {
    const list = source({ list: 'all', search: 'Kiel', order });
    for (const [index, place] of whole(list).entries()) {
      expect(indexOf(writer.store, list, place)).toBe(index);
    }
  }
});

test('by urgency, steps lead through the list and back, and its parts are those above and below', () => {
  writer.marker.mark(['d3', 'd8', 'd9'], { read: true }, at(1));
  for (const { list, value } of [{ list: 'all' }, { list: 'category', value: 'Inland' }, { list: 'unread' }] as const) {
    const query = ListQuery.parse({ list, ...(value && { value }), order: 'urgency' });
    const { rows } = listWindow(writer.store, { query, offset: 0, limit: 500 }, 0, now);
    const ids = rows.map(({ id }) => id);
    expect(rows.map(({ urgency }) => urgency)).toEqual(rows.map(({ urgency }) => urgency).sort());
    for (const [index, id] of ids.entries()) {
      const to = (step: 1 | -1) => listStep(writer.store, { query, from: id, step, unreadOnly: false }, now);
      expect(to(1)).toMatchObject(index + 1 < ids.length ? { row: { id: ids[index + 1] }, index: index + 1 } : {});
      expect(to(-1).row?.id).toBe(ids[index - 1]);
    }
    const keys = whole(source(query));
    expect(keysOfList(writer.store, query, 'above', ids[7], now)).toEqual(keys.slice(0, 7));
    expect(keysOfList(writer.store, query, 'below', ids[7], now)).toEqual(keys.slice(8));
    expect(listAt(writer.store, { query, at: at(0) }, now)).toEqual({});
  }
});

test('hits by urgency are the most urgent first, the newest of them first', () => {
  const query = ListQuery.parse({ list: 'all', search: 'Kiel', order: 'urgency' });
  const { rows } = listWindow(writer.store, { query, offset: 0, limit: 500 }, 0, now);
  const sorted = [...rows].sort((a, b) => a.urgency - b.urgency || b.publishedAt.localeCompare(a.publishedAt));
  expect(rows.map(({ urgency, publishedAt }) => [urgency, publishedAt])).toEqual(
    sorted.map(({ urgency, publishedAt }) => [urgency, publishedAt]),
  );
});
