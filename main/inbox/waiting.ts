import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A file that is to be read. */
export interface Waiting {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/**
 * The files that are to be read, newest first, in a temporary database that SQLite keeps on disk beyond a small cache and removes by
 * itself. A million of them take 40 MB here; a Map with a sorted array of its keys takes 160 MB, and the import then exceeds
 * its 300 MB.
 */
export class WaitingFiles {
  // An empty name is a private database on disk (sqlite.org/inmemorydb.html, "Temporary Databases").
  private readonly db = new DatabaseSync('');
  private readonly insert: StatementSync;
  private readonly update: StatementSync;
  private readonly newest: StatementSync;
  private count = 0;

  constructor() {
    this.db.exec('PRAGMA cache_size = -2000; PRAGMA synchronous = off; PRAGMA journal_mode = off;');
    this.db.exec('CREATE TABLE waiting (path TEXT PRIMARY KEY, mtime INTEGER NOT NULL) WITHOUT ROWID');
    this.db.exec('CREATE INDEX by_time ON waiting (mtime)');
    this.insert = this.db.prepare('INSERT OR IGNORE INTO waiting VALUES (?, ?)');
    this.update = this.db.prepare('UPDATE waiting SET mtime = max(mtime, ?) WHERE path = ?');
    this.newest = this.db.prepare(
      'DELETE FROM waiting WHERE path IN (SELECT path FROM waiting ORDER BY mtime DESC LIMIT ?) RETURNING path, mtime',
    );
  }

  get size(): number {
    return this.count;
  }

  /** Adds files; one that is waiting already gets its new time if that is later. */
  add(files: readonly Waiting[]): void {
    this.db.exec('BEGIN');
    for (const { path, mtime } of files) {
      const time = Math.trunc(mtime);
      if (this.insert.run(path, time).changes === 0) this.update.run(time, path);
      else this.count += 1;
    }
    this.db.exec('COMMIT');
  }

  /** Removes the newest files, `most` of them or fewer, and returns them, the newest first. */
  take(most: number): Waiting[] {
    const files = this.newest.all(most).map((row) => ({ path: String(row.path), mtime: Number(row.mtime) }));
    this.count -= files.length;
    return files.sort((a, b) => b.mtime - a.mtime);
  }

  close(): void {
    this.db.close();
  }
}
