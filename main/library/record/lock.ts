import { accessSync, constants, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../../errors.ts';

/**
 * Keeps a second process out of a library. The lock is the operating system's own on an SQLite file: it ends with the process,
 * so a crash leaves nothing to clean up. Undefined if another process has it. Throws an error with the path if the file cannot
 * be used at all.
 */
export function lockLibrary(path: string): { release(): void } | undefined {
  try {
    return take(path);
  } catch (error) {
    if (!isOf(error, /not a database|malformed/i))
      throw new UserError(message('library.no-lock', { path, reason: reasonMessageOf(error) }));
    // A held lock would have been reported first, so the file is free to be replaced; it has no content.
    rmSync(path, { force: true });
    return take(path);
  }
}

function take(path: string): { release(): void } | undefined {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA locking_mode = exclusive; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
    // SQLite opens a file that may only be read all the same, and then its lock keeps nobody out.
    accessSync(path, constants.W_OK);
  } catch (error) {
    db.close();
    if (isOf(error, /locked|busy/i)) return undefined;
    throw error;
  }
  return { release: () => db.close() };
}

const isOf = (error: unknown, kind: RegExp): boolean => error instanceof Error && kind.test(error.message);
