import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { isOutOfRoom, reasonMessageOf, reasonOf } from '../../errors.ts';
import { version as program } from '../../program/version.ts';
import { NewerFile } from '../record/migrations.ts';
import { statusFromLayout1 } from '../record/status-layout-1.ts';
import { contentLists } from './content-lists.ts';
import { checkAfterCrash, damageOf, forgetDamage, isMarkedDamaged, markDamaged } from './index-check.ts';
import { unpacked } from './packed.ts';
import { CONTENT_LISTS, MIGRATED_STATUS, PROGRAM, SCHEMA, SCHEMA_STEPS, SCHEMA_VERSION } from './schema.ts';
import { TEXT_PAGE, TEXT_SCHEMA, TEXT_STEPS, TEXT_VERSION } from './text-schema.ts';

export type Database = DatabaseSync;

/** The path of the search text of an index, in the same folder. */
export const textPathOf = (indexPath: string): string => join(dirname(indexPath), 'search.sqlite');

/** Kilobytes of page cache for reading; the system caches the rest of the file. */
const READING_CACHE = 5_000;

/**
 * Opens the index for reading only, with a page cache of `cache` kilobytes. It works while the writer has its own connection
 * open (SQLite's WAL mode).
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

/** Attaches the search text of an index to a connection. */
export function attachText(db: Database, indexPath: string): void {
  db.prepare('ATTACH ? AS search').run(textPathOf(indexPath));
  db.exec(`PRAGMA search.cache_size = -${READING_CACHE};`);
}

interface Kind {
  readonly schema: string;
  readonly version: number;
  /** The SQL that migrates from one version to the next. */
  readonly steps: ReadonlyMap<number, string>;
  readonly tables: readonly string[];
  /** Kilobytes of pages kept in memory while writing. */
  readonly cache: number;
  /** Bytes. */
  readonly page: number;
  /** Pages in SQLite's log beyond which the next commit has to checkpoint it. */
  readonly log: number;
}

const INDEX: Kind = {
  schema: SCHEMA,
  version: SCHEMA_VERSION,
  steps: SCHEMA_STEPS,
  tables:
    'meta dispatch whole unsearched list entry status status_apart unfolded verdict file carried problem unsent unsent_dispatch story story_keys keys_data pending'.split(
      ' ',
    ),
  cache: 6_000,
  page: 4_096,
  // Far more than an import writes before another thread checkpoints it (search-text/text-keeper.ts).
  log: 40_000,
};
const TEXT: Kind = {
  schema: TEXT_SCHEMA,
  version: TEXT_VERSION,
  steps: TEXT_STEPS,
  tables: ['text', 'word_data', 'belongs'],
  cache: 3_000,
  page: TEXT_PAGE,
  log: 3_000,
};

export interface Opened {
  readonly db: Database;
  /** It was missing, damaged or had another schema, and is empty now. */
  readonly fresh: boolean;
  readonly damage?: Message;
}

/**
 * Opens the index for writing. A missing or damaged index, or one with an unknown older schema, is replaced by an empty one:
 * `fresh` says so. Throws if the disk is too full to open it: the index itself is fine and may contain data that nothing else
 * has. Throws NewerFile if a newer program wrote it: then the library's files may be newer, too.
 */
export function openForWriting(path: string): Opened {
  if (isMarkedDamaged(path)) blameText(path);
  else if (existsSync(path)) refuseNewer(path);
  checkAfterCrash(path, [`${path}-wal`, `${textPathOf(path)}-wal`]);
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
    // Damage is handled when it is opened for use.
    if (error instanceof NewerFile) throw error;
  } finally {
    db?.close();
  }
}

/** Damage is recorded for index and search text together: if only the search text is damaged, the lists need not be rebuilt. */
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
 * Opens an index's search text for writing. Creates an empty one without a token if it belongs to another index (`token`) or
 * lacks a change that the index believes to be in it (`lastArrived`): a power cut can truncate the two logs at different
 * points. `change` is the last change it has.
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

/** A connection that only checkpoints the log of an index. */
export function openForMoving(path: string): Database {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA cache_size = -200;');
  return db;
}

/** Another connection to a search text created by `openText`. */
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
  // Before its file is removed: some systems do not remove open files.
  db?.close();
  return { db: create(path, kind), fresh: true, ...(damage !== undefined && { damage }) };
}

/** Whether the file has all the pages its header counts, unless some of them are still in the log. */
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
  // NORMAL in WAL mode keeps the file intact after a power cut but may lose the last commits: the journal has them.
  db.exec(
    `PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -${cache}; PRAGMA temp_store = memory;`,
  );
  db.exec(`PRAGMA wal_autocheckpoint = ${log}; PRAGMA journal_size_limit = 67108864;`);
}

function create(path: string, kind: Kind): Database {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const db = new DatabaseSync(path);
  // Must precede the first table. auto_vacuum lets retention return pages to the disk; page_size comes first because
  // auto_vacuum fixes it.
  db.exec(`PRAGMA page_size = ${kind.page}; PRAGMA auto_vacuum = incremental;`);
  configure(db, kind);
  db.exec(`BEGIN; ${kind.schema} COMMIT;`);
  return db;
}

const versionOf = (db: Database): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

function bringUpToDate(db: Database, { version, steps, tables }: Kind): void {
  const from = versionOf(db);
  if (from >= version || !steps.has(from)) return;
  db.function(MIGRATED_STATUS, { deterministic: true }, migratedStatus);
  db.function(CONTENT_LISTS, { deterministic: true }, listsOfJson);
  db.exec('BEGIN');
  try {
    for (let at = from; at < version; at++) db.exec(steps.get(at) ?? '');
    if (tables.includes('meta')) db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(PROGRAM, program);
    db.exec(`PRAGMA user_version = ${version}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const migratedStatus = (json: SQLOutputValue): string => JSON.stringify(statusFromLayout1(JSON.parse(String(json))));

const listsOfJson = (kept: SQLOutputValue): string =>
  JSON.stringify(contentLists(JSON.parse(unpacked(kept) ?? 'null')));

function isSound(db: Database, { version, tables }: Kind): boolean {
  if (versionOf(db) !== version) return false;
  // Reads the root page of every table: a file truncated or overwritten at the start throws here.
  for (const table of tables) db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
  return true;
}
