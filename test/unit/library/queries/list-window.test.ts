import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openForSearching } from '../../../../main/library/index/database.ts';
import { Store } from '../../../../main/library/index/store.ts';
import { inOneSnapshot, listWindow } from '../../../../main/library/queries/list-window.ts';
import { ListQuery, type ListQueryInput } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const at = '2025-11-10T11:00:00.000Z';

function library() {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, dispatch());
  return { writer, reading: new Store(openForSearching(join(folder, 'index.sqlite'))) };
}

test('an answer is a snapshot, whatever is written meanwhile', () => {
  const { writer, reading } = library();
  const count = () => reading.sql('SELECT count(*) AS count FROM dispatch').get()?.count;
  const seen = inOneSnapshot(reading, () => {
    const before = count();
    add(writer, dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
    return [before, count()];
  });
  expect(seen).toEqual([1, 1]);
  expect(count()).toBe(2);
  expect(() => inOneSnapshot(reading, () => JSON.parse('{'))).toThrow();
  expect(reading.db.isTransaction).toBe(false);
  reading.db.close();
  writer.close();
});

test('lists requested between marks, arrivals and new versions are never outdated', () => {
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
      if (one.do === 'mark')
        writer.marker.mark([one.id], { read: one.read || null, bookmark: one.bookmarked || null }, at);
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
