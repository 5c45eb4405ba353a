import type { StatementSync } from 'node:sqlite';
import { foldLower, foldText } from '../../../preload/text/folded-text.ts';
import { connectText, type Database } from '../index/database.ts';
import type { SearchText, TextChange } from '../index/text-change.ts';
import { WordFilter } from './words.ts';

/** Some 20 ms of work. */
const PAGES_A_MERGE = 64;

/** Writes the search text, synchronously, on the thread it was created on. Only one may exist at a time. */
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

  /** Expects the file that `openText` created. */
  constructor(path: string) {
    this.db = connectText(path);
    this.put = this.db.prepare(
      'INSERT INTO text (rowid, headline, body, meta, place, earlier, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    // FTS5's shadow table with a row for each of its rows (sqlite.org/fts5.html, section 9): looking up in FTS5 itself, where hardly any
    // are found, takes a tenth of the time of inserting.
    this.known = this.db.prepare('SELECT id FROM text_docsize WHERE id IN (SELECT value FROM json_each(?))');
    this.remove = this.db.prepare('DELETE FROM text WHERE rowid = ?');
    this.word = this.db.prepare('INSERT INTO word (rowid, reversed) VALUES (?, ?)');
    this.arrived = this.db.prepare('UPDATE belongs SET change = ?');
    this.mergePages = this.db.prepare("INSERT INTO text (text, rank) VALUES ('merge', ?)");
    this.allChanges = this.db.prepare('SELECT total_changes() AS count');
  }

  /** Applies a change in the open transaction. Applying it twice is harmless: it may be sent again after a crash. */
  take({ number, afresh, texts }: TextChange): void {
    if (!this.db.isTransaction) this.db.exec('BEGIN IMMEDIATE');
    if (afresh !== undefined) this.empty(afresh);
    this.drop(texts.map(([n]) => n));
    const words = texts.flatMap(([n, text]) => (text ? this.words.unseen(this.write(n, text)) : []));
    if (words.length > 0) this.word.run(number, words.join(' '));
    this.arrived.run(number);
  }

  commit(): void {
    if (this.db.isTransaction) this.db.exec('COMMIT');
    if (!this.dropped) return;
    this.dropped = false;
    // Returns free pages to the file system.
    this.db.exec('PRAGMA incremental_vacuum');
  }

  /** Merges some of the segments that commits have left; false when nothing is left to merge. */
  merge(): boolean {
    const before = this.changes();
    this.mergePages.run(PAGES_A_MERGE);
    // FTS5 counts one change even if there was nothing to merge (sqlite.org/fts5.html, section 6.8).
    return this.changes() - before > 1;
  }

  rollback(): void {
    // The filter has seen words that are not in the list now.
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
    const place = foldText(text.place);
    const earlier = foldText(text.earlier);
    const note = foldText(text.note);
    this.put.run(n, headline, body, meta, place, earlier, note);
    return `${headline} ${meta} ${place} ${body} ${earlier} ${note}`;
  }

  private empty(token: string): void {
    this.db.exec(
      "INSERT INTO text (text) VALUES ('delete-all'); INSERT INTO word (word) VALUES ('delete-all'); DELETE FROM belongs;",
    );
    this.words = new WordFilter();
    this.db.prepare('INSERT INTO belongs VALUES (?, 0)').run(token);
    this.dropped = true;
  }
}
