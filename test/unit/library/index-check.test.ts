import { existsSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkIndex } from '../../../main/library/index-check.ts';
import { temporaryFolder } from '../temporary.ts';
import { add, dispatch, openWriter } from './sample.ts';

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

/** An index that was just made is sound; it is looked at when its week is over. */
const nextWeek = Date.now() + 8 * 24 * 3600 * 1000;

test('a sound index is checked once a week', async () => {
  const { index } = filled();
  expect(await checkIndex(index, nextWeek)).toBeUndefined();
  expect(existsSync(`${index}.checked`)).toBe(true);
});

test('a damaged index is found, and made anew at the next start', async () => {
  const { folder, index } = filled();
  const size = statSync(index).size;
  const file = openSync(index, 'r+');
  writeSync(file, Buffer.alloc(size - 8192, 0x5a), 0, size - 8192, 8192);
  expect(await checkIndex(index, nextWeek)).toBeTruthy();
  const writer = openWriter(folder);
  expect(writer.notices.join()).toContain('made anew');
  expect(writer.store.sql('SELECT count(*) AS n FROM entry WHERE k = 1').get()?.n).toBe(200);
  writer.close();
});
