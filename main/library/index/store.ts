import type { StatementSync } from 'node:sqlite';
import type { Status } from '../record/status.ts';
import { ChangedPeriods } from './changed-periods.ts';
import type { Database } from './database.ts';
import { Lists } from './lists.ts';
import { PendingTexts } from './pending-texts.ts';
import { Statements } from './statements.ts';
import { statusWithId } from './statuses.ts';
import { StoryCandidates } from './story-candidates.ts';
import type { TextChange } from './text-change.ts';

/** The index's connection and its transactions, which also write the totals of lists and the pending texts. */
export class Store {
  readonly db: Database;
  readonly lists: Lists;
  readonly texts: PendingTexts;
  /** Where something has changed, or was about to before a rollback. */
  readonly changed = new ChangedPeriods();
  readonly storyCandidates: StoryCandidates;
  /** The changes of the open transaction were rolled back. */
  onRollback: () => void = () => {};
  /** Called after a commit with the changes for the search text. */
  onTextChange: (change: TextChange) => void = () => {};
  private readonly statements: Statements;

  constructor(db: Database) {
    this.db = db;
    this.statements = new Statements(db);
    this.lists = new Lists(this.statements);
    this.texts = new PendingTexts(db, this.statements, this.changed);
    this.storyCandidates = new StoryCandidates(this.statements);
  }

  /** The prepared statement of a text. */
  sql(text: string): StatementSync {
    return this.statements.get(text);
  }

  /** Opens a transaction that `commit` ends, unless one is open. */
  begin(): void {
    // Not "immediate": that would also lock the attached search text, which has its own writer.
    if (!this.db.isTransaction) this.db.exec('BEGIN');
  }

  commit(): void {
    if (!this.db.isTransaction) return;
    try {
      this.lists.writeTotals();
      this.texts.write();
      this.db.exec('COMMIT');
    } catch (error) {
      this.rollback();
      throw error;
    }
    const change = this.texts.take();
    if (change) this.onTextChange(change);
  }

  /** SQLite may have rolled back by itself (a full disk): the state in memory must be discarded all the same. */
  rollback(): void {
    this.lists.forget();
    this.storyCandidates.forget();
    this.texts.forget();
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
    this.onRollback();
  }

  /** Runs a part of the open transaction that leaves nothing behind when it throws. */
  savepoint<T>(run: () => T): T {
    this.begin();
    this.lists.writeTotals();
    this.db.exec('SAVEPOINT part');
    const texts = this.texts.save();
    try {
      const result = run();
      this.lists.writeTotals();
      this.db.exec('RELEASE part');
      return result;
    } catch (error) {
      this.lists.forget();
      this.storyCandidates.forget();
      this.texts.restore(texts);
      if (this.db.isTransaction) this.db.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  meta(key: string): string | undefined {
    const value = this.sql('SELECT value FROM meta WHERE key = ?').get(key)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  setMeta(key: string, value: string): void {
    this.sql('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
  }

  /** The status of a dispatch; empty if nobody has changed it. */
  status(id: string): Status {
    return statusWithId(this, id);
  }
}

/** How many dispatches are on a list. */
export const totalOf = (store: Store, k: number): number =>
  Number(store.sql('SELECT total FROM list WHERE k = ?').get(k)?.total ?? 0);
