import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LibraryWriter } from '../../main/library/worker/writer.ts';
import { add, plain } from './stories.ts';

/**
 * A desk at work: adds dispatches, marks and bookmarks them, sets a note anew and again, and folds. It prints a line of JSON for
 * everything the library has acknowledged. `--from` numbers its changes, `--count` ends it.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, from: { type: 'string', default: '1' }, count: { type: 'string' } },
});
export interface Acknowledged {
  readonly id: string;
  /** The number of the change; the note has it as its text. */
  readonly note?: number;
}

/** The field of the note of a dispatch. */
const NOTE = 'note:0191d000-0000-7000-8000-000000000001';
const FOLD_EVERY = 40;
const DISPATCHES = 8;

const writer = new LibraryWriter(values.data ?? '');
for (const _ of writer.recover());
const say = (acknowledged: Acknowledged) => writeSync(1, `${JSON.stringify(acknowledged)}\n`);

for (let i = 0; i < DISPATCHES; i++) add(writer, plain(`s${i}`, i));
const from = Number(values.from);
const end = from + Number(values.count ?? Number.POSITIVE_INFINITY);
for (let change = from; change < end; change++) {
  const id = `s${change % DISPATCHES}`;
  if (change % 3 === 0) {
    const added = `n${change}`;
    add(writer, plain(added, change));
    say({ id: added });
  }
  writer.marker.mark(
    [id],
    { bookmark: true, read: true, 'tag:hafen': true, [NOTE]: String(change) },
    new Date().toISOString(),
  );
  say({ id, note: change });
  if (change % FOLD_EVERY === 0) for (const _ of writer.fold());
}
writer.close();
