import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../../errors.ts';

/** Files that are written in place. Others are replaced, which only needs write access to their folder. */
const WRITTEN_TO = /^(?:journal|library)$|\.sqlite(?:-wal|-shm)?$/;

/**
 * Creates the data folder if it is missing, for this user only. Throws a message for the user if it, or a file in it, is not
 * writable: a copy on a read-only drive (the index next to the library is needed), or a library once opened by another user.
 */
export function makeWritable(dataFolder: string): void {
  mayWrite(dataFolder, () => {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK);
  });
  for (const name of readdirSync(dataFolder).filter((one) => WRITTEN_TO.test(one))) {
    const path = join(dataFolder, name);
    // SQLite's temporary files next to its databases come and go with the process that has them open.
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
