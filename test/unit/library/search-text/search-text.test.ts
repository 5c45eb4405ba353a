import { copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import type { TextChange } from '../../../../main/library/index/text-change.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { DirectText } from '../../../../main/library/search-text/direct-text.ts';
import type { MakeTextPort } from '../../../../main/library/search-text/text-keeper.ts';
import { ThreadedText } from '../../../../main/library/search-text/threaded-text.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const found = (writer: LibraryWriter, search: string) =>
  listWindow(writer.store, { query: ListQuery.parse({ list: 'all', search }), offset: 0, limit: 50 }, 0, new Date())
    .rows.map(({ id }) => id)
    .sort();
const story = (id: string, text: string, change = {}) =>
  dispatch({ id, headline: `Meldung ${id}`, body: [text], ...change });
const unsearched = (writer: LibraryWriter) => writer.store.sql('SELECT count(*) AS n FROM unsearched').get()?.n;
const catchUp = (writer: LibraryWriter) => {
  for (const _ of writer.text.catchUp());
};
/** Accepts changes but never answers, like a thread that dies with its process. */
class Lost {
  readonly changes: TextChange[] = [];
  take(change: TextChange) {
    this.changes.push(change);
  }
  flush() {}
  moveLog() {
    return true;
  }
  merge() {}
  close() {}
}
function open(folder: string, make: MakeTextPort) {
  const writer = new LibraryWriter(folder, make);
  for (const _ of writer.recover());
  return writer;
}

test('what has gone from the lists is not counted by a search that still knows it', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  const old = { publishedAt: '2025-11-01T10:00:00Z' };
  add(first, story('a', 'Ein Leuchtturm ist alt.', old), story('b', 'Ein Leuchtturm wird neu.', old));
  add(first, story('c', 'Ein Leuchtturm steht still.'), story('d', 'Ein Leuchtturm sinkt.'));
  first.close();
  const second = open(folder, () => new Lost());
  for (const _ of second.fold());
  for (const _ of second.retain({ dispatches: 2 }, new Date('2025-11-11T12:00:00Z')));
  const query = ListQuery.parse({ list: 'all', search: 'leuchtturm' });
  const window = () => listWindow(second.store, { query, offset: 0, limit: 50 }, 0, new Date());
  expect(window()).toMatchObject({ total: 2, rows: [{ id: 'd' }, { id: 'c' }] });
  add(second, story('c', 'Ein Feuerschiff steht still.', { version: 2 }));
  expect(window()).toMatchObject({ total: 1, rows: [{ id: 'd' }] });
  second.store.db.close();
});

test('what had not arrived when the process died is found after the next start', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, story('a', 'Der Leuchtturm ist alt.'), story('b', 'Ein Windrad steht still.'));
  first.close();
  const second = open(folder, () => new Lost());
  add(second, story('c', 'Das Schwimmbad öffnet.'), story('a', 'Die Fähre ist alt.', { version: 2 }));
  expect(found(second, 'schwimmbad')).toEqual([]);
  second.store.db.close();

  const third = openWriter(folder);
  expect(found(third, 'schwimmbad')).toEqual([]);
  catchUp(third);
  expect(found(third, 'schwimmbad')).toEqual(['c']);
  expect(found(third, '*bad')).toEqual(['c']);
  expect(found(third, 'windrad')).toEqual(['b']);
  expect(found(third, 'fähre')).toEqual(['a']);
  expect(found(third, 'text:leuchtturm')).toEqual([]);
  expect(unsearched(third)).toBe(0);
  third.close();
});

test('a change that arrived without being told is brought again and found once', () => {
  const folder = temporaryFolder();
  const first = open(folder, (_index, path, outcome) => new DirectText(path, { ...outcome, done: () => {} }));
  add(first, story('a', 'Der Leuchtturm ist alt.'));
  expect(unsearched(first)).toBe(1);
  first.store.db.close();
  const second = openWriter(folder);
  catchUp(second);
  expect(found(second, 'leuchtturm')).toEqual(['a']);
  expect(unsearched(second)).toBe(0);
  second.close();
});

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['damaged', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size, 7))],
])('a search text that is %s is made anew from the index', (_name, harm) => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, story('a', 'Der Leuchtturm ist alt.'), story('b', 'Ein Windrad steht still.'));
  first.close();
  harm(join(folder, 'search.sqlite'));
  const second = openWriter(folder);
  expect(found(second, '')).toEqual(['a', 'b']);
  catchUp(second);
  expect(found(second, 'leuchtturm')).toEqual(['a']);
  expect(found(second, '*rad')).toEqual(['b']);
  second.close();
});

