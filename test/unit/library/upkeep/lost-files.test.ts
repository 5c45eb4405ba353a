import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { drain, ids, inFiles, kill, loseIndex, plain, spread } from '../broken.ts';
import { at } from '../queries/listed.ts';
import { add, NOTE, openWriter, statusOf } from '../sample.ts';

test('a copy that stands in for a damaged day file gets back what the index still has', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const file = join(folder, 'library/2025/2025-11-10.json');
  for (const id of ['a', 'b']) {
    add(writer, plain(id));
    drain(writer.fold());
  }
  writeFileSync(file, 'half a fi');
  add(writer, plain('c'));
  writer.close();
  expect(
    JSON.parse(readFileSync(file, 'utf8'))
      .dispatches.map(({ id }: { id: string }) => id)
      .sort(),
  ).toEqual(['a', 'b', 'c']);
});

test('a change after the clock was set back is still the later one', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  writer.marker.mark(['a'], { bookmark: true }, '2025-11-10T12:00:00.000Z');
  drain(writer.fold());
  writer.marker.mark(['a'], { bookmark: null }, '2025-11-10T11:00:00.000Z');
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again, { list: 'bookmarks' })).toEqual([]);
  again.close();
});

test('a time beyond any calendar shuts nothing', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const odd = ['9999-12-31T00:00:00Z', '2925-01-01T00:00:00Z', '0001-01-01T00:00:00Z', 'gestern'];
  add(writer, ...odd.map((publishedAt, i) => ({ ...plain(`odd${i}`), publishedAt })));
  expect(ids(writer)).toHaveLength(4);
  writer.close();
  const again = openWriter(folder);
  expect(ids(again)).toHaveLength(4);
  again.close();
});

test('files that lost what the index still has get it back before the index is made anew', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(4));
  writer.marker.mark(['s1'], { bookmark: true, 'tag:hafen': true }, at);
  drain(writer.fold());
  rmSync(join(folder, 'library'), { recursive: true });
  writer.forgetIndex();
  drain(writer.recover());
  expect(ids(writer)).toHaveLength(4);
  expect(ids(writer, { list: 'bookmarks' })).toEqual(['s1']);
  expect(ids(writer, { list: 'tag', value: 'hafen' })).toEqual(['s1']);
  writer.close();
  expect(inFiles(folder)).toHaveLength(4);
});

test('a library put back from a copy keeps what came after it', () => {
  const folder = temporaryFolder();
  const copy = temporaryFolder();
  const [first, ...later] = spread(4);
  const writer = openWriter(folder);
  if (first) add(writer, first);
  writer.close();
  cpSync(join(folder, 'library'), copy, { recursive: true });
  for (const one of later) {
    const next = openWriter(folder);
    add(next, one);
    next.close();
  }
  rmSync(join(folder, 'library'), { recursive: true });
  cpSync(copy, join(folder, 'library'), { recursive: true });
  const last = openWriter(folder);
  expect(ids(last)).toHaveLength(4);
  last.close();
  expect(inFiles(folder)).toHaveLength(4);
});

test('a day that cannot be read keeps none of the others out, and is read again by the next start', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(4));
  writer.close();
  const path = join(folder, 'library', '2025', '2025-11-03.json');
  const whole = readFileSync(path);
  writeFileSync(path, '{"version":2}');
  loseIndex(folder);
  const second = openWriter(folder);
  expect(ids(second).sort()).toEqual(['s0', 's1', 's3']);
  expect(second.notices).toMatchObject([{ code: 'library.day-unreadable', values: { day: '2025-11-03' } }]);
  second.close();
  writeFileSync(path, whole);
  const third = openWriter(folder);
  expect(ids(third)).toHaveLength(4);
  third.close();
});

test('a day whose file is gone gets back at the next fold what the index still has of it', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'), plain('b'));
  drain(writer.fold());
  const path = join(folder, 'library/2025/2025-11-10.json');
  for (const ending of ['', '.bak']) rmSync(path + ending, { force: true });
  add(writer, plain('c'));
  drain(writer.fold());
  const { dispatches } = JSON.parse(readFileSync(path, 'utf8'));
  expect(dispatches.map(({ id }: { id: string }) => id).sort()).toEqual(['a', 'b', 'c']);
  writer.close();
});

test('temporary files of a write that was killed are swept, and nothing else', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'));
  first.marker.mark(['a'], { bookmark: true }, at);
  first.close();
  const left = ['2025/2025-11-10.json.123456', '2025/2025-11-10.bookmarks.json.99'].map((name) =>
    join(folder, 'library', name),
  );
  for (const path of left) writeFileSync(path, '{');
  openWriter(folder).close();
  const names = readdirSync(join(folder, 'library'), { recursive: true }).map(String);
  expect(names.filter((name) => /\.\d+$/.test(name))).toEqual([]);
  expect(names).toContain(join('2025', '2025-11-10.json'));
});

test('files put back from a copy one folding older get what the index still has', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  writer.close();
  cpSync(join(folder, 'library'), join(folder, 'copy'), { recursive: true });
  const second = openWriter(folder);
  add(second, plain('b'));
  second.marker.mark(['b'], { [NOTE]: 'wichtig' }, at);
  second.close();
  rmSync(join(folder, 'library'), { recursive: true });
  cpSync(join(folder, 'copy'), join(folder, 'library'), { recursive: true });
  const third = new LibraryWriter(folder);
  expect(third.needsRebuild).toBe(true);
  drain(third.recover());
  third.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again)).toEqual(['a', 'b']);
  expect(statusOf(again, 'b').notes).toMatchObject([{ text: 'wichtig' }]);
  again.close();
});

test('a bookmarked dispatch that was in no day file yet outlives its bookmark', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'), plain('b', '11'));
  const folding = first.fold();
  folding.next();
  // In the next segment of the journal, and in bookmarks.json with this folding.
  add(first, plain('c', '11'));
  first.marker.mark(['c'], { bookmark: true }, at);
  drain(folding);
  kill(first);
  loseIndex(folder);
  const second = openWriter(folder);
  second.marker.mark(['c'], { bookmark: null }, '2025-11-10T12:00:00.000Z');
  second.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
});
