import type { StatementSync } from 'node:sqlite';
import type { Database } from './database.ts';

/** Every search prepares its own statements; the least recently used ones are dropped. */
const MAX_STATEMENTS = 300;

/** A store, for what the store itself is made of. */
export interface Prepares {
  sql(text: string): StatementSync;
}

/** The prepared statements of a connection, each prepared once. */
export class Statements {
  private readonly db: Database;
  private readonly known = new Map<string, StatementSync>();

  constructor(db: Database) {
    this.db = db;
  }

  get(sql: string): StatementSync {
    const statement = this.known.get(sql) ?? this.db.prepare(sql);
    // Moved to the end at each use: the first entry of the map is the least recently used.
    this.known.delete(sql);
    this.known.set(sql, statement);
    const oldest = this.known.keys().next().value;
    if (this.known.size > MAX_STATEMENTS && oldest !== undefined) this.known.delete(oldest);
    return statement;
  }
}
