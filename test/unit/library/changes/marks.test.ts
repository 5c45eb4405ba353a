import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeStatus } from '../../../../main/library/changes/marks.ts';
import { ALL_STATUSES } from '../../../../main/library/index/statuses.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { stampOf } from '../../../../main/library/record/stamp.ts';
import { changed, UNTOUCHED } from '../../../../main/library/record/status.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { TypedChange } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, NOTE, openWriter, statusOf, whole } from '../sample.ts';

const COUNT = 8;
const names = Array.from({ length: COUNT }, (_, i) => `d${i}`);
const at = (second: number) => new Date(Date.UTC(2025, 10, 10, 9, 0, second)).toISOString();

function filled(): LibraryWriter {
  const writer = openWriter(temporaryFolder());
  const one = (id: string, i: number) =>
    dispatch({
      id,
      headline: `Meldung ${id}`,
      body: [],
      categories: [i % 2 ? 'Inland' : 'Sport'],
      urgency: 1 + (i % 3),
    });
  add(writer, ...names.map(one));
  return writer;
}

/** Everything that marks change in the index, lists by their name. */
function state({ store }: LibraryWriter) {
  return {
    // Those that are marked together have one stamp, those marked one by one have one after the other.
    statuses: store
      .sql('SELECT d.id, s.day, s.json, s.read_at FROM status s JOIN dispatch d USING (n) ORDER BY d.id')
      .all()
      .map((row) => ({ ...row, json: String(row.json).replace(/-\d{4}-[0-9a-z]{5}"/g, '"') })),
    entries: store
      .sql('SELECT kind, value, id FROM entry JOIN list USING (k) JOIN dispatch USING (n) ORDER BY kind, value, id')
      .all(),
    lists: store.sql('SELECT kind, value, total, unread FROM list WHERE total <> 0 ORDER BY kind, value').all(),
  };
}

/** The expected running totals: what is put off or hidden counts only on the lists of what people did. */
function counted({ store }: LibraryWriter) {
  return store
    .sql(
      `SELECT kind, value, count(*) AS total, count(u.n) AS unread FROM entry e JOIN list l ON l.k = e.k
       LEFT JOIN entry u ON u.k = 2 AND u.n = e.n
       WHERE l.kind IN ('later', 'hidden', 'tag', 'bookmarks', 'noted')
         OR NOT EXISTS (SELECT 1 FROM list al JOIN entry a ON a.k = al.k WHERE al.kind IN ('later', 'hidden') AND a.n = e.n)
       GROUP BY e.k ORDER BY kind, value`,
    )
    .all();
}

const change = fc.record(
  {
    read: fc.constantFrom(true, null),
    bookmark: fc.constantFrom(true, null),
    later: fc.constantFrom('2025-11-10T14:00:00.000Z', null),
    hidden: fc.constantFrom(true, null),
    'tag:hafen': fc.constantFrom(true, null),
    'tag:wichtig': fc.constantFrom(true, null),
    [NOTE]: fc.constantFrom(null, 'nachfragen'),
  },
  { requiredKeys: [] },
);
const chosen = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 });
const step = fc.oneof(
  fc.record({ do: fc.constant('mark' as const), ids: chosen, change }),
  fc.record({ do: fc.constant('markAll' as const), read: fc.boolean() }),
  fc.record({ do: fc.constant('version' as const), id: fc.constantFrom(...names) }),
  fc.record({ do: fc.constant('undo' as const) }),
);

test('many marked together are what they are when marked one by one, and so is what takes them back', () => {
  const property = fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
    const together = filled();
    const singly = filled();
    const undos: { together: string; singly: string[] }[] = [];
    const keep = (one: string | undefined, others: (string | undefined)[]) => {
      if (one !== undefined) undos.push({ together: one, singly: others.filter((undo) => undo !== undefined) });
    };
    for (const [i, one] of steps.entries()) {
      if (one.do === 'mark') {
        const { undo } = together.marker.mark(one.ids, one.change, at(i));
        keep(
          undo,
          one.ids.map((id) => singly.marker.mark([id], one.change, at(i)).undo),
        );
      } else if (one.do === 'markAll') {
        const places = together.store.sql('SELECT n FROM entry WHERE k = 1 ORDER BY n').all();
        const all = places.map(({ n }) => Number(n));
        const { undo } = whole(together.marker.markPlaces(all, { read: one.read || null }, at(i)));
        keep(
          undo,
          all.map((n) => whole(singly.marker.markPlaces([n], { read: one.read || null }, at(i))).undo),
        );
      } else if (one.do === 'undo') {
        const last = undos.pop();
        if (last) whole(together.marker.undo(last.together, at(i)));
        for (const undo of last?.singly ?? []) whole(singly.marker.undo(undo, at(i)));
      } else {
        for (const writer of [together, singly])
          add(writer, dispatch({ id: one.id, headline: `Neu ${i}`, body: [`Fassung ${i}`] }));
      }
      expect(state(together)).toEqual(state(singly));
      expect(state(together).lists).toEqual(counted(together));
    }
    together.close();
    singly.close();
  });
  fc.assert(property, { numRuns: 40 });
}, 60_000);

