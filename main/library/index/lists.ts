import type { Statements } from './statements.ts';

/** Kinds of lists that are identified by a value; `later` and `hidden` have one list each, with an empty value. */
export type ListKind = 'category' | 'source' | 'tag' | 'urgency' | 'later' | 'hidden';

/** The lists of the index by name, and their running totals, which are written with the transaction that changes them. */
export class Lists {
  private readonly statements: Statements;
  private readonly ids = new Map<string, number>();
  private readonly deltas = new Map<number, { total: number; unread: number }>();

  constructor(statements: Statements) {
    this.statements = statements;
  }

  /** The id of a list; creates the list if it is new. */
  idOf(kind: ListKind, value: string): number {
    const name = `${kind}\n${value}`;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    this.statements.get('INSERT OR IGNORE INTO list (kind, value, total, unread) VALUES (?, ?, 0, 0)').run(kind, value);
    const k = Number(this.statements.get('SELECT k FROM list WHERE kind = ? AND value = ?').get(kind, value)?.k);
    this.ids.set(name, k);
    return k;
  }

  /** Counts a change to the totals of a list. */
  count(k: number, total: number, unread: number): void {
    const delta = this.deltas.get(k) ?? { total: 0, unread: 0 };
    this.deltas.set(k, { total: delta.total + total, unread: delta.unread + unread });
  }

  /** Writes what was counted, within the open transaction. */
  writeTotals(): void {
    const update = this.statements.get('UPDATE list SET total = total + ?, unread = unread + ? WHERE k = ?');
    for (const [k, { total, unread }] of this.deltas) if (total !== 0 || unread !== 0) update.run(total, unread, k);
    this.deltas.clear();
  }

  /** After a rollback: discards the counts and ids of the transaction. */
  forget(): void {
    this.deltas.clear();
    this.ids.clear();
  }
}
