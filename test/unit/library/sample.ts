import type { ReadFile } from '../../../main/library/changes/read-files.ts';
import { type Prepared, prepare } from '../../../main/library/index/index-entry.ts';
import { viewOf } from '../../../main/library/record/status.ts';
import { LibraryWriter } from '../../../main/library/worker/writer.ts';
import type { Block, Dispatch } from '../../../main/wire/dispatch.ts';

/** An invented dispatch; paragraphs may be given as plain strings. */
export function dispatch(change: Omit<Partial<Dispatch>, 'body'> & { body?: (string | Block)[] } = {}): Dispatch {
  const { body = ['Der Stadtrat hat am Montag über den neuen Radweg beraten und ihn beschlossen.'], ...rest } = change;
  return {
    id: 'radweg',
    version: 1,
    status: 'usable',
    headline: 'Stadtrat beschließt Radweg',
    categories: ['Inland'],
    keywords: [],
    urgency: 5,
    source: 'dts-nachrichtenagentur.de',
    publishedAt: '2025-11-10T09:30:00+01:00',
    receivedAt: '2025-11-10T08:31:00.000Z',
    notes: [],
    related: [],
    file: { path: 'radweg.txt', size: 900, sha256: 'ab', encoding: 'utf-8', format: 'dts', warnings: [] },
    ...rest,
    body: body.map((block) => (typeof block === 'string' ? { type: 'paragraph', text: block } : block)),
  };
}

/** The field of a note. */
export const NOTE = 'note:0191d000-0000-7000-8000-000000000001';

/** The status of a dispatch as the window gets it. */
export const statusOf = ({ store }: LibraryWriter, id: string) => viewOf(store.status(id));

/** A file that contains these dispatches. */
export const fileOf = (path: string, ...dispatches: Dispatch[]): ReadFile => ({
  path,
  size: 900,
  mtime: 1_762_760_000_000,
  ctime: 1_762_760_000_000,
  sha256: 'ab',
  dispatches: dispatches.map((one): Prepared => prepare({ ...one, file: { ...one.file, path } })),
});

/** A writer whose index is up to date; the caller closes it. */
export function openWriter(folder: string): LibraryWriter {
  const writer = new LibraryWriter(folder);
  for (const _ of writer.recover());
  return writer;
}

/** Adds dispatches, each in its own file. */
export function add(writer: LibraryWriter, ...dispatches: Dispatch[]) {
  const taken = writer.add(dispatches.map((one) => fileOf(`${one.id}-${one.version}.txt`, one)));
  writer.commit();
  return taken;
}

/** Runs all steps and returns the answer. */
export function whole<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