test('a whole list marked and taken back is replayed from the journal as it was', () => {
  const folder = temporaryFolder();
  const killed = openWriter(folder);
  add(killed, ...names.map((id) => dispatch({ id, headline: `Meldung ${id}`, body: [] })));
  const places = killed.store.sql('SELECT n FROM dispatch').all();
  killed.marker.mark(['d1'], { read: true }, at(0));
  const all = whole(
    killed.marker.markPlaces(
      places.map(({ n }) => Number(n)),
      { read: true },
      at(1),
    ),
  );
  expect(all.changed).toBe(COUNT - 1);
  whole(killed.marker.markPlaces([Number(places[0]?.n)], { read: null }, at(2)));
  whole(killed.marker.undo(all.undo ?? '', at(3)));
  const before = state(killed);
  killed.store.db.close();
  rmSync(join(folder, 'index.sqlite'));
  const writer = openWriter(folder);
  // A replay does not count as reading and must not keep a dispatch in its list.
  const statuses = before.statuses.map((row) => ({ ...row, read_at: null }));
  expect(state(writer)).toEqual({ ...before, statuses });
  writer.close();
  const file = JSON.parse(readFileSync(join(folder, 'library/2025/2025-11-10.status.json'), 'utf8'));
  expect(Object.keys(file.statuses)).toEqual(expect.arrayContaining(names));
});

test('a mark can be undone even if only the status of a dispatch is left', () => {
  const writer = filled();
  const change = { [NOTE]: 'nachfragen' } as const;
  writer.now((store) =>
    mergeStatus(store, 'verschwunden', '2025-11-10', changed(UNTOUCHED, { read: true }, stampOf(at(0), 0, 'abcde'), 1)),
  );
  const { undo } = writer.marker.mark(['d0', 'verschwunden'], change, at(0));
  expect(statusOf(writer, 'verschwunden')).toMatchObject({ read: true, notes: [{ text: 'nachfragen' }] });
  expect(whole(writer.marker.undo(undo ?? '', at(1)))).toMatchObject({ changed: 2 });
  expect(statusOf(writer, 'verschwunden')).toMatchObject({ read: true, notes: [] });
  writer.close();
});

test('a marking is taken back from its dispatches, also where these have moved in the index meanwhile', () => {
  const writer = filled();
  const bookmarked = () => names.filter((id) => statusOf(writer, id).bookmarked);
  writer.marker.mark(['d1', 'd5', 'd6'], { bookmark: true }, at(0));
  const { undo } = writer.marker.mark(['d0', 'd3', 'd7'], { bookmark: true }, at(1));
  for (const _ of writer.fold());
  const places = () => writer.store.sql('SELECT id, n FROM dispatch WHERE head = 1 ORDER BY id').all();
  const before = places();
  writer.forgetIndex();
  for (const _ of writer.recover());
  add(writer, dispatch({ id: 'd3', version: 2, headline: 'Meldung d3, neu', body: ['Das ist neu.'] }));
  expect(places()).not.toEqual(before);
  expect(whole(writer.marker.undo(undo ?? '', at(2)))).toMatchObject({ changed: 3 });
  expect(bookmarked()).toEqual(['d1', 'd5', 'd6']);
  writer.close();
});

