import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { at, day, ids, list } from '../queries/listed.ts';
import { add, dispatch, NOTE, openWriter } from '../sample.ts';

test('what was taken in and marked outlives a kill at any moment', () => {
  const folder = temporaryFolder();
  const killed = openWriter(folder);
  add(killed, dispatch());
  killed.marker.mark(['radweg'], { read: true, bookmark: true, [NOTE]: 'nachfragen' }, at);
  // Not closed: what a killed process leaves behind is the journal and an index in whatever state.
  killed.store.db.close();
  rmSync(join(folder, 'index.sqlite'));
  const writer = openWriter(folder);
  expect(list(writer, { list: 'bookmarks' }).rows).toMatchObject([
    { id: 'radweg', read: true, bookmarked: true, hasNote: true },
  ]);
  writer.close();
  expect(
    JSON.parse(readFileSync(join(folder, 'library/2025/2025-11-10.bookmarks.json'), 'utf8')).bookmarks,
  ).toMatchObject([
    { dispatch: { id: 'radweg' }, status: { [NOTE]: { value: 'nachfragen', stamp: expect.stringContaining(at) } } },
  ]);
});

test('the index is made anew from the files when it is lost, damaged or older than they are', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch(), dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  first.marker.mark(['zwei'], { bookmark: true, 'tag:x': true }, at);
  first.close();
  const index = join(folder, 'index.sqlite');
  for (const harm of [
    () => rmSync(index),
    () => writeFileSync(index, 'not a database, by far not one'.repeat(400)),
    () => writeFileSync(join(folder, 'library/stamp.json'), '{"folds": 99}'),
  ]) {
    harm();
    const writer = openWriter(folder);
    expect(ids(writer).sort()).toEqual(['radweg', 'zwei']);
    expect(ids(writer, { list: 'tag', value: 'x' })).toEqual(['zwei']);
    expect(ids(writer, { list: 'all', search: 'Radweg' })).toEqual(['radweg']);
    writer.close();
  }
});

test('a journal line torn off by a power cut is cut away and what stands before it is kept', () => {
  const folder = temporaryFolder();
  const killed = openWriter(folder);
  add(killed, dispatch());
  killed.store.db.close();
  rmSync(join(folder, 'index.sqlite'));
  const segment = join(folder, 'journal', readdirSync(join(folder, 'journal')).at(-1) ?? '');
  writeFileSync(segment, `${readFileSync(segment, 'utf8')}{"t":"d","dispatch":{"id":"halb`);
  const writer = openWriter(folder);
  expect(writer.notices).toContainEqual(message('journal.torn'));
  add(writer, dispatch({ id: 'danach', headline: 'Danach', body: [] }));
  writer.close();
  const reopened = openWriter(folder);
  expect(ids(reopened).sort()).toEqual(['danach', 'radweg']);
  reopened.close();
});

test('a damaged day file is set aside, the last good copy takes its place and the person is told', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch());
  for (const _ of first.fold());
  add(first, dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  first.close();
  writeFileSync(day(folder), '\0\0\0\0');
  rmSync(join(folder, 'index.sqlite'));
  const writer = openWriter(folder);
  expect(ids(writer)).toEqual(['radweg']);
  expect(writer.notices).toMatchObject([
    { code: 'library.file-replaced', values: { kept: expect.stringContaining('2025-11-10.json.damaged-') } },
  ]);
  expect(readdirSync(join(folder, 'library/2025')).filter((name) => name.includes('damaged'))).toHaveLength(1);
  writer.close();
});

test('a file of a newer program is neither changed nor set aside', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, dispatch());
  first.close();
  writeFileSync(day(folder), '{"version":2,"future":true}');
  rmSync(join(folder, 'index.sqlite'));
  const second = openWriter(folder);
  expect(second.notices).toMatchObject([
    {
      code: 'library.day-unreadable',
      values: { reason: { code: 'library.newer', values: { path: day(folder), version: 2, known: 1 } } },
    },
  ]);
  add(second, dispatch({ id: 'other', headline: 'Etwas anderes' }));
  second.close();
  expect(readFileSync(day(folder), 'utf8')).toBe('{"version":2,"future":true}');
});

test('folding is harmless when it is cut short and done again', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(
    writer,
    dispatch(),
    dispatch({ id: 'andern', headline: 'Vom andern Tag', body: [], publishedAt: '2025-11-09T10:00:00+01:00' }),
  );
  writer.fold().next();
  for (const _ of writer.fold());
  writer.close();
  expect(JSON.parse(readFileSync(day(folder), 'utf8')).dispatches).toHaveLength(1);
  expect(existsSync(join(folder, 'library/2025/2025-11-09.json'))).toBe(true);
  const reopened = openWriter(folder);
  expect(ids(reopened)).toEqual(['radweg', 'andern']);
  reopened.close();
});

test('a bookmark writes only the bookmarks of its own day, and a new version goes there too', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const other = dispatch({ id: 'andern', headline: 'Vom andern Tag', publishedAt: '2025-11-09T10:00:00+01:00' });
  add(writer, dispatch(), { ...other, body: [] });
  const path = (date: string) => join(folder, `library/2025/${date}.bookmarks.json`);
  const bookmarks = (date: string) => JSON.parse(readFileSync(path(date), 'utf8')).bookmarks;
  writer.marker.mark(['andern'], { bookmark: true }, at);
  for (const _ of writer.fold());
  const before = statSync(path('2025-11-09'));
  writer.marker.mark(['radweg'], { bookmark: true }, at);
  for (const _ of writer.fold());
  expect(bookmarks('2025-11-10')).toMatchObject([{ dispatch: { id: 'radweg', version: 1 } }]);
  add(writer, dispatch({ version: 2, body: ['Der Stadtrat hat den Radweg am Dienstag doch wieder vertagt.'] }));
  for (const _ of writer.fold());
  expect(bookmarks('2025-11-10')).toMatchObject([{ dispatch: { id: 'radweg', version: 2 } }]);
  writer.marker.mark(['radweg'], { bookmark: null }, at);
  for (const _ of writer.fold());
  expect(existsSync(path('2025-11-10'))).toBe(false);
  expect(statSync(path('2025-11-09'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  writer.close();
});
