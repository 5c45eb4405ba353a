import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { SCHEMA_VERSION } from '../../../../main/library/index/schema.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { copied, drain, ids, kill, loseIndex } from '../broken.ts';
import { frozenLibrary, shownBefore, shownNow } from '../frozen.ts';
import { openWriter, statusOf } from '../sample.ts';

const names = (folder: string) => readdirSync(join(folder, 'library'), { recursive: true }).map(String).sort();

const content = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, 'library', name), 'utf8'));

/** The library shows what the old program showed, now, after folding, and from its files alone. */
function expectWhole(folder: string): void {
  const writer = openWriter(folder);
  // The search text is of an older layout, too: it is made again while the library is in use.
  drain(writer.text.catchUp());
  expect(shownNow(writer)).toEqual(shownBefore());
  expect(writer.notices).toEqual([]);
  writer.close();
  rmSync(join(folder, 'journal'), { recursive: true });
  loseIndex(folder);
  const again = openWriter(folder);
  expect(shownNow(again)).toEqual(shownBefore());
  again.close();
}

test('a library of the first layout opens with every mark as the program showed it that wrote it', () => {
  const folder = frozenLibrary();
  const writer = new LibraryWriter(folder);
  expect(writer.needsRebuild).toBe(false);
  kill(writer);
  expectWhole(folder);
});

test('so it does when its index is gone, and everything comes from files and journal', () => {
  const folder = frozenLibrary();
  loseIndex(folder);
  expectWhole(folder);
});

test('so it does when also the day files are gone, as far as bookmarks go', () => {
  const folder = frozenLibrary();
  loseIndex(folder);
  rmSync(join(folder, 'journal'), { recursive: true });
  for (const year of ['2024', '2025']) rmSync(join(folder, 'library', year), { recursive: true });
  openWriter(folder).close();
  loseIndex(folder);
  const again = openWriter(folder);
  const { marks } = shownNow(again);
  expect(Object.keys(marks).map((id) => id.split(':').at(-1))).toEqual(['haushalt', 'faehre', 'alt-gemerkt']);
  expect(Object.values(marks).map(({ bookmarked, note }) => [bookmarked, note])).toEqual([
    [true, 'Zahlen prüfen:\n– Zeile zwei „mit Gänsefüßchen“\n'],
    [true, 'Reederei anrufen'],
    [true, ''],
  ]);
  again.close();
});

test('what a migration rewrites is kept once as it was, and the bookmarks move to their days', () => {
  const folder = frozenLibrary();
  const before = readFileSync(join(folder, 'library/2025/2025-11-04.status.json'), 'utf8');
  const bookmarks = readFileSync(join(folder, 'library/bookmarks.json'), 'utf8');
  openWriter(folder).close();
  const after = names(folder);
  expect(readFileSync(join(folder, 'library/2025/2025-11-04.status.json.layout-1'), 'utf8')).toBe(before);
  expect(readFileSync(join(folder, 'library/bookmarks.json.layout-1'), 'utf8')).toBe(bookmarks);
  expect(after.filter((name) => name.includes('bookmarks'))).toEqual([
    '2024/2024-02-02.bookmarks.json',
    '2025/2025-11-04.bookmarks.json',
    '2025/2025-11-05.bookmarks.json',
    'bookmarks.json.layout-1',
  ]);
  expect(content(folder, '2025/2025-11-04.status.json')).toMatchObject({ version: 2, program: expect.any(String) });
  openWriter(folder).close();
  expect(names(folder)).toEqual(after);
});

/** Kills the process at the n-th write of a file or commit of the index; false if there are fewer. */
function diesAt(folder: string, step: number): boolean {
  let left = step;
  const { exec } = DatabaseSync.prototype;
  const dying = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    if (/COMMIT/.test(sql)) {
      left -= 1;
      if (left < 0) throw new Error('killed');
    }
    exec.call(this, sql);
  });
  let writer: LibraryWriter | undefined;
  try {
    writer = new LibraryWriter(folder);
    for (const steps of [writer.recover(), writer.fold()]) drain(steps);
    return false;
  } catch (error) {
    if (!String(error).includes('killed')) throw error;
    return true;
  } finally {
    dying.mockRestore();
    if (writer) kill(writer);
  }
}

test.each([
  ['with its index', 1, (_folder: string) => {}],
  // A rebuild has many commits.
  ['without its index', 5, loseIndex],
] as const)(
  'a migration %s that is killed at a commit goes on at the next start, with nothing lost or doubled',
  (_, every, harm) => {
    const whole = frozenLibrary();
    harm(whole);
    for (let step = 0; ; step += every) {
      const folder = copied(whole);
      const died = diesAt(folder, step);
      expectWhole(copied(folder));
      if (!died) break;
      expect(step).toBeLessThan(100);
    }
  },
);

