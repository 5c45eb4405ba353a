import type { StatementSync } from 'node:sqlite';
import type { Status } from '../../../preload/contract/contract.ts';
import { type Dispatch, WireFile } from '../../wire/dispatch.ts';
import type { Database } from './database.ts';
import { UNTOUCHED } from './status.ts';
import type { SearchText, TextChange } from './text-change.ts';

/** Kinds of lists whose members are named by a value. */
export type ListKind = 'category' | 'source' | 'tag' | 'urgency';

/** Searches make statements of their own; those long unused are let go. */
const MOST_STATEMENTS = 300;
const SEARCHED = 'searched';

/** The index's connection with its statements, the names of its lists and their running totals. */
export class Store {
  readonly db: Database;
  /** What was in the open transaction is gone from the index. */
  onRollback: () => void = () => {};
  /** Takes over what the search text has to learn of a transaction that was committed. */
  onTextChange: (change: TextChange) => void = () => {};
  private readonly statements = new Map<string, StatementSync>();
  private readonly listIds = new Map<string, number>();
  private readonly deltas = new Map<number, { total: number; unread: number }>();
  private texts = new Map<number, SearchText | undefined>();
  private afresh: string | undefined;
  /** The number of the next one. */
  private textChange = 1;

  constructor(db: Database) {
    this.db = db;
  }

  /** The prepared statement of a text, made once. */
  sql(text: string): StatementSync {
    const known = this.statements.get(text);
    const statement = known ?? this.db.prepare(text);
    // Set anew at each use: the first of the map is the one longest unused.
    this.statements.delete(text);
    this.statements.set(text, statement);
    const oldest = this.statements.keys().next().value;
    if (this.statements.size > MOST_STATEMENTS && oldest !== undefined) this.statements.delete(oldest);
    return statement;
  }

  /** Runs within the open transaction, or opens one that `commit` ends. */
  begin(): void {
    // Not "immediate": that would lock the attached search text too, which has a writer of its own.
    if (!this.db.isTransaction) this.db.exec('BEGIN');
  }

  commit(): void {
    if (!this.db.isTransaction) return;
    try {
      this.writeTallies();
      this.writeUnsearched();
      this.db.exec('COMMIT');
    } catch (error) {
      this.rollback();
      throw error;
    }
    this.handOverTexts();
  }

  /** SQLite may have rolled back by itself (a full disk): what is remembered beside it must go all the same. */
  rollback(): void {
    this.deltas.clear();
    this.listIds.clear();
    this.texts.clear();
    this.afresh = undefined;
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
    this.onRollback();
  }

