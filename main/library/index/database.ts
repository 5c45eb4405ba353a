import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { isOutOfRoom, reasonMessageOf, reasonOf } from '../../errors.ts';
import { version as program } from '../../program/version.ts';
import { NewerFile } from '../record/migrations.ts';
import { statusFromLayout1 } from '../record/status-layout-1.ts';
import { damageOf, forgetDamage, isMarkedDamaged, markDamaged } from './index-check.ts';
import { MIGRATED_STATUS, PROGRAM, SCHEMA, SCHEMA_STEPS, SCHEMA_VERSION } from './schema.ts';
import { TEXT_PAGE, TEXT_SCHEMA, TEXT_VERSION } from './text-schema.ts';

export type Database = DatabaseSync;

/** Where the search text of an index lies: beside it. */
export const textPathOf = (indexPath: string): string => join(dirname(indexPath), 'search.sqlite');

/** Kilobytes of pages that answers are found among; the system keeps the rest of a file in its own cache. */
const READING_CACHE = 5_000;

/**
 * Opens the index for reading only, with so many kilobytes of pages in memory; a second connection beside the writer's (SQLite's
 * WAL mode lets both go on).
 */
export function openForReading(path: string, cache = 1_000): Database {
  const db = new DatabaseSync(path, { readOnly: true });
  db.exec(`PRAGMA query_only = 1; PRAGMA cache_size = -${cache}; PRAGMA mmap_size = 0; PRAGMA temp_store = memory;`);
  return db;
}

/** Opens the index for reading with its search text. */
export function openForSearching(path: string): Database {
  const db = openForReading(path, READING_CACHE);
  attachText(db, path);
  return db;
}

/** Lets a connection to an index read its search text as if it were part of it. */
export function attachText(db: Database, indexPath: string): void {
  db.prepare('ATTACH ? AS search').run(textPathOf(indexPath));
  db.exec(`PRAGMA search.cache_size = -${READING_CACHE};`);
}

interface Kind {
  readonly schema: string;
  readonly version: number;
  /** What leads from a version to the next one, as SQL. */
  readonly steps: ReadonlyMap<number, string>;
  readonly tables: readonly string[];
  /** Kilobytes of pages kept in memory while writing. */
  readonly cache: number;
  /** Bytes. */
  readonly page: number;
  /** Pages that SQLite's log may have before whoever commits has to move it. */
  readonly log: number;
}

const INDEX: Kind = {
  schema: SCHEMA,
  version: SCHEMA_VERSION,
  steps: SCHEMA_STEPS,
  tables: 'meta dispatch whole unsearched list entry status unfolded verdict file carried problem'.split(' '),
  cache: 6_000,
  page: 4_096,
  // Far more than an import writes until another thread has moved it (text/text-keeper.ts).
  log: 40_000,
};
const TEXT: Kind = {
  schema: TEXT_SCHEMA,
  version: TEXT_VERSION,
  steps: new Map(),
  tables: ['text', 'word', 'belongs'],
  cache: 3_000,
  page: TEXT_PAGE,
  log: 3_000,
};

export interface Opened {
  readonly db: Database;
  /** It was missing, damaged or of another schema, and is empty now. */
  readonly fresh: boolean;
  readonly damage?: Message;
}

/**
 * Opens the index for writing. One that is missing, damaged or of an unknown older schema is rebuilt: `fresh` says so. Throws
 * where there is no room to open it: that is no fault of the index, which may hold what nothing else does. Throws NewerFile where
 * a newer program wrote it: then the library's files may be newer, too.
 */
export function openForWriting(path: string): Opened {
  if (isMarkedDamaged(path)) blameText(path);
  else if (existsSync(path)) refuseNewer(path);
  return open(path, INDEX);
}

function refuseNewer(path: string): void {
  let db: Database | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    const version = versionOf(db);
    if (version <= SCHEMA_VERSION) return;
    const by = db.prepare('SELECT value FROM meta WHERE key = ?').get(PROGRAM)?.value;
    throw new NewerFile({ path, version, known: SCHEMA_VERSION }, by);
  } catch (error) {
    // Damage is dealt with where it is opened for use.
    if (error instanceof NewerFile) throw error;
  } finally {
    db?.close();
  }
}

/** Damage is noted of an index with its search text: where only the latter is to blame, the lists need not be rebuilt. */
function blameText(path: string): void {
  const text = textPathOf(path);
  if (damageIn(path) !== undefined) return;
  const damage = damageIn(text);
  if (damage === undefined) return;
  markDamaged(text, damage);
  forgetDamage(path);
}

