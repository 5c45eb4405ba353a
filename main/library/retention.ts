import type { Retention } from '../../preload/contract.ts';
import type { LibraryFiles } from './files.ts';
import { addMissing, storedOn } from './fold.ts';
import { delist } from './lists.ts';
import { placeOf, stretchOf, timeOf } from './place.ts';
import { ALL, BOOKMARKS } from './schema.ts';
import { dispatchRow, type Store } from './store.ts';

/** The place before which a retention removes; undefined when it keeps everything. */
export function cutoff(store: Store, { days, dispatches }: Retention, now: Date): number | undefined {
  const byAge =
    days === undefined
      ? []
      : [placeOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1).getTime())];
  const oldestKept =
    dispatches === undefined
      ? undefined
      : store.sql('SELECT n FROM entry WHERE k = ? ORDER BY n LIMIT 1 OFFSET ?').get(ALL, dispatches - 1)?.n;
  const places = [...byAge, ...(typeof oldestKept === 'number' ? [oldestKept] : [])];
  return places.length === 0 ? undefined : Math.min(...places);
}

/**
 * What stays whatever its age: bookmarked, tagged and noted dispatches, and a story of which any version is young enough, for
 * the shown one may have been published earlier. From the lists and a few rows: going through a year of dispatches would be slow.
 */
const KEPT = `
  SELECT d.id FROM entry e JOIN dispatch d ON d.n = e.n WHERE e.k = ${BOOKMARKS} AND e.n > @before
  UNION SELECT d.id FROM list l JOIN entry e ON e.k = l.k JOIN dispatch d ON d.n = e.n WHERE l.kind = 'tag' AND e.n > @before
  UNION SELECT id FROM status WHERE json_extract(json, '$.note') <> ''
  UNION SELECT id FROM dispatch INDEXED BY dispatch_behind WHERE head = 0 AND n <= @before`;

/** The same of one story `h`: asked day by day, for what is marked while the older days go counts, too. */
const IS_KEPT = `(EXISTS (SELECT 1 FROM entry e WHERE e.k = ${BOOKMARKS} AND e.n = h.n)
  OR EXISTS (SELECT 1 FROM status s WHERE s.id = h.id AND (json_extract(s.json, '$.note') <> '' OR json_array_length(s.json, '$.tags') > 0))
  OR EXISTS (SELECT 1 FROM dispatch o WHERE o.id = h.id AND o.n <= @before))`;

/** What would go, what of that age would stay, and the time before which that is. */
export function preview(
  store: Store,
  retention: Retention,
  now: Date,
): { goes: number; stays: number; before?: string } {
  const before = cutoff(store, retention, now);
  if (before === undefined) return { goes: 0, stays: 0 };
  const row = store
    .sql(
      `SELECT (SELECT count(*) FROM entry WHERE k = ${ALL} AND n > @before) AS older,
        (SELECT count(*) FROM (${KEPT}) kept JOIN dispatch h ON h.id = kept.id AND h.head = 1 WHERE h.n > @before) AS stays`,
    )
    .get({ before });
  const stays = Number(row?.stays ?? 0);
  return { goes: Number(row?.older ?? 0) - stays, stays, before: new Date(timeOf(before)).toISOString() };
}

/** Removes every story whose shown version is older, from the day files first and then from the index; a day a step. */
export function* prune(store: Store, files: LibraryFiles, before: number): Generator<void> {
  const last = new Date(timeOf(before) + DAY).toISOString().slice(0, 10);
  for (const day of files.days().filter((one) => one <= last)) {
    const { from, to } = stretchOf(day);
    // The day's own stretch of the index leads; asking for it by age would go through everything older at each step.
    const going = store
      .sql(
        `SELECT d.n, d.id, d.version, d.day, d.status, d.lists, d.head FROM dispatch d CROSS JOIN dispatch h
         WHERE d.n > @from AND d.n <= @to AND d.day = @day AND d.pending = 0 AND h.id = d.id AND h.head = 1 AND h.n > @before AND NOT ${IS_KEPT}`,
      )
      .all({ from, to, day, before });
    if (going.length === 0) continue;
    const gone = new Set(going.map((row) => `${row.version} ${row.id}`));
    const file = files.day(day);
    if (file.restored) addMissing(file.data, storedOn(store, day));
    files.prune(
      day,
      file.data.filter(({ id, version }) => !gone.has(`${version} ${id}`)),
    );
    store.begin();
    for (const row of going) forget(store, row);
    store.commit();
    yield;
  }
}

const DAY = 24 * 3600 * 1000;

function forget(store: Store, row: Record<string, unknown>): void {
  const dispatch = dispatchRow(row);
  if (row.head === 1) {
    delist(store, dispatch, store.status(dispatch.id));
    store.dropText(dispatch.n);
    store.sql('DELETE FROM carried WHERE id = ?').run(dispatch.id);
  }
  store.sql('DELETE FROM whole WHERE n = ?').run(dispatch.n);
  store.sql('DELETE FROM dispatch WHERE n = ?').run(dispatch.n);
}

const PAGES_A_STEP = 500;

/** Gives the pages that became free back to the disk; they stand in the logs as long as these are not moved. */
export function* giveBack(store: Store): Generator<void> {
  const free = () => Number(store.db.prepare('PRAGMA freelist_count').get()?.freelist_count ?? 0);
  for (let left = free(); left > 0; ) {
    store.db.exec(`PRAGMA incremental_vacuum(${PAGES_A_STEP})`);
    const now = free();
    if (now >= left) break;
    left = now;
    yield;
  }
  store.commit();
  store.db.exec('PRAGMA wal_checkpoint(truncate)');
}
