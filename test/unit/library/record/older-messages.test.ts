import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemOf, putProblem } from '../../../../main/library/changes/read-files.ts';
import { wholeOf } from '../../../../main/library/index/rows.ts';
import { LibraryFiles } from '../../../../main/library/record/day-files.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const SENTENCE = 'The file names the day only, no hour.';

/** A dispatch written by a version that stored warnings as sentences, in a format that this version does not know. */
const older = (id: string) => {
  const one = dispatch({ id, headline: `Meldung ${id}` });
  return { ...one, file: { ...one.file, format: 'semaphore', warnings: [SENTENCE] } };
};
const FILE = { format: 'semaphore', warnings: [message('text', { text: SENTENCE })] };
const UNTOUCHED = { read: false, bookmarked: false, tags: [], note: '' };

test('files of the library keep their dispatches of unknown formats, with warnings that are sentences', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'library/2025'), { recursive: true });
  mkdirSync(join(folder, 'journal'));
  const day = join(folder, 'library/2025/2025-11-10.json');
  writeFileSync(day, JSON.stringify({ version: 1, dispatches: [older('a'), dispatch({ id: 'b', headline: 'B' })] }));
  const bookmark = { dispatch: older('c'), status: { ...UNTOUCHED, bookmarked: true } };
  writeFileSync(join(folder, 'library/bookmarks.json'), JSON.stringify({ version: 1, bookmarks: [bookmark] }));
  writeFileSync(join(folder, 'journal/000001.ndjson'), `${JSON.stringify({ t: 'd', dispatch: older('d') })}\n`);

  const writer = openWriter(folder);
  const rows = writer.store.sql('SELECT json FROM whole').all();
  expect(rows.map((row) => wholeOf(row.json)).sort((x, y) => (x && y ? x.id.localeCompare(y.id) : 0))).toMatchObject([
    { id: 'a', file: FILE },
    { id: 'b', file: { format: 'dts', warnings: [] } },
    { id: 'c', file: FILE },
    { id: 'd', file: FILE },
  ]);
  writer.close();

  const files = new LibraryFiles(folder, (notice) => expect.fail(notice.code));
  expect(files.day('2025-11-10').data.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'b', 'd']));
  const bookmarks = files.bookmarks('2025-11-10').data.map((text) => JSON.parse(text));
  expect(bookmarks).toMatchObject([{ dispatch: { id: 'c', file: FILE } }]);
  expect(JSON.parse(readFileSync(day, 'utf8')).dispatches[0]).toMatchObject({ file: { format: 'semaphore' } });
});

test('an index that holds sentences can be read on', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch());
  const { store } = writer;
  store.sql('UPDATE whole SET json = ?').run(JSON.stringify(older('radweg')));
  store.sql("INSERT INTO problem VALUES ('alt.txt', 'damaged', ?, '', 3)").run(SENTENCE);
  const cut = { reason: 'damaged' as const, message: message('item.unreadable', { item: 3, reason: 'E' }) };
  putProblem(store, 'neu.txt', cut, 5);
  expect(wholeOf(store.sql('SELECT json FROM whole').get()?.json)).toMatchObject({ file: FILE });
  expect(store.sql('SELECT reason, message FROM problem ORDER BY path').all().map(problemOf)).toEqual([
    { reason: 'damaged', message: message('text', { text: SENTENCE }) },
    cut,
  ]);
  writer.close();
});
