import { placeOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

/** A source that has been silent for longer than it ever is at this time of the week. */
export interface Silence {
  readonly name: string;
  /** Its last dispatch, ISO 8601. */
  readonly since: string;
}

/** The same hours of this many weeks before are its habit. */
const WEEKS = 4;
/** In so many of them, so that a holiday or a young library does not count as a habit … */
const MIN_WEEKS = 3;
/** … it sent at least so many dispatches. */
const MIN_DISPATCHES = 3;
const SHORTEST_MS = 30 * 60_000;
/** Beyond that the weeks overlap, and a source that is given up is no news. */
const LONGEST_MS = 6 * 24 * 3_600_000;

/** The sources that are silent against their habit. Reads five ranges of an index for each source, however large the library is. */
export const silentSources = (store: Store, now: Date): Silence[] =>
  store
    .sql("SELECT k, value FROM list WHERE kind = 'source' AND value <> '' AND total > 0")
    .all()
    .flatMap(({ k, value }) => {
      const last = lastOf(store, Number(k), now);
      if (last === undefined) return [];
      const silent = now.getTime() - last.getTime();
      if (silent < SHORTEST_MS || silent > LONGEST_MS) return [];
      const weeks = Array.from({ length: WEEKS }, (_, week) => week + 1);
      const usual = weeks.filter((week) => countBetween(store, Number(k), back(last, week), back(now, week)));
      return usual.length >= MIN_WEEKS ? [{ name: String(value), since: last.toISOString() }] : [];
    });

/** When a source sent its last dispatch; times ahead of the clock do not count. */
function lastOf(store: Store, k: number, now: Date): Date | undefined {
  const n = store.sql('SELECT min(n) AS n FROM entry WHERE k = ? AND n >= ?').get(k, placeOf(now.getTime()))?.n;
  return typeof n === 'number' ? new Date(timeOf(n)) : undefined;
}

/** Whether a source sent enough after `from` and until `to`. */
const countBetween = (store: Store, k: number, from: Date, to: Date): boolean =>
  store
    .sql(`SELECT 1 FROM entry WHERE k = ? AND n >= ? AND n <= ? LIMIT 1 OFFSET ${MIN_DISPATCHES - 1}`)
    .get(k, placeOf(to.getTime()), placeOf(from.getTime() + 1_000)) !== undefined;

/** The same time of day so many weeks before, in the system's zone. */
function back(time: Date, weeks: number): Date {
  const before = new Date(time);
  before.setDate(before.getDate() - 7 * weeks);
  return before;
}
