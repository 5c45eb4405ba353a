import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { copied, drain, ids, kill, loseIndex, plain, spread, wrongTotals } from '../broken.ts';
import { at } from '../queries/listed.ts';
import { add, dispatch, NOTE, openWriter, statusOf } from '../sample.ts';

/** A library of five days without its index. */
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(4), { ...plain('s1', '03'), version: 2 }, plain('alt', '01'), plain('neu', '06'));
  add(
    writer,
    dispatch({
      id: 'widerruf',
      headline: 'Meldung 2 wird zurückgezogen',
      publishedAt: '2025-11-06T10:00:00+01:00',
      refersTo: [{ id: 's2', relation: 'kills' }],
    }),
  );
  writer.marker.mark(['s0', 'neu'], { bookmark: true, 'tag:Bau': true }, at);
  writer.marker.mark(['s3'], { read: true, [NOTE]: 'nachfragen' }, at);
  writer.close();
  loseIndex(folder);
});

const TABLES =
  'dispatch whole list entry status status_apart verdict story story_keys carried unfolded pending unsearched';

/** Everything that an index and its search text hold. */
function contentOf(writer: LibraryWriter) {
  drain(writer.text.catchUp());
  const { db } = writer.store;
  db.exec(
    `CREATE VIRTUAL TABLE temp.key_terms USING fts5vocab(main, keys, instance);
     CREATE VIRTUAL TABLE temp.text_terms USING fts5vocab(search, text, instance);`,
  );
  const tables = [...TABLES.split(' '), 'key_terms', 'text_terms'];
  return Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

/** Rebuilds an index; returns the steps it took. */
function rebuilt(writer: LibraryWriter): number {
  let count = 0;
  for (const _ of writer.recover()) count += 1;
  return count;
}

const opened = () => new LibraryWriter(folder);

test('killed after any of its steps, a rebuild continues there, and the index is the same in the end', () => {
  const whole = copied(folder);
  const reference = new LibraryWriter(whole);
  const steps = rebuilt(reference);
  const content = contentOf(reference);
  expect(steps).toBeGreaterThan(10);
  reference.close();
  const source = folder;
  for (let done = 1; done <= steps; done++) {
    folder = copied(source);
    const halfway = opened();
    const recovery = halfway.recover();
    for (let step = 0; step < done; step++) recovery.next();
    kill(halfway);
    const again = opened();
    expect(again.needsRebuild).toBe(true);
    expect(rebuilt(again)).toBe(steps - done);
    expect(contentOf(again), `after ${done}`).toEqual(content);
    expect(wrongTotals(again)).toEqual([]);
    again.close();
  }
});

/** Kills the rebuild when it has added this many days of dispatches; `meanwhile` happens just before. */
function interrupted(days: number, meanwhile: (writer: LibraryWriter) => void = () => {}): void {
  const writer = opened();
  const recovery = writer.recover();
  for (let step = recovery.next(); step.value?.done !== days; step = recovery.next());
  meanwhile(writer);
  kill(writer);
}

test('what is marked and arrives during a rebuild that is killed is there when it has continued', () => {
  interrupted(2, (writer) => {
    writer.marker.mark(['alt'], { bookmark: true }, '2025-11-12T08:00:00.000Z');
    writer.marker.mark(['neu'], { bookmark: null }, '2025-11-12T08:00:01.000Z');
    add(writer, plain('eben', '07'), plain('alt', '01'));
  });
  const again = opened();
  const before = rebuilt(again);
  expect(before).toBeLessThan(15);
  expect(ids(again)).toEqual(['alt', 'eben', 'neu', 's0', 's1', 's2', 's3', 'widerruf']);
  expect(ids(again, { list: 'bookmarks' })).toEqual(['alt', 's0']);
  expect(statusOf(again, 'neu').tags).toEqual(['Bau']);
  expect(wrongTotals(again)).toEqual([]);
  again.close();
  loseIndex(folder);
  const later = openWriter(folder);
  expect(ids(later, { list: 'bookmarks' })).toEqual(['alt', 's0']);
  later.close();
});

test('a rebuild begins from the start when a file has changed since', () => {
  interrupted(4);
  const path = join(folder, 'library/2025/2025-11-06.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Meldung neu', 'Meldung ganz neu'));
  const again = opened();
  expect(rebuilt(again)).toBeGreaterThan(14);
  expect(ids(again)).toEqual(['alt', 'neu', 's0', 's1', 's2', 's3', 'widerruf']);
  expect(JSON.stringify(again.store.sql('SELECT row FROM dispatch').all())).toContain('ganz neu');
  expect(wrongTotals(again)).toEqual([]);
  again.close();
});

test('a rebuild begins from the start when it is ordered while an interrupted one continues', () => {
  interrupted(4);
  const again = opened();
  again.recover().next();
  again.forgetIndex();
  expect(rebuilt(again)).toBeGreaterThan(14);
  expect(ids(again)).toEqual(['alt', 'neu', 's0', 's1', 's2', 's3', 'widerruf']);
  expect(wrongTotals(again)).toEqual([]);
  again.close();
});

test('nothing is folded while a rebuild is under way', () => {
  const writer = opened();
  const recovery = writer.recover();
  recovery.next();
  add(writer, plain('eben', '07'));
  drain(writer.fold());
  expect(writer.store.sql('SELECT count(*) AS count FROM pending').get()?.count).toBe(1);
  drain(recovery);
  drain(writer.fold());
  expect(writer.store.sql('SELECT count(*) AS count FROM pending').get()?.count).toBe(0);
  writer.close();
});
