import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A file that wants to be read. */
export interface Waiting {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Files that are looked out at a time, and at least so many of them beyond those that are taken. */
const AHEAD = 160;

/**
 * The files that want to be read, newest first. They stand in a temporary database that SQLite keeps on disk beyond a small
 * cache and removes by itself: memory does not grow with the number of files that wait.
 */
export class WaitingFiles {
  private readonly db: DatabaseSync;
  private readonly put: StatementSync;
  private readonly renew: StatementSync;
  private readonly newest: StatementSync;
  private readonly remove: StatementSync;
  private readonly soon: (paths: readonly string[]) => void;
  /** The next ones to be taken, by their paths and out of the database already. */
  private readonly head = new Map<string, Waiting>();
  private count = 0;

  /** `soon` hears of files some hundred before they are taken. */
  constructor(soon: (paths: readonly string[]) => void) {
    this.soon = soon;
    // An empty name is a private database on disk (sqlite.org/inmemorydb.html, "Temporary Databases").
    this.db = new DatabaseSync('');
    this.db.exec('PRAGMA cache_size = -2000; PRAGMA synchronous = off; PRAGMA journal_mode = off;');
    this.db.exec('CREATE TABLE waiting (path TEXT PRIMARY KEY, mtime INTEGER NOT NULL) WITHOUT ROWID');
    this.db.exec('CREATE INDEX by_time ON waiting (mtime)');
    this.put = this.db.prepare('INSERT OR IGNORE INTO waiting VALUES (?, ?)');
    this.renew = this.db.prepare('UPDATE waiting SET mtime = ? WHERE path = ?');
    this.newest = this.db.prepare('SELECT path, mtime FROM waiting ORDER BY mtime DESC LIMIT ?');
    this.remove = this.db.prepare('DELETE FROM waiting WHERE path = ?');
  }

  get size(): number {
    return this.head.size + this.count;
  }

  add(files: readonly Waiting[]): void {
    this.db.exec('BEGIN');
    for (const { path, mtime } of files) this.addOne(path, Math.trunc(mtime));
    this.db.exec('COMMIT');
  }

  /** Takes the newest files out; what has come since the last hundreds were looked out waits for those. */
  take(most: number): Waiting[] {
    while (this.count > 0 && this.head.size < most + AHEAD) this.lookOut();
    const files = [...this.head.values()].slice(0, most);
    for (const { path } of files) this.head.delete(path);
    return files;
  }

  private lookOut(): void {
    const files = this.newest.all(AHEAD).map((row) => ({ path: String(row.path), mtime: Number(row.mtime) }));
    this.db.exec('BEGIN');
    for (const { path } of files) this.remove.run(path);
    this.db.exec('COMMIT');
    this.count -= files.length;
    for (const file of files) this.head.set(file.path, file);
    this.soon(files.map(({ path }) => path));
  }

  close(): void {
    this.db.close();
  }

  private addOne(path: string, mtime: number): void {
    // What is about to be taken is read as it will be then.
    if (this.head.has(path)) return;
    if (this.put.run(path, mtime).changes === 0) this.renew.run(mtime, path);
    else this.count += 1;
  }
}