test('a marking that is taken back leaves the version that had been read', () => {
  const writer = openWriter(temporaryFolder());
  const story = (version: number) =>
    dispatch({
      id: 'v',
      version,
      headline: `Fassung ${version}`,
      body: [`Das ist die Fassung ${version} der Meldung aus dem Rathaus.`],
    });
  const updated = () =>
    listWindow(writer.store, { query: { list: 'all', order: 'newest' }, offset: 0, limit: 1 }, 0, new Date()).rows[0];
  add(writer, story(1));
  writer.marker.mark(['v'], { read: true }, at(0));
  add(writer, story(2));
  expect(updated()).toMatchObject({ read: false, updated: true });
  const { undo } = writer.marker.mark(['v'], { read: true }, at(1));
  expect(updated()).toMatchObject({ read: true });
  whole(writer.marker.undo(undo ?? '', at(2)));
  expect(updated()).toMatchObject({ read: false, updated: true });
  writer.marker.mark(['v'], { read: true }, at(3));
  const unread = writer.marker.mark(['v'], { read: null }, at(4));
  add(writer, story(3));
  whole(writer.marker.undo(unread.undo ?? '', at(5)));
  // Nobody has seen the third.
  expect(updated()).toMatchObject({ version: 3, read: false, updated: true });
  writer.close();
});

test('what the library does not know is not marked, and leaves no status behind', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch());
  expect(writer.marker.mark(['radweg', 'nie gesehen'], { read: true }, '2025-11-10T12:00:00.000Z')).toMatchObject({
    changed: 1,
  });
  expect(writer.marker.mark(['nie gesehen'], { 'tag:Wahl': true }, '2025-11-10T12:00:01.000Z')).toEqual({ changed: 0 });
  expect(writer.store.sql(`SELECT id FROM (${ALL_STATUSES})`).all()).toEqual([{ id: 'radweg' }]);
  writer.close();
});

test('a tag that is known in other capitals is that tag, also in a search', () => {
  const writer = filled();
  const tag = (id: string, ...tags: string[]) => {
    const change: TypedChange = {};
    for (const name of tags) change[`tag:${name}`] = true;
    return writer.marker.mark([id], change, at(0)).changed;
  };
  expect(tag('d0', 'Wahl')).toBe(1);
  expect(tag('d1', 'wahl', 'ÖPNV')).toBe(1);
  expect(tag('d2', 'öpnv')).toBe(1);
  expect(['d1', 'd2'].map((id) => statusOf(writer, id).tags)).toEqual([['Wahl', 'ÖPNV'], ['ÖPNV']]);
  expect(tag('d0', 'Wahl', 'WAHL')).toBe(0);
  const query = { list: 'all', order: 'newest', search: 'tag:wAHL' } as const;
  expect(listWindow(writer.store, { query, offset: 0, limit: 0 }, 0, new Date()).total).toBe(2);
  // If no other dispatch uses it, it can have a new spelling.
  writer.marker.mark(['d0', 'd1'], { 'tag:wahl': null }, at(0));
  expect(tag('d0', 'WAHL')).toBe(1);
  expect(statusOf(writer, 'd0').tags).toEqual(['WAHL']);
  writer.close();
});

test('tags and notes are taken back one by one, and the others stay', () => {
  const writer = filled();
  const other = 'note:0191d000-0000-7000-8000-000000000002';
  writer.marker.mark(['d0'], { 'tag:Rat': true, [NOTE]: 'Rückruf' }, at(0));
  const tagged = writer.marker.mark(['d0'], { 'tag:Hafen': true }, at(1));
  const noted = writer.marker.mark(['d0'], { [other]: 'Foto' }, at(2));
  const edited = writer.marker.mark(['d0'], { [NOTE]: 'Rückruf um vier' }, at(3));
  const texts = () => statusOf(writer, 'd0').notes.map(({ text }) => text);
  whole(writer.marker.undo(tagged.undo ?? '', at(4)));
  expect(statusOf(writer, 'd0').tags).toEqual(['Rat']);
  whole(writer.marker.undo(edited.undo ?? '', at(5)));
  expect(texts()).toEqual(['Rückruf', 'Foto']);
  whole(writer.marker.undo(noted.undo ?? '', at(6)));
  expect(texts()).toEqual(['Rückruf']);
  expect(counted(writer)).toEqual(state(writer).lists);
  writer.close();
});
