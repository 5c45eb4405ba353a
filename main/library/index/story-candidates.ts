import { placeOf, timeOf } from './sort-key.ts';
import type { Statements } from './statements.ts';

/** Milliseconds: twice the time between dispatches of one story. */
const PERIOD_MS = 4 * 24 * 3_600_000;
/** Periods in memory: some megabytes each for a large newsroom. */
const MAX_PERIODS = 3;
/** Rows that may be read for each dispatch, on average, and after a pause. */
const ROWS_A_DISPATCH = 20;
const MAX_ROWS = 200_000;

type Period = Map<number, number[]>;

const periodOf = (at: number): number => Math.floor(at / PERIOD_MS);

/**
 * Which dispatches share story keys, looked up in memory, a few days at a time. The table has the keys in the order of time: as
 * an index by key, an import would write most of its pages at every commit.
 */
export class StoryCandidates {
  private readonly statements: Statements;
  /** The one used last comes last. */
  private readonly periods = new Map<number, Period>();
  private rows = MAX_ROWS;

  constructor(statements: Statements) {
    this.statements = statements;
  }

  /**
   * Dispatches that share keys with one of this time, those that share most first. None while an import in no order of time
   * would read the table again and again.
   */
  of(keys: readonly number[], at: number): number[] {
    this.rows = Math.min(MAX_ROWS, this.rows + ROWS_A_DISPATCH);
    const own = periodOf(at);
    // What is near in time is of the same period or of the nearer one beside it.
    const beside = periodOf(at + PERIOD_MS / 2) === own ? own - 1 : own + 1;
    const shared = new Map<number, number>();
    for (const period of [this.period(beside), this.period(own)])
      for (const key of keys) for (const n of period?.get(key) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1);
    return [...shared].sort(([a, of], [b, other]) => other - of || a - b).map(([n]) => n);
  }

  /** Adds a dispatch. */
  add(n: number, keys: readonly number[]): void {
    const period = this.periods.get(periodOf(timeOf(n)));
    if (period) addTo(period, n, keys);
    this.statements
      .get('INSERT OR REPLACE INTO story_keys (n, keys) VALUES (?, ?)')
      .run(n, new Uint8Array(Uint32Array.from(keys).buffer));
  }

  /** After a rollback: what is in memory is read again. */
  forget(): void {
    this.periods.clear();
  }

  private period(number: number): Period | undefined {
    const period = this.periods.get(number) ?? this.load(number);
    if (!period) return undefined;
    this.periods.delete(number);
    this.periods.set(number, period);
    for (const oldest of this.periods.keys()) {
      if (this.periods.size <= MAX_PERIODS) break;
      this.periods.delete(oldest);
    }
    return period;
  }

  private load(number: number): Period | undefined {
    if (this.rows <= 0) return undefined;
    const period: Period = new Map();
    const rows = this.statements
      .get('SELECT n, keys FROM story_keys WHERE n > ? AND n <= ?')
      .all(placeOf((number + 1) * PERIOD_MS), placeOf(number * PERIOD_MS));
    this.rows -= rows.length;
    for (const { n, keys } of rows)
      if (keys instanceof Uint8Array) addTo(period, Number(n), new Uint32Array(keys.slice().buffer));
    return period;
  }
}

function addTo(period: Period, n: number, keys: Iterable<number>): void {
  for (const key of keys) {
    const known = period.get(key);
    if (known) known.push(n);
    else period.set(key, [n]);
  }
}
