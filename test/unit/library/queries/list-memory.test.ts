import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openForSearching } from '../../../../main/library/index/database.ts';
import { Store } from '../../../../main/library/index/store.ts';
import { atOneMoment, type Known } from '../../../../main/library/queries/list-memory.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { ListQuery, type ListQueryInput } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const known = (store: Store, key = 'list'): Known => atOneMoment(store, (remembered) => remembered(key));
const at = '2025-11-10T11:00:00.000Z';

function library() {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, dispatch());
  return { writer, reading: new Store(openForSearching(join(folder, 'index.sqlite'))) };
}

test('what is known of a list is forgotten as soon as anything is written, by whatever connection', () => {
  const { writer, reading } = library();
  for (const store of [reading, writer.store]) {
    const before = known(store);
    expect(known(store)).toBe(before);
    writer.mark(['radweg'], { bookmarked: store === reading }, at);
    const after = known(store);
    expect(after).not.toBe(before);
    expect(known(store)).toBe(after);
  }
  reading.db.close();
  writer.close();
});

test('nothing is remembered of a change that is not committed', () => {
  const { writer, reading } = library();
  const committed = known(writer.store);
  writer.store.begin();
  expect(known(writer.store)).not.toBe(known(writer.store));
  writer.store.rollback();
  expect(known(writer.store)).toBe(committed);
  reading.db.close();
  writer.close();
});

test('an answer is of one moment, whatever is written while it is put together', () => {
  const { writer, reading } = library();
  const count = () => reading.sql('SELECT count(*) AS count FROM dispatch').get()?.count;
  const seen = atOneMoment(reading, () => {
    const before = count();
    add(writer, dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
    return [before, count()];
  });
  expect(seen).toEqual([1, 1]);
  expect(count()).toBe(2);
  expect(() => atOneMoment(reading, () => JSON.parse('{'))).toThrow();
  expect(reading.db.isTransaction).toBe(false);
  reading.db.close();
  writer.close();
});

test('few lists are remembered: the one longest unused goes first', () => {
  const { writer, reading } = library();
  const first = known(reading, 'first');
  for (let i = 0; i < 31; i++) known(reading, `list ${i}`);
  expect(known(reading, 'first')).toBe(first);
  const second = known(reading, 'list 1');
  for (let i = 0; i < 32; i++) known(reading, `other ${i}`);
  expect(known(reading, 'list 1')).not.toBe(second);
  reading.db.close();
  writer.close();
});

test('lists asked for between marks, arrivals and new versions are never those of before', () => {
  const queries: ListQueryInput[] = [
    { list: 'all' },
    { list: 'unread', order: 'oldest' },
    { list: 'bookmarks' },
    { list: 'all', search: 'Radweg' },
  ];
  const id = fc.nat(4).map((i) => `d${i}`);
  const step = fc.oneof(
    fc.record({ do: fc.constant('mark' as const), id, read: fc.boolean(), bookmarked: fc.boolean() }),
    fc.record({ do: fc.constant('add' as const), id, version: fc.integer({ min: 1, max: 4 }), radweg: fc.boolean() }),
  );
  const { writer, reading } = library();
  const property = fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
    for (const one of steps) {
      if (one.do === 'mark') writer.mark([one.id], { read: one.read, bookmarked: one.bookmarked }, at);
      else {
        const text = `${one.radweg ? 'Radweg' : 'Hafen'} in der Fassung ${one.version} von ${one.id}`;
        add(writer, dispatch({ id: one.id, version: one.version, headline: text, body: [text] }));
      }
      for (const query of queries) {
        const ask = (store: Store) =>
          listWindow(store, { query: ListQuery.parse(query), offset: 1, limit: 3 }, 0, new Date());
        expect(ask(reading)).toEqual(ask(new Store(reading.db)));
      }
    }
  });
  fc.assert(property, { numRuns: 40 });
  reading.db.close();
  writer.close();
});
