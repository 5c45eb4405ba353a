import type { StatementSync } from 'node:sqlite';
import { foldLower, foldText } from '../../../preload/text/folded-text.ts';
import { connectText, type Database } from '../index/database.ts';
import type { SearchText, TextChange } from '../index/text-change.ts';
import { WordFilter } from './words.ts';

/** Some 20 ms of work. */
const PAGES_A_MERGE = 64;

/** Writes the search text. Synchronous, on whatever thread it is made; one at a time. */
export class TextIndex {
  private readonly db: Database;
  private readonly put: StatementSync;
  private readonly known: StatementSync;
  private readonly remove: StatementSync;
  private readonly word: StatementSync;
  private readonly arrived: StatementSync;
  private readonly mergePages: StatementSync;
  private readonly allChanges: StatementSync;
  private words = new WordFilter();
  private dropped = false;

  /** The file is there: `openText` has made it. */
  constructor(path: string) {
    this.db = connectText(path);
    this.put = this.db.prepare('INSERT INTO text (rowid, headline, body, meta) VALUES (?, ?, ?, ?)');
    // The table beside FTS5's own that has a row for each of its rows (sqlite.org/fts5.html, section 9): to ask FTS5 for rows that
    // are hardly ever there takes a tenth of the time that it takes to put them in.
    this.known = this.db.prepare('SELECT id FROM text_docsize WHERE id IN (SELECT value FROM json_each(?))');
    this.remove = this.db.prepare('DELETE FROM text WHERE rowid = ?');
    this.word = this.db.prepare('INSERT OR IGNORE INTO word VALUES (?)');
    this.arrived = this.db.prepare('UPDATE belongs SET change = ?');
    this.mergePages = this.db.prepare("INSERT INTO text (text, rank) VALUES ('merge', ?)");
    this.allChanges = this.db.prepare('SELECT total_changes() AS count');
  }

  /** Takes a change into the open transaction. Taking it in twice is harmless: it may be brought again after a crash. */
  take({ number, afresh, texts }: TextChange): void {
    if (!this.db.isTransaction) this.db.exec('BEGIN IMMEDIATE');
    if (afresh !== undefined) this.empty(afresh);
    this.drop(texts.map(([n]) => n));
    const words = texts.flatMap(([n, text]) => (text ? this.words.unseen(this.write(n, text)) : []));
    // Sorted: neighbours in the tree are written together.
    for (const word of words.sort()) this.word.run(word);
    this.arrived.run(number);
  }

  commit(): void {
    if (this.db.isTransaction) this.db.exec('COMMIT');
    if (!this.dropped) return;
    this.dropped = false;
    // Pages that became free go back to the disk.
    this.db.exec('PRAGMA incremental_vacuum');
  }

  /** Puts some of the pieces together that the commits have left; false when there are no more that are worth it. */
  merge(): boolean {
    const before = this.changes();
    this.mergePages.run(PAGES_A_MERGE);
    // It counts one change even where nothing was to be done (sqlite.org/fts5.html, section 6.8).
    return this.changes() - before > 1;
  }

  rollback(): void {
    // The list lacks words that it has passed on.
    this.words = new WordFilter();
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }

  close(): void {
    this.db.close();
  }

  private changes(): number {
    return Number(this.allChanges.get()?.count);
  }

  private drop(places: readonly number[]): void {
    for (const { id } of this.known.all(JSON.stringify(places))) {
      this.remove.run(Number(id));
      this.dropped = true;
    }
  }

  /** Makes a text searchable and returns it as it was folded. */
  private write(n: number, text: SearchText): string {
    const headline = foldText(text.headline);
    const body = foldLower(text.body);
    const meta = foldText(text.meta);
    this.put.run(n, headline, body, meta);
    return `${headline} ${meta} ${body}`;
  }

  private empty(token: string): void {
    this.db.exec("INSERT INTO text (text) VALUES ('delete-all'); DELETE FROM word; DELETE FROM belongs;");
    this.words = new WordFilter();
    this.db.prepare('INSERT INTO belongs VALUES (?, 0)').run(token);
    this.dropped = true;
  }
}
