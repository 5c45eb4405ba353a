import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../../errors.ts';

/**
 * Keeps a second process out of a library. The lock is the operating system's own on an SQLite file: it is gone the moment
 * the process is, so a crash leaves nothing to clean up. Undefined when another process holds it.
 * Throws an error that names the file where it can be made by nobody.
 */
export function lockLibrary(path: string): { release(): void } | undefined {
  try {
    return take(path);
  } catch (error) {
    if (!isOf(error, /not a database|malformed/i))
      throw new UserError(message('library.no-lock', { path, reason: reasonMessageOf(error) }));
    // Whoever holds the lock is asked first, so nobody does: there is nothing in the file, and another one does as well.
    rmSync(path, { force: true });
    return take(path);
  }
}

function take(path: string): { release(): void } | undefined {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA locking_mode = exclusive; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (error) {
    db.close();
    if (isOf(error, /locked|busy/i)) return undefined;
    throw error;
  }
  return { release: () => db.close() };
}

const isOf = (error: unknown, kind: RegExp): boolean => error instanceof Error && kind.test(error.message);
