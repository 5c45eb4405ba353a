import type { StatementSync } from 'node:sqlite';
import type { ListKind } from './list-kind.ts';
import type { Statements } from './statements.ts';

/** The lists of the index by name, and their running totals, which are written with the transaction that changes them. */
export class Lists {
  private readonly statements: Statements;
  private readonly ids = new Map<string, number>();
  private readonly anyCase = new Map<string, number>();
  private readonly deltas = new Map<number, { total: number; unread: number; folded: number }>();

  constructor(statements: Statements) {
    this.statements = statements;
  }

  /** The id of a list; creates the list if it is new. Names that differ only in case are one list, in the spelling that came first. */
  idOf(kind: ListKind, value: string): number {
    if (this.ids.size === 0) this.load();
    const name = `${kind}\n${value}`;
    const known = this.ids.get(name) ?? this.anyCase.get(name.toLowerCase());
    if (known !== undefined) return known;
    const insert = this.statements.get('INSERT INTO list (kind, value, total, unread) VALUES (?, ?, 0, 0)');
    const k = Number(insert.run(kind, value).lastInsertRowid);
    this.know(name, k);
    return k;
  }

  private load(): void {
    const rows = this.statements.get('SELECT k, kind, value FROM list ORDER BY k').all();
    for (const { k, kind, value } of rows) this.know(`${kind}\n${value}`, Number(k));
  }

  /** An index of an older version may have a list for each spelling. */
  private know(name: string, k: number): void {
    this.ids.set(name, k);
    const folded = name.toLowerCase();
    if (!this.anyCase.has(folded)) this.anyCase.set(folded, k);
  }

  /** Counts a change to the totals of a list. */
  count(k: number, total: number, unread: number): void {
    const delta = this.deltas.get(k) ?? NOTHING;
    this.deltas.set(k, { ...delta, total: delta.total + total, unread: delta.unread + unread });
  }

  /** Counts a change to how many dispatches of a list are folded into others of their story. */
  countFolded(k: number, folded: number): void {
    const delta = this.deltas.get(k) ?? NOTHING;
    this.deltas.set(k, { ...delta, folded: delta.folded + folded });
  }

  /** Writes what was counted, within the open transaction. */
  writeTotals(): void {
    const update = this.statements.get(
      'UPDATE list SET total = total + ?, unread = unread + ?, folded = folded + ? WHERE k = ?',
    );
    for (const [k, { total, unread, folded }] of this.deltas)
      if (total !== 0 || unread !== 0 || folded !== 0) update.run(total, unread, folded, k);
    this.deltas.clear();
  }

  /** After a rollback: discards the counts and ids of the transaction. */
  forget(): void {
    this.deltas.clear();
    this.ids.clear();
    this.anyCase.clear();
  }
}

const NOTHING = { total: 0, unread: 0, folded: 0 };

/** What answers queries: a store. */
interface Readers {
  sql(text: string): StatementSync;
}

/** The id of a list by its name, in any case; undefined if there is none. */
export function listNamed(store: Readers, kind: ListKind, value: string): number | undefined {
  const exact = store.sql('SELECT k FROM list WHERE kind = ? AND value = ?').get(kind, value)?.k;
  if (typeof exact === 'number') return exact;
  const wanted = value.toLowerCase();
  const rows = store.sql('SELECT k, value FROM list WHERE kind = ?').all(kind);
  const like = rows.find((row) => String(row.value).toLowerCase() === wanted);
  return like && Number(like.k);
}