test.each([1, 2])('what a power cut took of the search text alone, as in start %i, is found again', (starts) => {
  const folder = temporaryFolder();
  const path = join(folder, 'search.sqlite');
  const copy = join(folder, 'copy.sqlite');
  for (let start = 1; start <= starts; start++) {
    const writer = openWriter(folder);
    add(writer, story(`a${start}`, 'Der Leuchtturm ist alt.'));
    writer.close();
  }
  copyFileSync(path, copy);
  const second = openWriter(folder);
  add(second, story('b', 'Ein Windrad steht still.'), story('a1', 'Die Fähre ist alt.', { version: 2 }));
  second.close();
  copyFileSync(copy, path);
  const third = openWriter(folder);
  expect(third.notices).toEqual([message('search.damaged', { reason: message('damage.last-changes') })]);
  catchUp(third);
  expect(found(third, 'windrad')).toEqual(['b']);
  expect(found(third, 'fähre')).toEqual(['a1']);
  expect(found(third, 'text:leuchtturm')).toEqual(starts === 1 ? [] : ['a2']);
  third.close();
  const fourth = openWriter(folder);
  expect(fourth.notices).toEqual([]);
  expect(found(fourth, 'windrad')).toEqual(['b']);
  fourth.close();
});

test('the search text of another index is not believed', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, story('a', 'Der Leuchtturm ist alt.'));
  first.close();
  for (const name of ['index.sqlite', 'library', 'journal']) rmSync(join(folder, name), { recursive: true });
  const second = openWriter(folder);
  add(second, story('b', 'Ein Windrad steht still.'));
  expect(found(second, 'leuchtturm')).toEqual([]);
  expect(found(second, 'windrad')).toEqual(['b']);
  second.close();
});

test('a search text whose filling was cut short is told to be filled', () => {
  const folder = temporaryFolder();
  const first = open(folder, () => new Lost());
  add(first, ...Array.from({ length: 5_100 }, (_, i) => story(`n${i}`, `Der Leuchtturm ${i} ist alt.`)));
  first.close();
  const second = openWriter(folder);
  expect(second.notices).toEqual([message('search.rebuilding')]);
  catchUp(second);
  expect(second.notices).toEqual([]);
  second.close();
});

test('an index made anew on demand is found once and still belongs to its search text', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, story('a', 'Der Leuchtturm ist alt.'));
  for (const _ of first.fold());
  first.forgetIndex();
  for (const _ of first.recover());
  expect(found(first, 'leuchtturm')).toEqual(['a']);
  first.close();
  const second = open(folder, () => new Lost());
  expect(found(second, 'leuchtturm')).toEqual(['a']);
  expect(unsearched(second)).toBe(0);
  second.close();
});

test('what could not be written is told, kept in mind and brought again', () => {
  const folder = temporaryFolder();
  const writer = open(folder, (_index, _path, outcome) => {
    const port = new Lost();
    port.take = ({ number }) => outcome.failed([number], 'disk full', false);
    return port;
  });
  add(writer, story('a', 'Der Leuchtturm ist alt.'));
  expect(writer.notices).toEqual([
    message('search.not-updated', { reason: message('system', { reason: 'disk full' }) }),
  ]);
  expect(unsearched(writer)).toBe(1);
  expect(writer.text.busy).toBe(false);
  writer.close();
  const again = openWriter(folder);
  catchUp(again);
  expect(found(again, 'leuchtturm')).toEqual(['a']);
  again.close();
});

test('a rollback takes along what was to be found', () => {
  const changes: TextChange[] = [];
  const writer = open(temporaryFolder(), () => {
    const port = new Lost();
    port.take = (change) => changes.push(change);
    return port;
  });
  writer.store.begin();
  writer.store.texts.put(-5, { headline: 'x', body: 'y', meta: '', place: '', earlier: '', note: '' });
  writer.store.rollback();
  writer.commit();
  expect(changes).toEqual([]);
  writer.close();
});

test('more than a few go through the thread, in any number of batches, and a commit ends with all of them found', async () => {
  const folder = temporaryFolder();
  const writer = open(folder, (index, path, outcome) => new ThreadedText(index, path, outcome));
  const arrived = vi.fn();
  writer.text.onProgress = arrived;
  const many = Array.from({ length: 400 }, (_, i) => story(`n${i}`, `Haltestelle Nummer${i} am Markt.`));
  for (const part of [many.slice(0, 120), many.slice(120, 121), many.slice(121)]) add(writer, ...part);
  await writer.text.settled();
  expect(arrived).toHaveBeenCalled();
  expect(unsearched(writer)).toBe(0);
  expect(found(writer, 'nummer120')).toEqual(['n120']);
  expect(found(writer, 'nummer7')).toEqual(['n7']);
  expect(
    listWindow(
      writer.store,
      { query: ListQuery.parse({ list: 'all', search: 'markt' }), offset: 0, limit: 1 },
      0,
      new Date(),
    ).total,
  ).toBe(400);
  writer.close();
});

