import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { checkIndex, wasChecked } from '../../../../main/library/index/index-check.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, NOTE, openWriter } from '../sample.ts';

function filled() {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(
    writer,
    ...Array.from({ length: 200 }, (_, i) =>
      dispatch({ id: `m${i}`, headline: `Meldung ${i}`, body: [`Der Text der Meldung Nummer ${i}, lang genug.`] }),
    ),
  );
  writer.close();
  return { folder, index: join(folder, 'index.sqlite') };
}

/** Overwrites a part of a file: it opens, but that part cannot be read. */
function harm(path: string, from = 8192, length = statSync(path).size - from) {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(file);
}

const found = (writer: LibraryWriter, search: string) =>
  listWindow(writer.store, { query: ListQuery.parse({ list: 'all', search }), offset: 0, limit: 1 }, 0, new Date())
    .total;

/** A new index is sound; it is checked after a week. */
const nextWeek = Date.now() + 8 * 24 * 3600 * 1000;

test('a sound index is checked once a week', async () => {
  const { index } = filled();
  rmSync(`${index}.checked`);
  expect(wasChecked(index, Date.now())).toBe(false);
  expect(await checkIndex(index)).toBeUndefined();
  expect(wasChecked(index, Date.now())).toBe(true);
  expect(wasChecked(index, nextWeek)).toBe(false);
});

test('a damaged index is found, and rebuilt at the next start', async () => {
  const { folder, index } = filled();
  harm(index);
  expect(await checkIndex(index)).toBeTruthy();
  const writer = openWriter(folder);
  expect(writer.notices).toContainEqual(expect.objectContaining({ code: 'index.rebuilding' }));
  expect(writer.store.sql('SELECT count(*) AS n FROM entry WHERE k = 1').get()?.n).toBe(200);
  writer.close();
});

test('only a damaged search text is rebuilt, with a notice until it is', async () => {
  const { folder, index } = filled();
  harm(join(folder, 'search.sqlite'), 3 * 16_384);
  expect(await checkIndex(index)).toBeTruthy();
  const writer = new LibraryWriter(folder);
  expect(writer.needsRebuild).toBe(false);
  expect(writer.notices).toEqual([expect.objectContaining({ code: 'search.damaged' })]);
  for (const _ of writer.recover());
  for (const _ of writer.text.catchUp());
  expect(writer.notices).toEqual([]);
  expect(found(writer, 'nummer')).toBe(200);
  writer.close();
  const again = openWriter(folder);
  expect(again.notices).toEqual([]);
  again.close();
});

test('damage found while writing the search text is reported and repaired at the next start', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'search.sqlite');
  const numbered = (from: number) =>
    Array.from({ length: 2_000 }, (_, i) => [...String(from + i)].map((digit) => 'bdfghklmnp'[Number(digit)]).join(''));
  const first = openWriter(folder);
  add(first, dispatch({ id: 'a', headline: 'Wörter', body: [numbered(10_000).join(' ')] }));
  const leaf = first.store
    .sql("SELECT pageno FROM dbstat('search') WHERE name = 'word_idx' AND pagetype = 'leaf'")
    .get()?.pageno;
  first.close();
  harm(path, (Number(leaf) - 1) * 16_384, 16_384);
  const writer = openWriter(folder);
  add(writer, dispatch({ id: 'b', headline: 'Weitere Wörter', body: [numbered(20_000).join(' ')] }));
  expect(writer.notices).toEqual([expect.objectContaining({ code: 'index.damaged' })]);
  expect(writer.text.isBehind).toBe(false);
  writer.close();
  const again = new LibraryWriter(folder);
  expect(again.needsRebuild).toBe(false);
  for (const _ of again.recover());
  for (const _ of again.text.catchUp());
  expect(found(again, 'wörter')).toBe(2);
  again.close();
});

test.each(['unfolded', 'verdict'])('an index without its table %s is rebuilt at the start', (table) => {
  const { folder, index } = filled();
  const db = new DatabaseSync(index);
  db.exec(`DROP TABLE ${table}`);
  db.close();
  const writer = openWriter(folder);
  expect(writer.notices).toContainEqual(expect.objectContaining({ code: 'index.rebuilding' }));
  expect(writer.marker.mark(['m1'], { [NOTE]: 'Nachfragen' }, '2026-11-20T10:00:00.000Z').changed).toBe(1);
  writer.close();
});
