import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../../errors.ts';
import { makeFolder } from '../../make-folder.ts';

/** Folders and files that are written in place. Others are replaced, which only needs write access to their folder. */
const FOLDER = /^(?:journal|library)$/;
const FILE = /\.sqlite(?:-wal|-shm)?$/;

/**
 * Makes a data folder where there is none, for this user alone. Throws with what to do where a part of it is a folder instead of a
 * file or the other way round, and where it, or a part of it, may not be written to: a copy on a read-only drive (answers are given
 * from an index beside the library), or a library that was once opened as another user.
 */
export function makeWritable(dataFolder: string): void {
  mayWrite(dataFolder, () => {
    makeFolder(dataFolder, 0o700);
    accessSync(dataFolder, constants.W_OK);
  });
  for (const name of readdirSync(dataFolder).filter((one) => FOLDER.test(one) || FILE.test(one))) {
    const path = join(dataFolder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && FOLDER.test(name) && !stats.isDirectory())
      throw new UserError(message('library.needs-folder', { path }));
    if (stats && FILE.test(name) && !stats.isFile()) throw new UserError(message('library.needs-file', { path }));
    // SQLite's own files beside its databases come and go with the process that has them open.
    mayWrite(path, () => existsSync(path) && accessSync(path, constants.R_OK | constants.W_OK));
  }
}

function mayWrite(path: string, attempt: () => unknown): void {
  try {
    attempt();
  } catch (error) {
    throw new UserError(message('library.not-writable', { path, reason: reasonMessageOf(error) }));
  }
}
