import type { ChangedPeriods } from './changed-periods.ts';
import type { Database } from './database.ts';
import type { Statements } from './statements.ts';
import type { SearchText, TextChange } from './text-change.ts';

/** The row of `meta` with the last change that has arrived in the search text. */
const ARRIVED = 'searched';

/**
 * The changes that the open transaction makes to the search text. They may be lost on their way there, so they are recorded in
 * `unsearched` within that transaction until they have arrived.
 */
export class PendingTexts {
  private readonly db: Database;
  private readonly statements: Statements;
  private readonly changed: ChangedPeriods;
  private texts = new Map<number, SearchText | undefined>();
  private token: string | undefined;
  /** The number of the next change. */
  private next = 1;

  constructor(db: Database, statements: Statements, changed: ChangedPeriods) {
    this.db = db;
    this.statements = statements;
    this.changed = changed;
  }

  /** Makes the text at a sort key searchable once the transaction is committed. */
  put(n: number, text: SearchText): void {
    this.texts.set(n, text);
  }

  /** Removes the text at a sort key from the search text. */
  drop(n: number): void {
    this.texts.set(n, undefined);
  }

  /** Empties the search text with this transaction and gives it this token. */
  startAfresh(token: string): void {
    this.texts.clear();
    this.token = token;
  }

  /** Records, within the open transaction, that every text has to be sent again because the search text is empty. */
  missAll(): void {
    this.setArrived(0);
    this.statements.get('INSERT OR REPLACE INTO unsearched SELECT n, ? FROM dispatch WHERE head = 1').run(this.next);
    this.next += 1;
  }

  /** Within the transaction that is about to be committed. */
  write(): void {
    if (this.texts.size === 0) return;
    this.statements
      .get('INSERT OR REPLACE INTO unsearched SELECT value, ? FROM json_each(?)')
      .run(this.next, JSON.stringify([...this.texts.keys()]));
  }

  /** The changes of the transaction just committed; undefined if there are none. */
  take(): TextChange | undefined {
    if (this.texts.size === 0 && this.token === undefined) return undefined;
    const change: TextChange = {
      number: this.next,
      ...(this.token !== undefined && { afresh: this.token }),
      texts: [...this.texts].sort(([a], [b]) => a - b),
    };
    this.forget();
    this.next += 1;
    return change;
  }

  /** After a rollback. */
  forget(): void {
    this.texts = new Map();
    this.token = undefined;
  }

  /** The changes so far: `restore` returns to them. */
  save(): ReadonlyMap<number, SearchText | undefined> {
    return new Map(this.texts);
  }

  restore(saved: ReadonlyMap<number, SearchText | undefined>): void {
    this.texts = new Map(saved);
  }

  /** Removes the records of changes that have arrived, in the open transaction or one of its own. */
  arrived(changes: readonly { readonly number: number; readonly places: readonly number[] }[]): void {
    const isWithin = this.db.isTransaction;
    if (!isWithin) this.db.exec('BEGIN');
    try {
      const remove = this.statements.get(
        'DELETE FROM unsearched WHERE n IN (SELECT value FROM json_each(?)) AND change = ?',
      );
      for (const { number, places } of changes) {
        remove.run(JSON.stringify(places), number);
        for (const n of places) this.changed.note(n);
      }
      this.setArrived(changes.at(-1)?.number ?? this.lastArrived);
      if (!isWithin) this.db.exec('COMMIT');
    } catch (error) {
      if (!isWithin && this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** The last change that has arrived in the search text as far as the index knows; 0 before the first. */
  get lastArrived(): number {
    return Number(this.statements.get('SELECT value FROM meta WHERE key = ?').get(ARRIVED)?.value ?? 0);
  }

  /** Continues numbering after the last change that the search text has. */
  continueAfter(change: number): void {
    const waiting = Number(this.statements.get('SELECT max(change) AS last FROM unsearched').get()?.last ?? 0);
    this.next = Math.max(change, waiting, this.lastArrived) + 1;
  }

  private setArrived(change: number): void {
    this.statements.get('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(ARRIVED, String(change));
  }
}
