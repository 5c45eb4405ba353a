import type { StatementSync } from 'node:sqlite';
import { connectText, type Database } from '../database.ts';
import { foldLower, foldText } from '../search/folded-text.ts';
import { WordFilter } from '../search/words.ts';
import type { SearchText, TextChange } from './text-change.ts';

/** Writes the search text. Synchronous, on whatever thread it is made; one at a time. */
export class TextIndex {
  private readonly db: Database;
  private readonly put: StatementSync;
  private readonly drop: StatementSync;
  private readonly word: StatementSync;
  private words = new WordFilter();
  private dropped = false;

  /** The file is there: `openText` has made it. */
  constructor(path: string) {
    this.db = connectText(path);
    this.put = this.db.prepare('INSERT INTO text (rowid, headline, body, meta) VALUES (?, ?, ?, ?)');
    this.drop = this.db.prepare('DELETE FROM text WHERE rowid = ?');
    this.word = this.db.prepare('INSERT OR IGNORE INTO word VALUES (?)');
  }

  /** Takes a change into the open transaction. Taking it in twice is harmless: it may be brought again after a crash. */
  take({ afresh, texts }: TextChange): void {
    if (!this.db.isTransaction) this.db.exec('BEGIN IMMEDIATE');
    if (afresh !== undefined) this.empty(afresh);
    const words: string[] = [];
    for (const [n, text] of texts) {
      const { changes } = this.drop.run(n);
      if (text) words.push(...this.write(n, text));
      else if (changes !== 0) this.dropped = true;
    }
    // In order, so that neighbours in the tree are written together.
    for (const word of words.sort()) this.word.run(word);
  }

  commit(): void {
    if (this.db.isTransaction) this.db.exec('COMMIT');
    if (!this.dropped) return;
    this.dropped = false;
    // Pages that became free go back to the disk.
    this.db.exec('PRAGMA incremental_vacuum');
  }

  rollback(): void {
    // It believes of words that they are in the list, and they are not.
    this.words = new WordFilter();
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }

  close(): void {
    this.db.close();
  }

  /** Lets a text be found and returns its words that are new to the list. */
  private write(n: number, text: SearchText): string[] {
    const headline = foldText(text.headline);
    const body = foldLower(text.body);
    this.put.run(n, headline, body, foldText(text.meta));
    return this.words.fresh(`${headline} ${body}`);
  }

  private empty(token: string): void {
    this.db.exec("INSERT INTO text (text) VALUES ('delete-all'); DELETE FROM word; DELETE FROM belongs;");
    this.words = new WordFilter();
    this.db.prepare('INSERT INTO belongs VALUES (?)').run(token);
    this.dropped = true;
  }
}
