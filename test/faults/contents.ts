import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewOf } from '../../main/library/record/status.ts';
import { LibraryWriter } from '../../main/library/worker/writer.ts';
import type { Acknowledged } from './desk.ts';

/** What a library shows: each dispatch with its status, and the ids that occur more than once. */
export interface Contents {
  readonly shown: ReadonlyMap<string, ReturnType<typeof viewOf>>;
  readonly headlines: readonly string[];
  readonly doubled: readonly string[];
}

export function contentsOf(folder: string): Contents {
  const writer = new LibraryWriter(folder);
  for (const _ of writer.recover());
  const rows = writer.store.sql("SELECT d.id, d.row ->> 'headline' AS headline FROM dispatch d WHERE d.head = 1").all();
  const ids = rows.map(({ id }) => String(id));
  const headlines = rows.map(({ headline }) => String(headline));
  const shown = new Map(ids.map((id) => [id, viewOf(writer.store.status(id))]));
  const doubled = [
    ...ids.filter((id, i) => ids.indexOf(id) < i),
    ...headlines.filter((one, i) => headlines.indexOf(one) < i),
  ];
  writer.close();
  return { shown, headlines, doubled };
}

/** The contents of a library as it opens now, and as its files alone have them, without index and journal. */
export const both = (folder: string): readonly [now: Contents, files: Contents] => [
  contentsOf(folder),
  without(folder, /^(?:index|search)\.sqlite|^journal$/),
];

/** The contents of a library that lost its index. */
export const withoutIndex = (folder: string): Contents => without(folder, /^(?:index|search)\.sqlite/);

function without(folder: string, names: RegExp): Contents {
  const copy = mkdtempSync(join(tmpdir(), 'depesche-faults-'));
  try {
    cpSync(folder, copy, { recursive: true });
    for (const name of readdirSync(copy)) if (names.test(name)) rmSync(join(copy, name), { recursive: true });
    return contentsOf(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Throws unless everything acknowledged is there, once, with its newest marks. */
export function holds(acknowledged: readonly Acknowledged[], ...libraries: readonly Contents[]): void {
  for (const { shown, doubled } of libraries) {
    if (doubled.length > 0) throw new Error(`doubled: ${doubled.join(', ')}`);
    for (const { id, note } of acknowledged) {
      const status = shown.get(id);
      if (!status) throw new Error(`lost: ${id}`);
      if (note === undefined) continue;
      // A later note may have been set and not yet acknowledged.
      const text = Math.max(...status.notes.map((one) => Number(one.text)));
      if (!(text >= note)) throw new Error(`lost: note ${note} of ${id}, which is ${text}`);
      if (!status.bookmarked || !status.tags.includes('hafen')) throw new Error(`lost: marks of ${id}`);
    }
  }
}