test('a migration that is killed between two files goes on at the next start, with nothing lost or doubled', () => {
  for (let step = 0; ; step++) {
    const folder = frozenLibrary();
    const writer = openWriter(folder);
    const folding = writer.fold();
    for (let i = 0; i < step; i++) folding.next();
    const { done } = folding.next();
    kill(writer);
    // The bookmarks as if the process had died before they were put away, or not.
    const old = join(folder, 'library/bookmarks.json');
    const other = copied(folder);
    if (existsSync(`${old}.layout-1`))
      renameSync(join(other, 'library/bookmarks.json.layout-1'), join(other, 'library/bookmarks.json'));
    expectWhole(folder);
    expectWhole(other);
    if (done) break;
    expect(step).toBeLessThan(100);
  }
});

test('a dispatch that lost its bookmark after a migration that was killed does not get it back', () => {
  const folder = frozenLibrary();
  const writer = openWriter(folder);
  writer.fold().next();
  writer.marker.mark(['urn:newsml:nord.example:faehre'], { bookmark: null }, '2025-11-07T11:00:00.000Z');
  kill(writer);
  loseIndex(folder);
  openWriter(folder).close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(shownNow(again).marks['urn:newsml:nord.example:faehre']).toMatchObject({ bookmarked: false });
  again.close();
});

test('files of a newer program are left as they are, and the person learns which program reads them', () => {
  const folder = frozenLibrary();
  const path = join(folder, 'library/2025/2025-11-04.status.json');
  const newer = '{"version":3,"program":"0.9.0","statuses":[]}';
  writeFileSync(path, newer);
  loseIndex(folder);
  const writer = openWriter(folder);
  const reason = message('library.newer-program', { path, version: 3, known: 2, program: '0.9.0' });
  expect(writer.notices).toContainEqual(message('library.day-unreadable', { day: '2025-11-04', reason }));
  writer.close();
  expect(readFileSync(path, 'utf8')).toBe(newer);
});

test('an index of a newer program shuts the library, and is left as it is', () => {
  const folder = frozenLibrary();
  openWriter(folder).close();
  const path = join(folder, 'index.sqlite');
  const index = new DatabaseSync(path);
  index.exec("PRAGMA user_version = 99; UPDATE meta SET value = '0.9.0' WHERE key = 'program'");
  index.close();
  const before = readFileSync(path);
  const refusal = message('library.newer-program', { path, version: 99, known: SCHEMA_VERSION, program: '0.9.0' });
  expect(() => new LibraryWriter(folder)).toThrow(expect.objectContaining({ userMessage: refusal }));
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a line of the journal from a newer program costs only itself, and counts once it is understood', () => {
  const folder = frozenLibrary();
  const before = openWriter(folder);
  const [id = ''] = ids(before);
  before.close();
  const segment = readdirSync(join(folder, 'journal')).at(-1) ?? '';
  const newer = '{"t":"s","v":3,"fields":{},"ids":[]}';
  const mark = (tag: string) =>
    JSON.stringify({
      t: 's',
      v: 2,
      stamp: `2030-01-01T00:00:00.000Z-0000-${tag}`,
      change: { [`tag:${tag}`]: true },
      ids: [[id, 1]],
    });
  writeFileSync(join(folder, 'journal', segment), `${newer}\n${mark('hafen')}\n`);
  const kept = join(folder, 'journal/newer.ndjson');
  const notice = message('journal.line-newer', { kept });
  const tagsNow = () => {
    const writer = openWriter(folder);
    const { tags } = statusOf(writer, id);
    const { notices } = writer;
    writer.close();
    return { tags, notices };
  };
  // Again and again, also when its segment has been folded and dropped.
  for (let start = 0; start < 3; start++) {
    const { tags, notices } = tagsNow();
    expect(tags).toContain('hafen');
    expect(notices).toContainEqual(notice);
    expect(readFileSync(kept, 'utf8')).toBe(`${newer}\n`);
  }
  // As the newer program finds it.
  writeFileSync(kept, `${newer}\n${mark('neuer')}\n`);
  expect(tagsNow().tags).toContain('neuer');
  expect(readFileSync(kept, 'utf8')).toBe(`${newer}\n`);
  loseIndex(folder);
  expect(tagsNow().tags).toEqual(expect.arrayContaining(['hafen', 'neuer']));
});
