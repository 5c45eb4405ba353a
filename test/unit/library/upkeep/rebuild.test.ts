import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sidebarOf } from '../../../../main/library/queries/sidebar.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { drain, ids, loseIndex, plain, rows, spread, wrongTotals } from '../broken.ts';
import { at, now } from '../queries/listed.ts';
import { add, dispatch, fileOf, NOTE, openWriter, statusOf, whole } from '../sample.ts';

test('a mark made while the index is made anew reaches its file', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a', '09'), plain('b', '10'));
  writer.marker.mark(['a'], { 'tag:x': true }, at);
  drain(writer.fold());
  writer.forgetIndex();
  const steps = writer.recover();
  steps.next();
  writer.marker.mark(['a'], { [NOTE]: 'nachfragen' }, '2025-11-10T11:05:00.000Z');
  drain(steps);
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(statusOf(again, 'a')).toMatchObject({ tags: ['x'], notes: [{ text: 'nachfragen' }] });
  again.close();
});

test('an index that is made anew while a batch is open counts right, also when that is ordered twice', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, plain('a', '09'));
  writer.add([fileOf('b.txt', plain('b'))]);
  writer.forgetIndex();
  writer.recover().next();
  writer.forgetIndex();
  drain(writer.recover());
  expect(ids(writer)).toEqual(['a', 'b']);
  expect(sidebarOf(writer.store, [], 0, now).all).toEqual({ total: 2, unread: 2 });
  writer.close();
});

test('a raised version is known again after a rebuild', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const changed = dispatch({
    body: ['Der Stadtrat hat den Radweg am Ende doch noch vertagt, nach langer Aussprache.'],
  });
  add(writer, dispatch());
  add(writer, changed);
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(add(again, changed)).toEqual({ new: 0, versions: 0, known: 1 });
  expect(rows(again)[0]?.version).toBe(2);
  again.close();
});

test('a kill holds through a rebuild, and the mended story sent after it is not killed', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const text = (s: string) => [`${s} Das berichtet die Redaktion nach eingehender Prüfung aller Quellen.`];
  const time = (hour: string) => `2025-11-10T${hour}:00:00+01:00`;
  const killOf = (id: string, hour: string) =>
    dispatch({
      id,
      headline: 'Zurückgezogen',
      body: text(`Rückzug ${id}.`),
      publishedAt: time(hour),
      refersTo: [{ relation: 'kills', number: '7' }],
    });
  add(writer, dispatch({ id: 'falsch', number: '7', body: text('Falsch.'), publishedAt: time('08') }));
  add(writer, killOf('k1', '09'));
  add(writer, dispatch({ id: 'richtig', number: '7', body: text('Richtig.'), publishedAt: time('10') }));
  add(writer, dispatch({ id: 'kopie', source: 'zweiter Dienst', body: text('Falsch.'), publishedAt: time('08') }));
  const status = (from: LibraryWriter) => Object.fromEntries(rows(from).map((row) => [row.id, row.status]));
  const expected = { falsch: 'killed', k1: 'usable', richtig: 'usable' };
  expect(status(writer)).toEqual(expected);
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(status(again)).toEqual(expected);
  again.close();
});

test('what was read as part of a whole list does not come back to Unread when it is bookmarked', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, plain('a'));
  const places = writer.store
    .sql('SELECT n FROM dispatch')
    .all()
    .map(({ n }) => Number(n));
  whole(writer.marker.markPlaces(places, { read: true }, at));
  writer.marker.mark(['a'], { bookmark: true }, '2025-11-10T11:00:05.000Z');
  expect(ids(writer, { list: 'unread', keepReadSince: '2025-11-10T10:00:00.000Z' })).toEqual([]);
  writer.close();
});

test('words of headlines are found by their ends after a rebuild', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, dispatch({ headline: 'Verkehrsminister in Erklärungsnot' }));
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again, { list: 'all', search: '*minister' })).toEqual(['radweg']);
  again.close();
});

test('what is marked while the index is made anew stays marked so', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(6));
  writer.marker.mark(['s0'], { bookmark: true, read: true }, at);
  drain(writer.fold());
  writer.forgetIndex();
  const steps = writer.recover();
  for (let step = steps.next(); !step.done && !(step.value && step.value.done > 0); step = steps.next());
  writer.marker.mark(['s0'], { bookmark: null, read: null }, '2025-11-10T11:05:00.000Z');
  drain(steps);
  expect(ids(writer, { list: 'bookmarks' })).toEqual([]);
  expect(ids(writer, { list: 'unread' })).toContain('s0');
  writer.close();
});

test('an index that is cut off is made anew at the next start', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(30));
  writer.close();
  const path = join(folder, 'index.sqlite');
  truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
  const second = openWriter(folder);
  expect(ids(second)).toHaveLength(30);
  expect(second.notices).toContainEqual(expect.objectContaining({ code: 'index.rebuilding' }));
  second.close();
});

test('a story that went back to its first text keeps all its versions in a rebuild', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  for (const [version, text] of [
    [1, 'Der Rat tagt.'],
    [2, 'Der Rat tagt nicht.'],
    [3, 'Der Rat tagt.'],
  ] as const)
    add(first, { ...plain('a'), version, body: [{ type: 'paragraph', text }] });
  const versions = (writer: LibraryWriter) =>
    writer.store
      .sql('SELECT version FROM dispatch ORDER BY version')
      .all()
      .map((row) => row.version);
  expect(versions(first)).toEqual([1, 2, 3]);
  first.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(versions(again)).toEqual([1, 2, 3]);
  again.close();
});

test('a making anew that was cut short is done again, also without a stamp', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  for (const day of ['07', '08', '09', '10']) add(writer, plain(`a${day}`, day));
  writer.close();
  loseIndex(folder);
  rmSync(join(folder, 'library/stamp.json'));
  const halfway = new LibraryWriter(folder);
  const steps = halfway.recover();
  for (let i = 0; i < 6; i++) steps.next();
  halfway.close();
  const again = new LibraryWriter(folder);
  expect(again.needsRebuild).toBe(true);
  drain(again.recover());
  expect(ids(again)).toHaveLength(4);
  again.close();
});

test('an index that is damaged inside is made anew, also when its search text has to be', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...Array.from({ length: 300 }, (_, i) => plain(`n${i}`)));
  const leaf = writer.store
    .sql("SELECT pageno FROM dbstat WHERE name = 'dispatch' AND pagetype = 'leaf' LIMIT 1 OFFSET 3")
    .get()?.pageno;
  writer.close();
  const index = openSync(join(folder, 'index.sqlite'), 'r+');
  writeSync(index, Buffer.alloc(4096, 0xa5), 0, 4096, (Number(leaf) - 1) * 4096);
  closeSync(index);
  rmSync(join(folder, 'search.sqlite'));
  const again = openWriter(folder);
  expect(again.notices).toContainEqual(expect.objectContaining({ code: 'index.rebuilding' }));
  expect(ids(again)).toHaveLength(300);
  again.close();
});

test('what is added between the steps of making the index anew is counted once', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, plain('a'));
  drain(writer.fold());
  writer.forgetIndex();
  const steps = writer.recover();
  steps.next();
  writer.add([fileOf('b.txt', plain('b'))]);
  drain(steps);
  writer.commit();
  expect(wrongTotals(writer)).toEqual([]);
  expect(ids(writer)).toEqual(['a', 'b']);
  writer.close();
});
