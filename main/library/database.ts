import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { takeDamagedMark } from './index-check.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Database = DatabaseSync;

/** Opens the index for reading only; a second connection beside the writer's (SQLite's WAL mode lets both go on). */
export function openForReading(path: string): Database {
  const db = new DatabaseSync(path, { readOnly: true });
  db.exec('PRAGMA query_only = 1; PRAGMA cache_size = -6000; PRAGMA mmap_size = 0; PRAGMA temp_store = memory;');
  return db;
}

/** Opens the index for writing. One that is missing, damaged or of another schema is made anew: `fresh` says so. */
export function openForWriting(path: string): { db: Database; fresh: boolean; damage?: string } {
  const existed = existsSync(path);
  if (takeDamagedMark(path)) return { db: create(path), fresh: true, damage: 'found by the check of the index' };
  try {
    const db = connect(path);
    if (existed && isSound(db)) return { db, fresh: false };
    db.close();
  } catch (error) {
    return { db: create(path), fresh: true, damage: String(error) };
  }
  return { db: create(path), fresh: true };
}

function connect(path: string): Database {
  const db = new DatabaseSync(path);
  configure(db);
  return db;
}

function configure(db: Database): void {
  // NORMAL in WAL mode keeps the file sound after a power cut and may lose the last commits: the journal has them.
  db.exec(
    'PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -16000; PRAGMA temp_store = memory;',
  );
  db.exec('PRAGMA wal_autocheckpoint = 12000; PRAGMA journal_size_limit = 67108864;');
}

function create(path: string): Database {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const db = new DatabaseSync(path);
  // Before the first table: lets retention give its pages back to the disk.
  db.exec('PRAGMA auto_vacuum = incremental;');
  configure(db);
  db.exec(`BEGIN; ${SCHEMA} COMMIT;`);
  return db;
}

function isSound(db: Database): boolean {
  const version = db.prepare('PRAGMA user_version').get()?.user_version;
  if (version !== SCHEMA_VERSION) return false;
  // Touches the root page of every table: what is cut off or overwritten at the front throws here.
  for (const table of ['meta', 'dispatch', 'packed', 'list', 'entry', 'text', 'status', 'file', 'carried', 'problem']) {
    db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
  }
  return true;
}
