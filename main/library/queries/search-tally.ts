import type { Sidebar } from '../../../preload/contract/contract.ts';
import { UNREAD } from '../index/schema.ts';
import { boundsOf, PERIOD_OF, periodOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { countInSteps } from './list-count.ts';
import { listSql } from './list-members.ts';
import { type LibraryQuery, type ListSource, listSource, startOfToday } from './list-source.ts';
import type { Bounds } from './list-sql.ts';
import { understand } from './search/understand.ts';

type Tally = Sidebar['all'];

/** Runs of periods for which the hits of an expensive search are merged again; for more it is counted whole. */
const MOST_MERGES = 2;
/** Hits counted in one step: some 10 ms. */
const STEP = 20_000;

/**
 * How much a search finds, kept for each period of sort keys, so that only those periods are counted again in which something
 * has changed. What a dispatch is found by is its own, so that nothing else changes with it.
 */
export class SearchTally {
  private readonly search: string;
  /** Undefined while they are not known. */
  private periods: Map<number, Tally> | undefined;
  private last: Tally = { total: 0, unread: 0 };
  /** Which periods have changed since they were counted; undefined: perhaps all. */
  private stale: Set<number> | undefined;
  /** What the search meant when it was counted: days relative to today are others tomorrow. */
  private meant = '';
  private today = 0;

  constructor(search: string) {
    this.search = search;
  }

  /** The last count; zeros before the first. */
  get known(): Tally {
    return this.last;
  }

  /** Something has changed in these periods; undefined: anywhere. */
  changed(periods: readonly number[] | undefined): void {
    if (periods === undefined) this.stale = undefined;
    else for (const period of periods) this.stale?.add(period);
  }

  isOutdated(now: Date): boolean {
    return this.stale?.size !== 0 || this.today !== startOfToday(now);
  }

  /** Brings the count up to date in steps, between which others may ask. If a step throws, it is as outdated as before. */
  *count(store: Store, now: Date, step = STEP): Generator<void> {
    const meant = JSON.stringify(understand(this.search, now));
    // *endings are found by a limited number of words: one more may leave another one out, anywhere.
    const isLocal = meant === this.meant && !meant.includes('"suffix":true');
    const stale = isLocal ? this.stale : undefined;
    // What changes from now on makes it outdated again, even where it has not been counted yet.
    this.stale = new Set();
    try {
      this.last = yield* this.bringUp(store, now, stale, step);
    } catch (error) {
      this.stale = undefined;
      throw error;
    }
    this.meant = meant;
    this.today = startOfToday(now);
  }

  /** What cannot be counted counts as nothing until something changes. */
  giveUp(now: Date): void {
    this.last = { total: 0, unread: 0 };
    this.stale = new Set();
    this.meant = '';
    this.today = startOfToday(now);
  }

  private *bringUp(store: Store, now: Date, stale: Set<number> | undefined, step: number): Generator<void, Tally> {
    const query: LibraryQuery = { list: 'all', within: this.search, order: 'newest' };
    const source = listSource(store, query, now);
    const { periods } = this;
    this.periods = undefined;
    if ('error' in source) return { total: 0, unread: 0 };
    if (source.total !== undefined) {
      const unread = { ...query, unreadOnly: true };
      return { total: source.total, unread: yield* silently(countInSteps(store, unread, now)) };
    }
    // Every query for such a search merges all its hits first.
    const size = source.expensive ? -1 : step;
    const runs = stale && runsOf(stale);
    if (periods && runs && !(source.expensive && runs.length > MOST_MERGES)) {
      for (const { first, last } of runs) {
        for (let period = first; period <= last; period++) periods.delete(period);
        yield* countBetween(store, source, boundsOf(first, last), size, periods);
      }
      this.periods = periods;
    } else {
      const counted = new Map<number, Tally>();
      yield* countBetween(store, source, {}, size, counted);
      this.periods = counted;
    }
    return sumOf(this.periods.values());
  }
}

/** Adds the members of a list within bounds to the tallies of their periods. */
function* countBetween(
  store: Store,
  source: ListSource,
  bounds: Bounds,
  size: number,
  periods: Map<number, Tally>,
): Generator<void> {
  for (let above = bounds.above; ; ) {
    const counted = tallies(store, source, { ...bounds, above }, size);
    for (const [period, tally] of counted.periods) periods.set(period, sumOf([tally, periods.get(period) ?? NOTHING]));
    yield;
    if (size < 0 || sumOf(counted.periods.values()).total < size) return;
    above = counted.last;
  }
}

const NOTHING: Tally = { total: 0, unread: 0 };

/** The members of a list within bounds by period, no more than `limit` if that is not negative, and the last of them. */
function tallies(store: Store, source: ListSource, bounds: Bounds, limit: number) {
  const { sql, values } = listSql(source, bounds);
  const rows = store
    .sql(
      `SELECT count(*) AS total, max(f.n) AS last,
         sum(EXISTS (SELECT 1 FROM entry WHERE k = ${UNREAD} AND entry.n = f.n)) AS unread
       FROM (SELECT n FROM (${sql}) ORDER BY n LIMIT ?) f GROUP BY ${PERIOD_OF('f.n')}`,
    )
    .all(...values, limit);
  const last = Math.max(...rows.map((row) => Number(row.last)));
  const periods = rows.map((row): [number, Tally] => [
    periodOf(Number(row.last)),
    { total: Number(row.total), unread: Number(row.unread) },
  ]);
  return { periods: new Map(periods), last };
}

/** Periods that follow one another. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOf(periods: Iterable<number>): Run[] {
  const runs: Run[] = [];
  for (const period of [...periods].sort((a, b) => a - b)) {
    const before = runs.at(-1);
    if (before?.last === period - 1) runs[runs.length - 1] = { ...before, last: period };
    else runs.push({ first: period, last: period });
  }
  return runs;
}

function sumOf(tallies: Iterable<Tally>): Tally {
  let [total, unread] = [0, 0];
  for (const one of tallies) {
    total += one.total;
    unread += one.unread;
  }
  return { total, unread };
}

function* silently<T>(steps: Generator<unknown, T>): Generator<void, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield;
  }
}
