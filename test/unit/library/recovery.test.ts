import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Journal } from '../../../main/library/journal.ts';
import { listWindow } from '../../../main/library/list-window.ts';
import { sidebarOf } from '../../../main/library/sidebar.ts';
import { LibraryWriter } from '../../../main/library/writer.ts';
import { ListQuery, type ListQueryInput } from '../../../preload/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { add, dispatch, fileOf, openWriter, whole } from './sample.ts';

const now = new Date('2025-11-10T12:00:00+01:00');
const at = '2025-11-10T11:00:00.000Z';
const rows = (writer: LibraryWriter, query: ListQueryInput = { list: 'all' }) =>
  listWindow(writer.store, { query: ListQuery.parse(query), offset: 0, limit: 500 }, 0, now).rows;
const ids = (writer: LibraryWriter, query?: ListQueryInput) =>
  rows(writer, query)
    .map(({ id }) => id)
    .sort();
const drain = (steps: Iterable<unknown>) => {
  for (const _ of steps);
};
const plain = (id: string, day = '10') =>
  dispatch({ id, headline: `Meldung ${id}`, body: [], publishedAt: `2025-11-${day}T09:00:00+01:00` });
/** Leaves everything as a killed process would. */
const kill = (writer: LibraryWriter) => writer.store.db.close();
/** The folder as a power cut would leave it now, somewhere else. */
function copied(folder: string): string {
  const to = temporaryFolder();
  cpSync(folder, to, { recursive: true, filter: (path) => !path.endsWith('-shm') });
  return to;
}
const loseIndex = (folder: string) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, `index.sqlite${ending}`), { force: true });
};

test('closing in the middle of a recovery loses nothing', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  for (const day of ['08', '09', '10']) add(first, plain(`a${day}`, day), plain(`b${day}`, day));
  first.mark(['a08'], { bookmarked: true }, at);
  first.close();
  loseIndex(folder);
  const halfway = new LibraryWriter(folder);
  halfway.recover().next();
  halfway.mark(['b10'], { read: true }, at);
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
  writer.mark(['alt2'], { bookmarked: true }, at);
  add(writer, plain('eben'));
  drain(steps);
  writer.close();
  const again = openWriter(folder);
  expect(ids(again)).toEqual(['alt', 'alt2', 'eben', 'neu1', 'neu2']);
  expect(ids(again, { list: 'bookmarks' })).toEqual(['alt2']);
  again.close();
});

test('a mark made while the index is made anew reaches its file', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a', '09'), plain('b', '10'));
  writer.mark(['a'], { tags: ['x'] }, at);
  drain(writer.fold());
  writer.forgetIndex();
  const steps = writer.recover();
  steps.next();
  writer.mark(['a'], { note: 'nachfragen' }, '2025-11-10T11:05:00.000Z');
  drain(steps);
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(again.store.status('a')).toMatchObject({ tags: ['x'], note: 'nachfragen' });
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

test('a dispatch that cannot be taken in becomes a problem and keeps no other out', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  writer.add([fileOf('a.txt', plain('a'))]);
  const bad = fileOf('bad.txt', plain('bad'));
  const broken = { ...bad, dispatches: bad.dispatches.map((one) => ({ ...one, json: undefined as never })) };
  writer.add([fileOf('b.txt', plain('b')), broken, fileOf('c.txt', plain('c'))]);
  writer.commit();
  expect(ids(writer)).toEqual(['a', 'b', 'c']);
  expect(writer.store.sql('SELECT path FROM problem').all()).toEqual([{ path: 'bad.txt' }]);
  kill(writer);
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again)).toEqual(['a', 'b', 'c']);
  expect(sidebarOf(again.store, [], 0, now).all.total).toBe(3);
  again.close();
});

test('an index whose disk is full goes on when there is room again, and its counts are right', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  const pages = Number(writer.store.db.prepare('PRAGMA page_count').get()?.page_count);
  writer.store.db.exec(`PRAGMA max_page_count = ${pages}`);
  const long = (id: string) => ({
    ...plain(id),
    body: [{ type: 'paragraph' as const, text: `${id} ${'Hafen und Haushalt '.repeat(4_000)}${Math.random()}` }],
  });
  expect(() => add(writer, ...Array.from({ length: 20 }, (_, i) => long(`x${i}`)))).toThrow();
  writer.store.db.exec('PRAGMA max_page_count = 1000000');
  add(writer, plain('b'));
  writer.mark(['b'], { read: true }, at);
  expect(sidebarOf(writer.store, [], 0, now).all).toEqual({
    total: ids(writer).length,
    unread: ids(writer).length - 1,
  });
  writer.close();
  loseIndex(folder);
  const again = openWriter(folder);
  expect(ids(again)).toEqual(expect.arrayContaining(['a', 'b']));
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
  writer.mark(['a'], { bookmarked: true }, '2025-11-10T12:00:00.000Z');
  drain(writer.fold());
  writer.mark(['a'], { bookmarked: false }, '2025-11-10T11:00:00.000Z');
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
  whole(writer.markPlaces(places, true, at));
  writer.mark(['a'], { bookmarked: true }, '2025-11-10T11:00:05.000Z');
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

/** A day of its own for each. */
const spread = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    dispatch({
      id: `s${i}`,
      headline: `Meldung ${i}`,
      body: [`Das ist die Meldung Nummer ${i} aus dem Rathaus von Birkau.`],
      publishedAt: new Date(Date.UTC(2025, 10, 1 + i, 12)).toISOString(),
    }),
  );
