import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Journal } from '../../../../main/library/record/journal.ts';
import { temporaryFolder } from '../../temporary.ts';

const lines = (journal: Journal) => [...journal.lines({ segment: 0, offset: 0 })].map(({ line }) => line);

test('a segment ends, and the journal closes, while another thread still syncs it', async () => {
  const folder = join(temporaryFolder(), 'journal');
  const journal = new Journal(folder, 0);
  const done = vi.fn();
  journal.append(['"eins"']);
  journal.syncLater(done);
  journal.roll();
  journal.append(['"zwei"']);
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(null, true));
  journal.syncLater(done);
  journal.close();
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(2));
  expect(done).toHaveBeenLastCalledWith(null, false);
  const again = new Journal(folder, 0);
  expect(lines(again)).toEqual(['"eins"', '"zwei"']);
  again.close();
});

test.each([0, 10, 64 * 1024, 300_000])('half a line and %i zeros at the end are cut away', (zeros) => {
  const folder = join(temporaryFolder(), 'journal');
  const journal = new Journal(folder, 0);
  journal.append(['"eins"', '"zwei"']);
  journal.close();
  const path = join(folder, '000001.ndjson');
  appendFileSync(path, `"dr${'\0'.repeat(zeros)}`);
  const again = new Journal(folder, 0);
  expect(again.torn).toBe(true);
  expect(lines(again)).toEqual(['"eins"', '"zwei"']);
  expect(statSync(path).size).toBe(14);
  again.close();
});

test('of a journal without a whole line nothing is left', () => {
  const folder = join(temporaryFolder(), 'journal');
  new Journal(folder, 0).close();
  appendFileSync(join(folder, '000001.ndjson'), '\0'.repeat(100_000));
  const again = new Journal(folder, 0);
  expect([again.torn, again.length]).toEqual([true, 0]);
  again.close();
});
