import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../../main/library/index/store.ts';
import { rowsFrom } from '../../../../main/library/queries/deep-rows.ts';
import { countInSteps } from '../../../../main/library/queries/list-count.ts';
import { type LibraryQuery, listSource } from '../../../../main/library/queries/list-source.ts';
import { keysOfList, listIds, listStep, listWindow } from '../../../../main/library/queries/list-window.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { ListRow } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter, whole } from '../sample.ts';

const now = new Date('2025-11-12T12:00:00Z');
const AT = '2025-11-10T12:00:00.000Z';

/** A text of its own for each story. */
const textOf = (story: number) =>
  [...Array(40).keys()]
    .map((i) => `${['Rat', 'Brücke', 'Schule', 'Hafen', 'Markt'][story]}wort${i * (story + 2)}`)
    .join(' ');

let writer: LibraryWriter;
let store: Store;
afterEach(() => writer.close());

/** Five stories of one to four dispatches, interleaved in time; three dispatches alone. */
const URGENCIES = [5, 4, 1] as const;
const sources = ['dpa', 'APA', 'AFP', 'KNA'];
const told = [4, 3, 2, 2, 1].flatMap((size, story) =>
  sources.slice(0, size).map((source, i) => ({ story, source, i })),
);
beforeEach(() => {
  writer = openWriter(temporaryFolder());
  store = writer.store;
  add(
    writer,
    ...told.map(({ story, source, i }) =>
      dispatch({
        id: `${source}-${story}`,
        source,
        urgency: URGENCIES[(story + i) % URGENCIES.length] ?? 4,
        headline: `Meldung ${story} von ${source}`,
        categories: [i % 2 === 0 ? 'Inland' : 'Wirtschaft'],
        publishedAt: new Date(Date.parse('2025-11-10T06:00:00Z') + (i * 7 + story * 3) * 600_000).toISOString(),
        body: [textOf(story)],
      }),
    ),
  );
});
const ids = told.map(({ story, source }) => `${source}-${story}`);
const storyOf = (id: string) => id.split('-')[1] ?? '';

const rowsOf = (query: LibraryQuery, offset = 0, limit = 100, quick = false) =>
  listWindow(store, { query, offset, limit, quick }, 1, now);
const idsOf = (rows: readonly ListRow[]) => rows.map(({ id }) => id);

/** The rows of a list as they should be, from the list that is not folded. */
function expectedRows(query: LibraryQuery): string[] {
  const all = idsOf(rowsOf({ ...query, fold: false }).rows);
  const newestFirst = query.order === 'oldest' ? all.toReversed() : all;
  const beneath = (id: string) => newestFirst.filter((other) => storyOf(other) === storyOf(id)).slice(1);
  const open = new Set((query.open ?? []).filter((id) => all.includes(id)).map(storyOf));
  return all
    .filter((id) => newestFirst.find((other) => storyOf(other) === storyOf(id)) === id)
    .flatMap((id) => (open.has(storyOf(id)) ? [id, ...beneath(id)] : [id]));
}

const aQuery = fc.record({
  list: fc.constantFrom(
    { list: 'all' } as const,
    { list: 'unread' } as const,
    { list: 'unread', keepReadSince: '2020-01-01T00:00:00.000Z' } as const,
    { list: 'category', value: 'Inland' } as const,
    { list: 'source', value: 'APA' } as const,
    { list: 'all', search: 'Meldung' } as const,
    { list: 'all', search: 'kategorie:Wirtschaft' } as const,
    { list: 'all', search: '-quelle:dpa' } as const,
    { list: 'today' } as const,
  ),
  order: fc.constantFrom('newest', 'oldest', 'urgency'),
  unreadOnly: fc.boolean(),
  open: fc.subarray(ids, { maxLength: 3 }),
});

const aMarking = fc.tuple(
  fc.subarray(ids),
  fc.constantFrom({ read: true } as const, { later: '2026-01-01T00:00:00.000Z' }, { bookmark: true } as const),
);