/** What the library's files hold, by a new index made of nothing else. */
const inFiles = (folder: string) => {
  rmSync(join(folder, 'journal'), { recursive: true, force: true });
  loseIndex(folder);
  const writer = openWriter(folder);
  const found = ids(writer);
  writer.close();
  return found.sort();
};

/** Lets every commit fail until it is restored. */
function fullDisk(writer: LibraryWriter) {
  const { db } = writer.store;
  const exec = db.exec.bind(db);
  return vi.spyOn(db, 'exec').mockImplementation((sql) => {
    if (sql === 'COMMIT') throw new Error('disk is full');
    exec(sql);
  });
}

test('what a commit lost that failed is taken in again before anything is folded', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  writer.add([fileOf('a.txt', plain('a')), fileOf('b.txt', plain('b'))]);
  writer.sync();
  const full = fullDisk(writer);
  expect(() => writer.commit()).toThrow('disk is full');
  full.mockRestore();
  expect(ids(writer)).toEqual([]);
  const stillFull = fullDisk(writer);
  // As long as it cannot be taken in, nothing is let go.
  expect(() => drain(writer.fold())).toThrow('disk is full');
  stillFull.mockRestore();
  add(writer, plain('c'));
  expect(ids(writer).sort()).toEqual(['a', 'b', 'c']);
  drain(writer.fold());
  writer.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
});

test('folding ends when the index is given up, and nothing is let go', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(8));
  const folding = writer.fold();
  folding.next();
  writer.forgetIndex();
  drain(folding);
  drain(writer.recover());
  expect(ids(writer)).toHaveLength(8);
  drain(writer.fold());
  writer.close();
  expect(inFiles(folder)).toHaveLength(8);
});

test('files that lost what the index still has get it back before the index is made anew', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(4));
  writer.mark(['s1'], { bookmarked: true, tags: ['hafen'] }, at);
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

test('a day that cannot be read keeps none of the others out, and nothing is folded until it can', () => {
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
  expect(second.notices.join()).toContain('2025-11-03');
  second.close();
  writeFileSync(path, whole);
  const third = openWriter(folder);
  expect(ids(third)).toHaveLength(4);
  third.close();
});

test('what is marked while the index is made anew stays marked so', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, ...spread(6));
  writer.mark(['s0'], { bookmarked: true, read: true }, at);
  drain(writer.fold());
  writer.forgetIndex();
  const steps = writer.recover();
  for (let step = steps.next(); !step.done && !(step.value && step.value.done > 0); step = steps.next());
  writer.mark(['s0'], { bookmarked: false, read: false }, '2025-11-10T11:05:00.000Z');
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
  expect(second.notices.join()).toContain('damaged');
  second.close();
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
  first.mark(['a'], { bookmarked: true }, at);
  first.close();
  const left = ['2025/2025-11-10.json.123456', 'bookmarks.json.99'].map((name) => join(folder, 'library', name));
  for (const path of left) writeFileSync(path, '{');
  openWriter(folder).close();
  const names = readdirSync(join(folder, 'library'), { recursive: true }).map(String);
  expect(names.filter((name) => /\.\d+$/.test(name))).toEqual([]);
  expect(names).toContain(join('2025', '2025-11-10.json'));
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

test('files put back from a copy one folding older get what the index still has', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, plain('a'));
  writer.close();
  cpSync(join(folder, 'library'), join(folder, 'copy'), { recursive: true });
  const second = openWriter(folder);
  add(second, plain('b'));
  second.mark(['b'], { note: 'wichtig' }, at);
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
  expect(again.store.status('b').note).toBe('wichtig');
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
  expect(again.notices.join()).toContain('being made anew');
  expect(ids(again)).toHaveLength(300);
  again.close();
});

