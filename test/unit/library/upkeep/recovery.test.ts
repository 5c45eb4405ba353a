import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { Journal } from '../../../../main/library/record/journal.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { copied, drain, ids, inFiles, kill, loseIndex, plain, spread } from '../broken.ts';
import { at } from '../queries/listed.ts';
import { add, fileOf, openWriter, statusOf } from '../sample.ts';

test('closing in the middle of a recovery loses nothing', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  for (const day of ['08', '09', '10']) add(first, plain(`a${day}`, day), plain(`b${day}`, day));
  first.marker.mark(['a08'], { bookmark: true }, at);
  first.close();
  loseIndex(folder);
  const halfway = new LibraryWriter(folder);
  halfway.recover().next();
  halfway.marker.mark(['b10'], { read: true }, at);
  halfway.close();
  const writer = openWriter(folder);
  expect(ids(writer)).toEqual(['a08', 'a09', 'a10', 'b08', 'b09', 'b10']);
  expect(ids(writer, { list: 'bookmarks' })).toEqual(['a08']);
  expect(ids(writer, { list: 'unread' })).not.toContain('b10');
  writer.close();
});

test('closing in the middle of a replay loses nothing', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, ...Array.from({ length: 500 }, (_, i) => plain(`n${i}`)));
  kill(first);
  loseIndex(folder);
  const halfway = new LibraryWriter(folder);
  const steps = halfway.recover();
  steps.next();
  steps.next();
  halfway.close();
  const writer = openWriter(folder);
  expect(ids(writer)).toHaveLength(500);
  writer.close();
});

test('what comes in and is marked while the index is made anew does not hide what the journal holds', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('alt'), plain('alt2'));
  drain(first.fold());
  add(first, plain('neu1'), plain('neu2'));
  kill(first);
  loseIndex(folder);
  const writer = new LibraryWriter(folder);
  const steps = writer.recover();
  steps.next();
  writer.marker.mark(['alt2'], { bookmark: true }, at);
  add(writer, plain('eben'));
  drain(steps);
  writer.close();
  const again = openWriter(folder);
  expect(ids(again)).toEqual(['alt', 'alt2', 'eben', 'neu1', 'neu2']);
  expect(ids(again, { list: 'bookmarks' })).toEqual(['alt2']);
  again.close();
});

test('a journal that was lost or is older than the index hides nothing that is written to it later', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  drain(writer.fold());
  add(writer, plain('b'));
  kill(writer);
  rmSync(join(folder, 'journal'), { recursive: true });
  const second = openWriter(folder);
  add(second, plain('c'));
  kill(second);
  loseIndex(folder);
  const third = openWriter(folder);
  expect(ids(third)).toEqual(expect.arrayContaining(['a', 'c']));
  third.close();
});

test('half a line in the journal does not swallow the next', () => {
  const folder = temporaryFolder();
  const journal = new Journal(folder, 1);
  journal.append(['{"n":1}']);
  const path = join(folder, readdirSync(folder)[0] ?? '');
  appendFileSync(path, '{"n":2,"ha');
  journal.close();
  const again = new Journal(folder, 1);
  again.append(['{"n":3}']);
  expect([...again.lines({ segment: 0, offset: 0 })].map(({ line }) => line)).toEqual(['{"n":1}', '{"n":3}']);
  expect([...again.lines({ segment: 1, offset: 8 })].at(-1)?.place.offset).toBe(statSync(path).size);
  again.close();
});

test('dispatches whose journal is lost are folded all the same', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(3));
  kill(writer);
  rmSync(join(folder, 'journal'), { recursive: true });
  const second = openWriter(folder);
  second.close();
  expect(inFiles(folder)).toHaveLength(3);
});

test('a segment that cannot be begun leaves the one before in use', () => {
  const folder = temporaryFolder();
  const journal = new Journal(folder, 0);
  journal.append(['{"a":1}']);
  mkdirSync(join(folder, '000002.ndjson'));
  expect(() => journal.roll()).toThrow();
  journal.append(['{"b":2}']);
  rmdirSync(join(folder, '000002.ndjson'));
  expect([...journal.lines({ segment: 0, offset: 0 })].map(({ line }) => line)).toEqual(['{"a":1}', '{"b":2}']);
  journal.close();
});

test('a power cut that takes the whole journal takes nothing that the lists have shown', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'), plain('b'));
  first.marker.mark(['a'], { bookmark: true }, '2025-11-12T08:00:00.000Z');
  kill(first);
  for (const name of readdirSync(join(folder, 'journal'))) truncateSync(join(folder, 'journal', name), 0);
  const second = openWriter(folder);
  drain(second.recover());
  add(second, plain('c'));
  second.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
  const third = openWriter(folder);
  expect(statusOf(third, 'a').bookmarked).toBe(true);
  third.close();
});

test('what was synced after a power cut outlives a second one', () => {
  const folder = temporaryFolder();
  const journal = () => join(folder, 'journal', readdirSync(join(folder, 'journal')).sort().at(-1) ?? '');
  const log = join(folder, 'index.sqlite-wal');
  const first = openWriter(folder);
  add(first, plain('x'), plain('y'));
  const synced = statSync(journal()).size;
  first.marker.mark(['x'], { read: true }, at);
  const before = copied(folder);
  kill(first);
  // The first power cut removes a line of the journal, and nothing from the index's log.
  truncateSync(join(before, 'journal', basename(journal())), synced);
  const surviving = statSync(join(before, basename(log))).size;
  const second = openWriter(before);
  second.marker.mark(['y'], { bookmark: true }, '2025-11-10T12:00:00.000Z');
  second.sync();
  const after = copied(before);
  kill(second);
  // The second removes what was written to that log since.
  truncateSync(join(after, basename(log)), surviving);
  const third = openWriter(after);
  expect(statusOf(third, 'y').bookmarked).toBe(true);
  expect(third.notices).toEqual([]);
  third.close();
});

test('what follows a journal that lost its end is taken in after the next crash', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'), plain('b'));
  kill(first);
  const name = readdirSync(join(folder, 'journal')).sort().at(-1) ?? '';
  const journal = join(folder, 'journal', name);
  const [line = ''] = readFileSync(journal, 'utf8').split('\n');
  truncateSync(journal, Buffer.byteLength(line) + 1);
  const second = openWriter(folder);
  second.add([fileOf('c.txt', plain('c'))]);
  second.sync();
  kill(second);
  const third = openWriter(folder);
  expect(ids(third)).toContain('c');
  third.close();
});