test('nothing more is taken in while too much is under way', () => {
  const writer = open(temporaryFolder(), () => new Lost());
  add(
    writer,
    ...Array.from({ length: 5_501 }, (_, i) => dispatch({ id: `n${i}`, headline: `Meldung ${i}`, body: [] })),
  );
  expect(writer.text.busy).toBe(true);
  writer.close();
});

const ports: [string, MakeTextPort][] = [
  ['by the thread, so that nobody who commits has to', (...given) => new ThreadedText(...given)],
  ['at once where there is no thread', (_index, path, outcome) => new DirectText(path, outcome)],
];
test.for(ports)('a long log is moved into the index %s', async ([, make]) => {
  const folder = temporaryFolder();
  const writer = open(folder, make);
  const index = join(folder, 'index.sqlite');
  const alone = join(folder, 'alone.sqlite');
  const inFile = () => {
    // Without its log, the file contains what was checkpointed.
    copyFileSync(index, alone);
    const db = new DatabaseSync(alone);
    const count = Number(db.prepare('SELECT count(*) AS count FROM dispatch').get()?.count);
    db.close();
    return count;
  };
  const plain = (i: number) => dispatch({ id: `n${i}`, headline: `Meldung ${i}`, body: [] });
  add(writer, ...Array.from({ length: 2_100 }, (_, i) => plain(i)));
  await vi.waitFor(() => expect(inFile()).toBe(2_100), 10_000);
  await writer.text.settled();
  writer.close();
});

test('a search text in many pieces is put together beside what comes in, and everything is found', async () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  const text = new DatabaseSync(join(folder, 'search.sqlite'));
  text.exec("INSERT INTO text (text, rank) VALUES ('automerge', 0), ('crisismerge', 100)");
  const pieces = () => text.prepare('SELECT count(DISTINCT segid) AS count FROM text_idx').get()?.count;
  for (let i = 0; i < 30; i++) add(first, story(`n${i}`, `Das ist die Meldung Nummer${i} vom Markt.`));
  expect(pieces()).toBe(30);
  first.close();

  const writer = open(folder, (...given) => new ThreadedText(...given));
  writer.text.merge();
  add(writer, story('new', 'Das Schwimmbad am Markt öffnet.'), story('n7', 'Ein Windrad.', { version: 2 }));
  await vi.waitFor(() => expect(pieces()).toBeLessThan(5), 10_000);
  await writer.text.settled();
  expect(found(writer, 'text:markt')).toHaveLength(30);
  expect(found(writer, 'schwimmbad')).toEqual(['new']);
  expect(found(writer, 'text:nummer7')).toEqual([]);
  expect(found(writer, 'windrad')).toEqual(['n7']);
  writer.close();
  text.close();
});

test('the search text has its large pages and can give them back', () => {
  const folder = temporaryFolder();
  openWriter(folder).close();
  const db = new DatabaseSync(join(folder, 'search.sqlite'), { readOnly: true });
  expect(db.prepare('PRAGMA page_size').get()?.page_size).toBe(16_384);
  expect(db.prepare('PRAGMA auto_vacuum').get()?.auto_vacuum).toBe(2);
  db.close();
});

/** SQL that turns a search text back into version 7: words were a tree. */
const WORDS_AS_TREE = `
  CREATE TABLE word_tree (reversed TEXT PRIMARY KEY) WITHOUT ROWID;
  INSERT INTO word_tree SELECT term FROM words;
  DROP TABLE words;
  DROP TABLE word;
  ALTER TABLE word_tree RENAME TO word;
  PRAGMA user_version = 7;
`;

test('the words of a search text of the version before are found by their ends', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, story('a', 'Der Innenminister geht.'), story('b', 'Der Größenwahn bleibt.'));
  first.close();
  const old = new DatabaseSync(join(folder, 'search.sqlite'));
  old.exec(WORDS_AS_TREE);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(found(writer, '*minister')).toEqual(['a']);
  add(writer, story('c', 'Ein Finanzminister kommt.'));
  expect(found(writer, '*minister')).toEqual(['a', 'c']);
  expect(found(writer, '*enminist*')).toEqual(['a']);
  expect(found(writer, '*ßenwahn')).toEqual(['b']);
  writer.close();
});
