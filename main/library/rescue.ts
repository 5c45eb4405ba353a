import type { LibraryFiles } from './files.ts';
import { placeOf } from './place.ts';
import { BOOKMARKS } from './schema.ts';
import { merged } from './status.ts';
import { type Store, wholeOf } from './store.ts';

/**
 * Writes into the library's files what an index that is about to be emptied still has and they lack: they may have been lost,
 * damaged or restored from an older copy since. A step a day; what the index itself cannot say any more is left out.
 */
export function* rescue(store: Store, files: LibraryFiles): Generator<void> {
  for (const day of tried(() => dispatchDays(store)) ?? []) {
    tried(() => rescueDay(store, files, day));
    yield;
  }
  for (const day of tried(() => statusDays(store)) ?? []) {
    tried(() => rescueStatuses(store, files, day));
    yield;
  }
  tried(() => rescueBookmarks(store, files));
}

/** A damaged index or a file that cannot be read now: the rebuild, which comes next, tells what it cannot read. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const HOUR = 3_600_000;

/** From the newest to the oldest, jumping from day to day: going through all dispatches would take seconds. */
function dispatchDays(store: Store): string[] {
  const days = new Set<string>();
  const next = store.sql('SELECT n, day FROM dispatch WHERE n > ? ORDER BY n LIMIT 1');
  for (let row = next.get(Number.MIN_SAFE_INTEGER); row; ) {
    const day = String(row.day);
    days.add(day);
    // A day of Berlin begins 13 or 14 hours before its noon in UTC.
    row = next.get(Math.max(Number(row.n), placeOf(Date.parse(`${day}T12:00:00Z`) - 13 * HOUR)));
  }
  return [...days];
}

const statusDays = (store: Store): string[] =>
  store
    .sql('SELECT DISTINCT day FROM status')
    .all()
    .map((row) => String(row.day));

function rescueDay(store: Store, files: LibraryFiles, day: string): void {
  const file = files.day(day);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const known = new Set(file.data.map(({ id, version }) => `${version} ${id}`));
  const missing = store
    .sql('SELECT n, id, version FROM dispatch WHERE n > ? AND n <= ? AND day = ? ORDER BY n')
    .all(placeOf(noon + 24 * HOUR), placeOf(noon - 24 * HOUR), day)
    .filter((row) => !known.has(`${row.version} ${row.id}`));
  for (const { n, id, version } of missing) {
    const json = store.sql('SELECT json FROM whole WHERE n = ?').get(Number(n))?.json;
    if (typeof json === 'string') file.data.push({ id: String(id), version: Number(version), json });
  }
  if (missing.length > 0) file.write();
}

function rescueStatuses(store: Store, files: LibraryFiles, day: string): void {
  const file = files.statuses(day);
  const before = JSON.stringify(file.data);
  for (const row of store.sql('SELECT id FROM status WHERE day = ?').all(day)) {
    const id = String(row.id);
    const filed = file.data[id];
    const status = store.status(id);
    file.data[id] = filed ? merged(filed, status) : status;
  }
  if (JSON.stringify(file.data) !== before) file.write();
}

function rescueBookmarks(store: Store, files: LibraryFiles): void {
  const file = files.bookmarks();
  const known = new Set(file.data.map(({ dispatch }) => dispatch.id));
  const missing = store
    .sql('SELECT w.json FROM entry e JOIN whole w ON w.n = e.n WHERE e.k = ? ORDER BY e.n')
    .all(BOOKMARKS)
    .flatMap((row) => wholeOf(row.json) ?? [])
    .filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  file.data = [...file.data, ...missing.map((dispatch) => ({ dispatch, status: store.status(dispatch.id) }))];
  file.write();
}
