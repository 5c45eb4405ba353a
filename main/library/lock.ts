import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second process out of a library. The lock is the operating system's own on an SQLite file: it is gone the moment
 * the process is, so a crash leaves nothing to clean up. Undefined when another process holds it.
 */
export function lockLibrary(path: string): { release(): void } | undefined {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA locking_mode = exclusive; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (error) {
    db.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
  return { release: () => db.close() };
}