  /** Runs a part of the open transaction that leaves nothing behind when it throws. */
  part<T>(run: () => T): T {
    this.begin();
    this.writeTallies();
    this.db.exec('SAVEPOINT part');
    const texts = new Map(this.texts);
    try {
      const result = run();
      this.writeTallies();
      this.db.exec('RELEASE part');
      return result;
    } catch (error) {
      this.deltas.clear();
      this.listIds.clear();
      this.texts = texts;
      if (this.db.isTransaction) this.db.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  /** The id of a named list, which is made when it is new. */
  listId(kind: ListKind, value: string): number {
    const name = `${kind}\n${value}`;
    const known = this.listIds.get(name);
    if (known !== undefined) return known;
    this.sql('INSERT OR IGNORE INTO list (kind, value, total, unread) VALUES (?, ?, 0, 0)').run(kind, value);
    const k = Number(this.sql('SELECT k FROM list WHERE kind = ? AND value = ?').get(kind, value)?.k);
    this.listIds.set(name, k);
    return k;
  }

  /** Counts a change to a list; written with the transaction. */
  tally(k: number, total: number, unread: number): void {
    const delta = this.deltas.get(k) ?? { total: 0, unread: 0 };
    this.deltas.set(k, { total: delta.total + total, unread: delta.unread + unread });
  }

  /** Lets the text at a place be found, once the transaction is committed. */
  putText(n: number, text: SearchText): void {
    this.noteText(n, text);
  }

  /** Lets nothing be found at a place any more. */
  dropText(n: number): void {
    this.noteText(n, undefined);
  }

  private noteText(n: number, text: SearchText | undefined): void {
    this.texts.set(n, text);
  }

  /** What is to be found at these places is noted with the transaction: it may be lost on its way to the search text. */
  private writeUnsearched(): void {
    if (this.texts.size === 0) return;
    this.sql('INSERT OR REPLACE INTO unsearched SELECT value, ? FROM json_each(?)').run(
      this.textChange,
      JSON.stringify([...this.texts.keys()]),
    );
  }

  /** The search text begins anew with this transaction, under this token. */
  forgetTexts(token: string): void {
    this.texts.clear();
    this.afresh = token;
  }

  /** Every text has to be brought again: the search text is empty. */
  missTexts(): void {
    this.setMeta(SEARCHED, '0');
    this.sql('INSERT OR REPLACE INTO unsearched SELECT n, ? FROM dispatch WHERE head = 1').run(this.textChange);
    this.textChange += 1;
  }

  /** These changes have arrived in the search text. */
  searched(changes: readonly { readonly number: number; readonly places: readonly number[] }[]): void {
    const within = this.db.isTransaction;
    this.begin();
    const forget = this.sql('DELETE FROM unsearched WHERE n IN (SELECT value FROM json_each(?)) AND change = ?');
    for (const { number, places } of changes) forget.run(JSON.stringify(places), number);
    this.setMeta(SEARCHED, String(changes.at(-1)?.number ?? this.searchedUpTo));
    if (!within) this.commit();
  }

  /** The last change that has arrived in the search text as far as the index knows; 0 before the first. */
  get searchedUpTo(): number {
    return Number(this.meta(SEARCHED) ?? 0);
  }

  /** What the search text itself says about that: changes count on from there. */
  goOnBehind(change: number): void {
    const waiting = Number(this.sql('SELECT max(change) AS last FROM unsearched').get()?.last ?? 0);
    this.textChange = Math.max(change, waiting, this.searchedUpTo) + 1;
  }

  private handOverTexts(): void {
    if (this.texts.size === 0 && this.afresh === undefined) return;
    const number = this.textChange;
    const texts = [...this.texts].sort(([a], [b]) => a - b);
    const afresh = this.afresh === undefined ? {} : { afresh: this.afresh };
    const change: TextChange = { number, ...afresh, texts };
    this.texts = new Map();
    this.afresh = undefined;
    this.textChange = number + 1;
    this.onTextChange(change);
  }

  meta(key: string): string | undefined {
    const value = this.sql('SELECT value FROM meta WHERE key = ?').get(key)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  setMeta(key: string, value: string): void {
    this.sql('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
  }

  status(id: string): Status {
    const json = this.sql('SELECT json FROM status WHERE id = ?').get(id)?.json;
    return statusOf(json);
  }

  private writeTallies(): void {
    const update = this.sql('UPDATE list SET total = total + ?, unread = unread + ? WHERE k = ?');
    for (const [k, { total, unread }] of this.deltas) if (total !== 0 || unread !== 0) update.run(total, unread, k);
    this.deltas.clear();
  }
}

/** How many dispatches a list holds. */
export const totalOf = (store: Store, k: number): number =>
  Number(store.sql('SELECT total FROM list WHERE k = ?').get(k)?.total ?? 0);

/** A row of `dispatch` as the writing side needs it. */
export interface DispatchRow {
  readonly n: number;
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly status: string;
  readonly lists: readonly number[];
}

export function dispatchRow(row: Record<string, unknown>): DispatchRow {
  return {
    n: Number(row.n),
    id: String(row.id),
    version: Number(row.version),
    day: String(row.day),
    status: String(row.status),
    lists: numbers(String(row.lists)),
  };
}

/** A status as the index keeps it; what came from a file was checked when it was taken in. */
export function statusOf(json: unknown): Status {
  return typeof json === 'string' ? JSON.parse(json) : UNTOUCHED;
}

/** The ids of lists as the index keeps them: `1,5,9`. */
export const numbers = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));

/** A dispatch out of its JSON in the index; it was checked when it was taken in, perhaps by a version that kept warnings as sentences. */
export function wholeOf(json: unknown): Dispatch | undefined {
  if (typeof json !== 'string') return undefined;
  const dispatch: Dispatch = JSON.parse(json);
  return { ...dispatch, file: WireFile.parse(dispatch.file) };
}