function damageIn(path: string): string | undefined {
  if (!existsSync(path)) return 'it is missing';
  let db: Database | undefined;
  try {
    db = new DatabaseSync(path);
    return damageOf(db);
  } catch (error) {
    return reasonOf(error);
  } finally {
    db?.close();
  }
}

/**
 * Opens an index's search text for writing. Made anew, and without a token, where it is not that of the index (`token`) or lacks
 * a change that the index believes to be in it (`lastArrived`): a power cut takes the end of each log by itself. `change` is
 * the last one it has.
 */
export function openText(path: string, token: string, lastArrived: number): Opened & { readonly change: number } {
  const opened = open(path, TEXT);
  if (opened.fresh) return { ...opened, change: 0 };
  const belongs = opened.db.prepare('SELECT token, change FROM belongs').get();
  const change = Number(belongs?.change ?? 0);
  if (belongs?.token === token && change >= lastArrived) return { ...opened, change };
  opened.db.close();
  const damage = belongs?.token === token ? { damage: message('damage.last-changes') } : {};
  return { db: create(path, TEXT), fresh: true, change: 0, ...damage };
}

/** A connection that only moves what stands in the log of an index into the index (SQLite's checkpoint). */
export function openForMoving(path: string): Database {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA cache_size = -200;');
  return db;
}

/** A further connection to a search text that `openText` has made. */
export const connectText = (path: string): Database => connect(path, TEXT);

function open(path: string, kind: Kind): Opened {
  if (isMarkedDamaged(path)) {
    const db = create(path, kind);
    forgetDamage(path);
    return { db, fresh: true, damage: message('damage.in-use') };
  }
  if (!existsSync(path)) return { db: create(path, kind), fresh: true };
  let db: Database | undefined;
  let damage: Message | undefined;
  try {
    db = connect(path, kind);
    bringUpToDate(db, kind);
    if (isSound(db, kind)) {
      if (isWhole(path, db)) return { db, fresh: false };
      damage = message('damage.cut');
    }
  } catch (error) {
    damage = reasonMessageOf(error);
    if (isOutOfRoom(error)) {
      db?.close();
      throw error;
    }
  }
  // Before its file is removed: some systems remove no file that is open.
  db?.close();
  return { db: create(path, kind), fresh: true, ...(damage !== undefined && { damage }) };
}

/** The file has all the pages it says it has, unless some of them stand in the log. */
function isWhole(path: string, db: Database): boolean {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return true;
  const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count);
  return statSync(path).size >= pages * Number(db.prepare('PRAGMA page_size').get()?.page_size);
}

function connect(path: string, kind: Kind): Database {
  const db = new DatabaseSync(path);
  try {
    configure(db, kind);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function configure(db: Database, { cache, log }: Kind): void {
  // NORMAL in WAL mode keeps the file sound after a power cut and may lose the last commits: the journal has them.
  db.exec(
    `PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -${cache}; PRAGMA temp_store = memory;`,
  );
  db.exec(`PRAGMA wal_autocheckpoint = ${log}; PRAGMA journal_size_limit = 67108864;`);
}

function create(path: string, kind: Kind): Database {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const db = new DatabaseSync(path);
  // Before the first table: lets retention give its pages back to the disk. The size first: auto_vacuum settles it.
  db.exec(`PRAGMA page_size = ${kind.page}; PRAGMA auto_vacuum = incremental;`);
  configure(db, kind);
  db.exec(`BEGIN; ${kind.schema} COMMIT;`);
  return db;
}

const versionOf = (db: Database): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

function bringUpToDate(db: Database, { version, steps }: Kind): void {
  const from = versionOf(db);
  if (from >= version || !steps.has(from)) return;
  db.function(MIGRATED_STATUS, { deterministic: true }, migratedStatus);
  db.exec('BEGIN');
  try {
    for (let at = from; at < version; at++) db.exec(steps.get(at) ?? '');
    db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(PROGRAM, program);
    db.exec(`PRAGMA user_version = ${version}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const migratedStatus = (json: SQLOutputValue): string => JSON.stringify(statusFromLayout1(JSON.parse(String(json))));

function isSound(db: Database, { version, tables }: Kind): boolean {
  if (versionOf(db) !== version) return false;
  // Touches the root page of every table: what is cut off or overwritten at the front throws here.
  for (const table of tables) db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
  return true;
}