test('a power cut that takes the whole journal takes nothing that the lists have shown', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'), plain('b'));
  first.mark(['a'], { bookmarked: true }, '2025-11-12T08:00:00.000Z');
  kill(first);
  for (const name of readdirSync(join(folder, 'journal'))) truncateSync(join(folder, 'journal', name), 0);
  const second = openWriter(folder);
  drain(second.recover());
  add(second, plain('c'));
  second.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
  const third = openWriter(folder);
  expect(third.store.status('a').bookmarked).toBe(true);
  third.close();
});

test('a bookmarked dispatch that was in no day file yet outlives its bookmark', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'), plain('b', '11'));
  const folding = first.fold();
  folding.next();
  // In the next segment of the journal, and in bookmarks.json with this folding.
  add(first, plain('c', '11'));
  first.mark(['c'], { bookmarked: true }, at);
  drain(folding);
  kill(first);
  loseIndex(folder);
  const second = openWriter(folder);
  second.mark(['c'], { bookmarked: false }, '2025-11-10T12:00:00.000Z');
  second.close();
  expect(inFiles(folder)).toEqual(['a', 'b', 'c']);
});

test('an index is not emptied as long as what only it has cannot be written into the files', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, plain('a'));
  first.close();
  const backup = copied(join(folder, 'library'));
  const second = openWriter(folder);
  add(second, plain('b'));
  second.close();
  // An older copy of the files is put back, over which nothing can be written.
  rmSync(join(folder, 'library'), { recursive: true });
  cpSync(backup, join(folder, 'library'), { recursive: true });
  const way = join(folder, 'library', '2025', '2025-11-10.json.bak');
  rmSync(way, { force: true });
  mkdirSync(join(way, 'in the way'), { recursive: true });
  const third = openWriter(folder);
  expect(ids(third)).toEqual(['a', 'b']);
  expect(third.notices.join()).toContain('could not be written');
  third.close();
  rmSync(way, { recursive: true });
  openWriter(folder).close();
  expect(inFiles(folder)).toEqual(['a', 'b']);
});

test('what was synced after a power cut outlives a second one', () => {
  const folder = temporaryFolder();
  const journal = () => join(folder, 'journal', readdirSync(join(folder, 'journal')).sort().at(-1) ?? '');
  const log = join(folder, 'index.sqlite-wal');
  const first = openWriter(folder);
  add(first, plain('x'), plain('y'));
  const synced = statSync(journal()).size;
  first.mark(['x'], { read: true }, at);
  const before = copied(folder);
  kill(first);
  // The first cut takes a line of the journal, and nothing of the index's log.
  truncateSync(join(before, 'journal', basename(journal())), synced);
  const surviving = statSync(join(before, basename(log))).size;
  const second = openWriter(before);
  second.mark(['y'], { bookmarked: true }, '2025-11-10T12:00:00.000Z');
  second.sync();
  const after = copied(before);
  kill(second);
  // The second takes what was written to that log since.
  truncateSync(join(after, basename(log)), surviving);
  const third = openWriter(after);
  expect(third.store.status('y').bookmarked).toBe(true);
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

/** What every list says it holds, and what it really holds, where they differ. */
const wrongTotals = (writer: LibraryWriter) =>
  writer.store
    .sql('SELECT l.kind, l.value, l.total AS says, (SELECT count(*) FROM entry e WHERE e.k = l.k) AS has FROM list l')
    .all()
    .filter(({ says, has }) => says !== has);

test.each([2, 8, 15])(
  'a disk that is full while the index is brought up to date (%i pages) leaves nothing half known',
  (room) => {
    const folder = temporaryFolder();
    const first = openWriter(folder);
    for (let i = 0; i < 20; i++)
      add(
        first,
        dispatch({ id: `s${i}`, headline: `Kopf ${i}`, body: [`Text ${i} `.repeat(300)], categories: ['Inland'] }),
      );
    first.sync();
    kill(first);
    loseIndex(folder);
    const second = new LibraryWriter(folder);
    const pages = Number(second.store.db.prepare('PRAGMA main.page_count').get()?.page_count);
    second.store.db.exec(`PRAGMA main.max_page_count = ${pages + room}`);
    expect(() => drain(second.recover())).toThrow(/full/);
    second.store.db.exec('PRAGMA main.max_page_count = 100000000');
    add(second, plain('neu'));
    expect(wrongTotals(second)).toEqual([]);
    second.forgetIndex();
    drain(second.recover());
    expect(wrongTotals(second)).toEqual([]);
    expect(ids(second)).toHaveLength(21);
    expect(ids(second, { list: 'category', value: 'Inland' })).toHaveLength(21);
    second.close();
  },
);

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
