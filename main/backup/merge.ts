import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { Bookmark, type ImportCounts, Library, LibraryFiles, prepare } from '../library/library.ts';
import { Dispatch } from '../wire/dispatch.ts';

/** What a merged backup brought: new dispatches and versions. */
export interface Merged {
  readonly dispatches: number;
}

const DISPATCHES_A_BATCH = 500;
/** Stands for the file that dispatches were read from; no file of a wire folder has this path. */
const BACKUP_PATH = 'backup:';

/** Adds what another data folder has, one day at a time. Nobody may have that folder open. */
export async function mergeRecord(library: Library, other: string): Promise<Merged> {
  if (hasJournal(other)) await foldJournal(other);
  const files = new LibraryFiles(other, () => undefined);
  const port = library.inboxPort();
  let dispatches = 0;
  const add = async (found: readonly Dispatch[]) => {
    for (let at = 0; at < found.length; at += DISPATCHES_A_BATCH) {
      const { new: fresh, versions } = await sent(port, found.slice(at, at + DISPATCHES_A_BATCH));
      dispatches += fresh + versions;
    }
  };
  try {
    for (const day of files.days()) {
      await add(files.day(day).data.map(({ json }) => Dispatch.parse(JSON.parse(json))));
      // Bookmarked dispatches outlive their days.
      const bookmarks = files.bookmarks(day).data.map((text) => Bookmark.parse(JSON.parse(text)));
      await add(bookmarks.map(({ dispatch }) => dispatch));
      const statuses = [
        ...Object.entries(files.statuses(day).data).map(([id, status]) => ({ id, status })),
        ...bookmarks.map(({ dispatch, status }) => ({ id: dispatch.id, status })),
      ];
      if (statuses.length > 0) await library.sharing.mergeOurs(statuses);
    }
    return { dispatches };
  } finally {
    port.close();
  }
}

const Receipt = z.object({ imported: z.object({ new: z.int(), versions: z.int() }).optional() });

/** Sends one batch and waits until it is in the library. */
async function sent(
  port: MessagePort,
  dispatches: readonly Dispatch[],
): Promise<Pick<ImportCounts, 'new' | 'versions'>> {
  const answered = once(port, 'message');
  const file = { path: BACKUP_PATH, size: 0, mtime: 0, ctime: 0, sha256: '' };
  port.postMessage({ kind: 'files', files: [{ ...file, dispatches: dispatches.map(prepare) }], more: false });
  const [receipt] = await answered;
  const { imported } = Receipt.parse(receipt);
  // The library has told the user why.
  if (!imported) throw new UserError(message('backup.not-merged'));
  return imported;
}

function hasJournal(folder: string): boolean {
  const journal = join(folder, 'journal');
  return existsSync(journal) && readdirSync(journal).some((name) => statSync(join(journal, name)).size > 0);
}

/** Opening and closing a library folds its journal into its day files. */
async function foldJournal(folder: string): Promise<void> {
  const { promise: recovered, resolve, reject } = Promise.withResolvers<void>();
  recovered.catch(() => undefined);
  const library = await Library.open(folder, {
    arrived: () => undefined,
    changed: () => undefined,
    rebuilding: (progress) => {
      if (!progress) resolve();
    },
    failed: reject,
    notices: () => undefined,
    over: () => undefined,
  });
  try {
    await recovered;
  } finally {
    await library.close();
  }
}
