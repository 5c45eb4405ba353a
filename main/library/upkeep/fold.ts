import { isOfDatabase, isOutOfRoom, reasonMessageOf, UserError } from '../../errors.ts';
import { unpacked } from '../index/packed.ts';
import { statusOf } from '../index/rows.ts';
import { BOOKMARKS } from '../index/schema.ts';
import { stretchOf } from '../index/sort-key.ts';
import { ALL_STATUSES } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import { bookmarkText, type LibraryFiles, type Stored } from '../record/day-files.ts';
import { merged, type Status, UNTOUCHED } from '../record/status.ts';

/**
 * Folds what is only in the journal into its day files, one day per step, so that a mark never waits for a whole archive.
 * `upTo` is the last journal segment to fold. Its changes to the index wait for the next commit: after a crash before that, the
 * day is simply folded again. Days whose files cannot be read or written keep none of the others out; throws DaysLeft at the end if
 * there are any.
 */
export function* fold(store: Store, files: LibraryFiles, upTo: number): Generator<void> {
  const left: unknown[] = [];
  const attempt = (run: () => void) => {
    try {
      run();
    } catch (error) {
      if (isOfDatabase(error) || isOutOfRoom(error)) throw error;
      left.push(error);
    }
  };
  for (const day of pendingDays(store, upTo)) {
    attempt(() => foldDay(store, files, day, upTo));
    yield;
  }
  for (const day of unfoldedDays(store)) {
    attempt(() => foldStatuses(store, files, day));
    yield;
  }
  if (left.length > 0) throw new DaysLeft(left[0]);
  files.putAwayOldBookmarks();
}

/** Some days could not be folded, the first for this reason. What they lack stays in the journal. */
export class DaysLeft extends UserError {
  constructor(first: unknown) {
    super(reasonMessageOf(first), { cause: first });
  }
}

/** True while the index has data that no file has. */
export const isUnfolded = (store: Store): boolean =>
  store.sql('SELECT 1 WHERE EXISTS (SELECT 1 FROM pending) OR EXISTS (SELECT 1 FROM unfolded)').get() !== undefined;

const pendingDays = (store: Store, upTo: number): string[] =>
  store
    .sql('SELECT DISTINCT day FROM pending WHERE segment <= ? ORDER BY day DESC')
    .all(upTo)
    .map((row) => String(row.day));

const unfoldedDays = (store: Store): string[] =>
  store
    .sql('SELECT day FROM unfolded ORDER BY day DESC')
    .all()
    .map((row) => String(row.day));

const STORED = 'SELECT d.id, d.version, w.json FROM dispatch d JOIN whole w ON w.n = d.n';

/** All dispatches of a day in the index. */
export function storedOn(store: Store, day: string): Stored[] {
  const { from, to } = stretchOf(day);
  return store.sql(`${STORED} WHERE d.n > ? AND d.n <= ? AND d.day = ? ORDER BY d.n`).all(from, to, day).map(storedRow);
}

const storedRow = (row: Record<string, unknown>): Stored => ({
  id: String(row.id),
  version: Number(row.version),
  json: unpacked(row.json) ?? '',
});

/** Adds the dispatches missing from a day. */
export function addMissing(day: Stored[], found: readonly Stored[]): void {
  const known = new Set(day.map(({ id, version }) => `${version} ${id}`));
  for (const one of found) if (!known.has(`${one.version} ${one.id}`)) day.push(one);
}

/** Merges the statuses of a day from the index into those of its file. */
export function mergeInto(day: Record<string, Status>, store: Store, date: string): void {
  for (const { id, json } of store.sql(`SELECT id, json FROM (${ALL_STATUSES}) WHERE day = ?`).all(date))
    day[String(id)] = merged(day[String(id)] ?? UNTOUCHED, statusOf(json));
}

/** SQL: what waits for a day's file, up to a segment. */
const PENDING_ON = 'n > ? AND n <= ? AND day = ? AND segment <= ?';

function foldDay(store: Store, files: LibraryFiles, day: string, upTo: number): void {
  const { from, to } = stretchOf(day);
  const file = files.day(day);
  const waiting = file.restored
    ? // A lost or damaged file was replaced: it gets everything that the index still has of the day.
      storedOn(store, day)
    : store
        .sql(`${STORED} WHERE d.n IN (SELECT n FROM pending WHERE ${PENDING_ON}) ORDER BY d.n`)
        .all(from, to, day, upTo)
        .map(storedRow);
  addMissing(file.data, waiting);
  file.write();
  store.begin();
  store.sql(`DELETE FROM pending WHERE ${PENDING_ON}`).run(from, to, day, upTo);
}

function foldStatuses(store: Store, files: LibraryFiles, day: string): void {
  const file = files.statuses(day);
  mergeInto(file.data, store, day);
  file.write();
  // In full: they outlive the day file, retention and a lost index.
  files.putBookmarks(day, bookmarksOn(store, day));
  store.begin();
  store.sql('DELETE FROM unfolded WHERE day = ?').run(day);
}

/** The bookmarked dispatches whose statuses are those of a day, newest first, each as the JSON text of a Bookmark. */
export const bookmarksOn = (store: Store, day: string): string[] =>
  store
    .sql(
      // Join order matters: starting from the list, SQLite would go through all bookmarks.
      `SELECT w.json, s.json AS status FROM status s CROSS JOIN entry e CROSS JOIN whole w
       WHERE s.day = ? AND e.k = ? AND e.n = s.n AND w.n = s.n ORDER BY s.n`,
    )
    .all(day, BOOKMARKS)
    .map(({ json, status }) => bookmarkText(unpacked(json) ?? '', String(status)));