test('a folded list is the list with a row for each story, in all that is asked of it', () => {
  expect(Number(store.sql('SELECT count(DISTINCT story) AS count FROM story').get()?.count)).toBe(4);
  fc.assert(
    fc.property(
      aQuery,
      fc.array(aMarking, { maxLength: 3 }),
      fc.nat(8),
      fc.nat(5),
      ({ list, ...rest }, marks, offset, limit) => {
        // Hits by urgency come by their rank, as by relevance, and are not folded.
        fc.pre(rest.order !== 'urgency' || !('search' in list));
        const undo = marks.map(([some, change]) => writer.marker.mark(some, change, AT).undo);
        const query: LibraryQuery = { ...list, ...rest, fold: true };
        const rows = expectedRows(query);
        const { rows: found, total } = rowsOf(query);
        expect(idsOf(found)).toEqual(rows);
        expect(total).toBe(rows.length);
        expect(rowsOf(query, offset, limit)).toMatchObject({ total: rows.length });
        expect(idsOf(rowsOf(query, offset, limit).rows)).toEqual(rows.slice(offset, offset + limit));
        expect(idsOf(rowsOf(query, offset, limit, true).rows)).toEqual(rows.slice(offset, offset + limit));
        const source = listSource(store, query, now);
        if (!('error' in source) && !source.classes)
          for (const direction of ['newest', 'oldest'] as const)
            expect(rowsFrom(store, source, limit, offset, direction, 0)).toEqual(
              rowsFrom(store, source, limit, offset, direction),
            );
        const unfolded = idsOf(rowsOf({ ...query, fold: false }).rows);
        expect(listIds(store, { query, offset: 0, limit: 100 }, now).toSorted()).toEqual(unfolded.toSorted());
        expect((rowsOf(query).folded ?? unfolded.length - total) + total).toBe(unfolded.length);
        expect(whole(toSteps(countInSteps(store, query, now, 2)))).toBe(rows.length);
        for (const [i, id] of rows.entries()) {
          expect(listWindow(store, { query, offset: 0, limit: 0, anchor: id }, 1, now).anchorIndex).toBe(i);
          const step = (by: 1 | -1) => listStep(store, { query, from: id, step: by, unreadOnly: false }, now);
          expect([step(1).row?.id, step(1).index]).toEqual([rows[i + 1], i + 1 < rows.length ? i + 1 : undefined]);
          expect(step(-1).row?.id).toBe(rows[i - 1]);
        }
        expect(keysOfList(store, query, 'all', undefined, now)).toHaveLength(rowsOf({ ...query, fold: false }).total);
        for (const handle of undo.reverse()) if (handle !== undefined) whole(writer.marker.undo(handle, AT));
      },
    ),
    { numRuns: 100 },
  );
});

function* toSteps<T>(steps: Generator<unknown, T>): Generator<void, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield;
  }
}

const all: LibraryQuery = { list: 'all', order: 'newest', fold: true };

test('a row says which agencies tell its story, and what is folded into it', () => {
  const row = rowsOf(all).rows.find(({ id }) => storyOf(id) === '1');
  expect(row).toMatchObject({
    id: 'AFP-1',
    story: { size: 3, beneath: [{ id: 'APA-1', unread: true }, { id: 'dpa-1' }] },
  });
  expect(row?.story?.sources).toEqual(['AFP', 'APA', 'dpa']);
  const opened = rowsOf({ ...all, open: ['dpa-1'] }).rows.filter(({ id }) => storyOf(id) === '1');
  expect(opened.map(({ story }) => [story?.isOpen, story?.under])).toEqual([
    [true, undefined],
    [undefined, 'AFP-1'],
    [undefined, 'AFP-1'],
  ]);
});

test('in the order of urgency, the newest of its most urgent dispatches stands for a story', () => {
  const query: LibraryQuery = { ...all, order: 'urgency' };
  expect(rowsOf(query).rows.map(({ id, urgency }) => [id, urgency])).toEqual([
    ['AFP-0', 1],
    ['APA-1', 1],
    ['dpa-2', 1],
    ['APA-3', 4],
    ['dpa-4', 4],
  ]);
  expect(idsOf(rowsOf({ ...query, open: ['KNA-0'] }).rows).slice(0, 4)).toEqual(['AFP-0', 'APA-0', 'KNA-0', 'dpa-0']);
});

test('a dispatch that is folded is found at the row that stands for it', () => {
  const at = listWindow(store, { query: all, offset: 0, limit: 0, anchor: 'dpa-0' }, 1, now).anchorIndex;
  expect(idsOf(rowsOf(all).rows)[at ?? -1]).toBe('KNA-0');
});

test.each(['newest', 'urgency'] as const)(
  'by %s, what is above or below includes what is folded into the rows there',
  (order) => {
    const all: LibraryQuery = { list: 'all', order, fold: true };
    const rows = idsOf(rowsOf(all).rows);
    const anchor = rows[1] ?? '';
    const idAt = (n: number) => String(store.sql('SELECT id FROM dispatch WHERE n = ?').get(n)?.id);
    const above = keysOfList(store, all, 'above', anchor, now).map(idAt);
    expect(new Set(above.map(storyOf))).toEqual(new Set([storyOf(rows[0] ?? '')]));
    const below = keysOfList(store, all, 'below', anchor, now).map(idAt);
    expect(below.length + above.length).toBe(ids.length - ids.filter((id) => storyOf(id) === storyOf(anchor)).length);
  },
);

test('a story whose newest dispatch is put off is shown by the next one', () => {
  const { undo = '' } = writer.marker.mark(['KNA-0'], { later: '2026-01-01T00:00:00.000Z' }, AT);
  expect(idsOf(rowsOf(all).rows)).toContain('AFP-0');
  whole(writer.marker.undo(undo, AT));
});
