import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Journal } from '../../../main/library/journal.ts';
import { temporaryFolder } from '../temporary.ts';

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
