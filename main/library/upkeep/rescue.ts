import { isFullDisk, reasonOf } from '../../errors.ts';
import { endOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { Bookmark, type LibraryFiles } from '../record/day-files.ts';
import { addMissing, bookmarksOn, mergeInto, storedOn } from './fold.ts';

/**
 * Before the index is emptied, writes to the library's files what they lack: they may have been lost, damaged or restored from
 * an older copy. One day per step; unreadable parts of the index are skipped. Throws if a file cannot be written: then the
 * index must not be emptied.
 */
export function* rescue(store: Store, files: LibraryFiles): Generator<void> {
  for (const day of tried(() => dispatchDays(store)) ?? []) {
    tried(() => rescueDay(store, files, day));
    yield;
  }
  for (const day of tried(() => statusDays(store)) ?? []) {
    tried(() => rescueStatuses(store, files, day));
    tried(() => rescueBookmarks(store, files, day));
    yield;
  }
}

/** Ignores a damaged index and unreadable files: the rebuild that follows reports what it cannot read. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotWritten || isFullDisk(error)) throw error;
    return undefined;
  }
}

class NotWritten extends Error {}

function write(file: { write(): void }): void {
  try {
    file.write();
  } catch (error) {
    throw new NotWritten(reasonOf(error), { cause: error });
  }
}

/**
 * The days that have dispatches in the index, newest first. Jumps from day to day, since reading all dispatches would take
 * seconds.
 */
export function dispatchDays(store: Store): string[] {
  const days = new Set<string>();
  const next = store.sql('SELECT n, day FROM dispatch WHERE n > ? ORDER BY n LIMIT 1');
  for (let row = next.get(Number.MIN_SAFE_INTEGER); row; ) {
    const day = String(row.day);
    days.add(day);
    row = next.get(Math.max(Number(row.n), endOf(day)));
  }
  return [...days];
}

const statusDays = (store: Store): string[] =>
  store
    .sql('SELECT day FROM status UNION SELECT day FROM status_apart')
    .all()
    .map((row) => String(row.day));

function rescueDay(store: Store, files: LibraryFiles, day: string): void {
  const file = files.day(day);
  const before = file.data.length;
  addMissing(file.data, storedOn(store, day));
  if (file.data.length > before) write(file);
}

function rescueStatuses(store: Store, files: LibraryFiles, day: string): void {
  const file = files.statuses(day);
  const before = JSON.stringify(file.data);
  mergeInto(file.data, store, day);
  if (JSON.stringify(file.data) !== before) write(file);
}

function rescueBookmarks(store: Store, files: LibraryFiles, day: string): void {
  const file = files.bookmarks(day);
  const idOf = (bookmark: string) => Bookmark.parse(JSON.parse(bookmark)).dispatch.id;
  const known = new Set(file.data.map(idOf));
  const missing = bookmarksOn(store, day).filter((bookmark) => !known.has(idOf(bookmark)));
  if (missing.length === 0) return;
  file.data = [...file.data, ...missing];
  write(file);
}
