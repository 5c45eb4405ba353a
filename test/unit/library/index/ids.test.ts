import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { insert } from '../../../../main/library/changes/insert.ts';
import { hasIdOrLonger, isHead } from '../../../../main/library/index/ids.ts';
import { damageOf } from '../../../../main/library/index/index-check.ts';
import { prepare } from '../../../../main/library/index/index-entry.ts';
import { articleOf } from '../../../../main/library/queries/article.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, fileOf, openWriter, statusOf } from '../sample.ts';
import { BACK_TO_11 } from '../step-back.ts';

const now = new Date('2025-11-10T12:00:00Z');

/** The id and version of all dispatches in the index, as `id 1`. */
const stored = ({ store }: LibraryWriter) =>
  store
    .sql('SELECT id, version FROM dispatch ORDER BY id, version')
    .all()
    .map(({ id, version }) => `${id} ${version}`);

const second = dispatch({
  version: 2,
  body: ['Der Stadtrat hat am Dienstag noch einmal über den neuen Radweg beraten.'],
});

test('a version of an id is stored once: in one file, in two files, in two batches and after a restart', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  writer.add([fileOf('a.txt', dispatch(), second, dispatch())]);
  expect(stored(writer)).toEqual(['radweg 1', 'radweg 2']);
  expect(writer.add([fileOf('b.txt', dispatch()), fileOf('c.txt', second)])).toMatchObject({ known: 2 });
  writer.commit();
  expect(add(writer, dispatch(), second)).toMatchObject({ known: 2 });
  writer.close();
  const again = openWriter(folder);
  expect(add(again, dispatch(), second)).toMatchObject({ known: 2 });
  expect(stored(again)).toEqual(['radweg 1', 'radweg 2']);
  again.close();
});

test('what was rolled back is new, and no id finds it', () => {
  const writer = openWriter(temporaryFolder());
  const { store } = writer;
  store.begin();
  insert(store, prepare(dispatch()), 1);
  store.rollback();
  expect(articleOf(store, { id: 'radweg' }, now)).toBeUndefined();
  const failing = () =>
    store.savepoint(() => {
      insert(store, prepare(dispatch()), 1);
      throw new Error('no room');
    });
  expect(failing).toThrow('no room');
  expect(articleOf(store, { id: 'radweg' }, now)).toBeUndefined();
  store.commit();
  expect(add(writer, dispatch())).toMatchObject({ new: 1 });
  expect(add(writer, dispatch())).toMatchObject({ known: 1 });
  expect(stored(writer)).toEqual(['radweg 1']);
  writer.close();
});

test('what a retention has removed is new, and stored once again', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch(), second);
  for (const _ of writer.fold());
  for (const _ of writer.retain({ days: 1 }, new Date('2025-12-24T12:00:00Z')));
  expect(stored(writer)).toEqual([]);
  expect(articleOf(writer.store, { id: 'radweg' }, now)).toBeUndefined();
  expect(add(writer, dispatch())).toMatchObject({ new: 1 });
  expect(add(writer, second)).toMatchObject({ versions: 1 });
  expect(add(writer, dispatch(), second)).toMatchObject({ known: 2 });
  expect(stored(writer)).toEqual(['radweg 1', 'radweg 2']);
  expect(damageOf(writer.store.db)).toBeUndefined();
  writer.close();
});

/** Dispatches that have nothing but their layout in common. */
const unlike = (ids: readonly string[]) =>
  ids.map((id, i) =>
    dispatch({ id, headline: `Meldung ${i}`, body: [`Text ${i}, lang genug für einen Vergleich mit anderen.`] }),
  );

test('ids with one key are different dispatches', () => {
  const writer = openWriter(temporaryFolder());
  const long = 'urn:'.padEnd(120, 'x');
  const ids = [long, `${long}1`, `${long} 2`];
  add(writer, ...unlike(ids));
  expect(ids.map((id) => articleOf(writer.store, { id }, now)?.dispatch.headline)).toEqual([
    'Meldung 0',
    'Meldung 1',
    'Meldung 2',
  ]);
  writer.marker.mark([`${long}1`], { bookmark: true }, now.toISOString());
  expect(ids.map((id) => statusOf(writer, id).bookmarked)).toEqual([false, true, false]);
  expect(articleOf(writer.store, { id: `${long}3` }, now)).toBeUndefined();
  writer.close();
});

test('an id may hold any character, in capitals or not', () => {
  const writer = openWriter(temporaryFolder());
  const ids = ['dpa:12', 'DPA:12', 'dpa 12', 'dpa', 'dpa*', '"dpa" OR "12"', 'ä', 'Ä', '🚲', 'a\u0000b', 'a', '^', "'"];
  add(writer, ...unlike(ids));
  expect(ids.map((id) => articleOf(writer.store, { id }, now)?.dispatch.headline)).toEqual(
    ids.map((_, i) => `Meldung ${i}`),
  );
  writer.marker.mark(ids, { read: true }, now.toISOString());
  expect(ids.map((id) => statusOf(writer, id).read)).toEqual(ids.map(() => true));
  for (const id of ['', 'DPA', 'dpa:1', 'a\u0000', '*']) expect(articleOf(writer.store, { id }, now)).toBeUndefined();
  writer.close();
});

test('ids of the version before are found, each once', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch(), second, ...unlike(['a', 'b']));
  first.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(BACK_TO_11);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(articleOf(writer.store, { id: 'radweg', version: 1 }, now)?.versions).toHaveLength(2);
  expect(add(writer, dispatch(), second, ...unlike(['a', 'b']))).toMatchObject({ known: 4, new: 0 });
  expect(stored(writer)).toEqual(['a 1', 'b 1', 'radweg 1', 'radweg 2']);
  expect(damageOf(writer.store.db)).toBeUndefined();
  writer.close();
});

test.each([isHead, hasIdOrLonger])(
  'no id is found by reading all dispatches, nor by an index made for one question',
  (condition) => {
    const writer = openWriter(temporaryFolder());
    const plan = writer.store
      .sql(
        `EXPLAIN QUERY PLAN SELECT h.n FROM verdict v CROSS JOIN dispatch h ON ${condition('h', 'v.by')} WHERE h.n > 5`,
      )
      .all()
      .map(({ detail }) => String(detail));
    expect(plan.filter((step) => /\bh\b/.test(step))).toEqual(['SEARCH h USING INTEGER PRIMARY KEY (rowid=?)']);
    writer.close();
  },
);
