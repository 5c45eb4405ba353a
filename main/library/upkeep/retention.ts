import type { Retention } from '../../../preload/contract/contract.ts';
import { delist } from '../changes/memberships.ts';
import { dispatchRow } from '../index/rows.ts';
import { ALL, BOOKMARKS } from '../index/schema.ts';
import { placeOf, stretchOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import { viewOf } from '../record/status.ts';
import { addMissing, storedOn } from './fold.ts';
import { dispatchDays } from './rescue.ts';

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

/** What a verdict `v` kills or holds is still here. */
const TARGET_HELD = 'EXISTS (SELECT 1 FROM dispatch t WHERE (t.id = v.target OR t.number = v.target) AND t.id <> v.by)';

/** A status `s` has a note. The first condition rules most statuses out without parsing them. */
const HAS_NOTE = `instr(s.json, '"note:') > 0
  AND EXISTS (SELECT 1 FROM json_each(s.json) f WHERE f.key LIKE 'note:%' AND f.value ->> 'value' IS NOT NULL)`;

/**
 * What stays whatever its age: bookmarked, tagged and noted dispatches, and a story of which any version is young enough, for
 * the shown one may have been published earlier. A kill stays as long as what it kills. From the lists and a few rows: going through a year of dispatches would be slow.
 */
const KEPT = `
  SELECT d.id FROM entry e JOIN dispatch d ON d.n = e.n WHERE e.k = ${BOOKMARKS} AND e.n > @before
  UNION SELECT d.id FROM list l JOIN entry e ON e.k = l.k JOIN dispatch d ON d.n = e.n WHERE l.kind = 'tag' AND e.n > @before
  UNION SELECT s.id FROM status s WHERE ${HAS_NOTE}
  UNION SELECT id FROM dispatch INDEXED BY dispatch_behind WHERE head = 0 AND n <= @before
  UNION SELECT v.by FROM verdict v WHERE ${TARGET_HELD}`;

/** Kills and holds whose target is here. Asked once: it may go before them, and they were said to stay. */
const heldKills = (store: Store): string =>
  JSON.stringify(
    store
      .sql(`SELECT DISTINCT v.by FROM verdict v WHERE ${TARGET_HELD}`)
      .all()
      .map(({ by }) => by),
  );

/** The same of one story `h`: asked day by day, for what is marked while the older days go counts, too. */
const IS_KEPT = `(EXISTS (SELECT 1 FROM entry e WHERE e.k = ${BOOKMARKS} AND e.n = h.n)
  OR EXISTS (SELECT 1 FROM list l JOIN entry e ON e.k = l.k WHERE l.kind = 'tag' AND e.n = h.n)
  OR EXISTS (SELECT 1 FROM status s WHERE s.id = h.id AND ${HAS_NOTE})
  OR EXISTS (SELECT 1 FROM dispatch o WHERE o.id = h.id AND o.n <= @before)
  OR h.id IN (SELECT value FROM json_each(@kills)))`;

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

/**
 * Removes every story whose shown version is older, from the day files first and then from the index; a day a step. The shown
 * version goes last: without it nobody would know what the others belong to. What has lost it goes, too.
 */
export function* prune(store: Store, files: LibraryFiles, before: number): Generator<void> {
  const last = new Date(timeOf(before) + DAY).toISOString().slice(0, 10);
  // Also of the index: a day file may be gone whose dispatches are still there.
  const days = [...new Set([...files.days(), ...dispatchDays(store)])]
    .filter((one) => one <= last)
    .sort()
    .reverse();
  const going = { before, kills: heldKills(store) };
  const left = yield* pruneDays(store, files, days, going);
  yield* pruneDays(store, files, left, going);
}

/** What a removal goes by: the place before which it removes, and kills that stay, as the text of a JSON array. */
interface Going {
  readonly before: number;
  readonly kills: string;
}

/** Returns the days on which shown versions had to wait for others to go first. */
function* pruneDays(
  store: Store,
  files: LibraryFiles,
  days: readonly string[],
  going: Going,
): Generator<void, string[]> {
  const left: string[] = [];
  for (const day of days) {
    const found = older(store, day, going);
    const whole = withoutRest(store, found);
    if (whole.length < found.length) left.push(day);
    if (whole.length === 0) continue;
    pruneDay(store, files, day, whole);
    yield;
  }
  return left;
}

type Row = Record<string, unknown>;

/** What is too old on a day. The day's own stretch of the index leads: by age alone each step would go through everything older. */
function older(store: Store, day: string, { before, kills }: Going): Row[] {
  const { from, to } = stretchOf(day);
  return store
    .sql(
      `SELECT d.n, d.id, d.version, d.day, d.status, d.lists, d.head FROM dispatch d
       LEFT JOIN dispatch h ON h.id = d.id AND h.head = 1
       WHERE d.n > @from AND d.n <= @to AND d.n > @before AND d.day = @day AND d.pending = 0
       AND (h.n IS NULL OR (h.n > @before AND NOT ${IS_KEPT}))`,
    )
    .all({ from, to, day, before, kills });
}

/** Without the shown versions of which others stay for now. */
function withoutRest(store: Store, rows: readonly Row[]): Row[] {
  const going = new Set(rows.map(({ n }) => n));
  return rows.filter(
    ({ head, id }) =>
      head !== 1 ||
      store
        .sql('SELECT n FROM dispatch WHERE id = ?')
        .all(String(id))
        .every(({ n }) => going.has(n)),
  );
}

function pruneDay(store: Store, files: LibraryFiles, day: string, going: readonly Row[]): void {
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
}

const DAY = 24 * 3600 * 1000;

function forget(store: Store, row: Row): void {
  const dispatch = dispatchRow(row);
  if (row.head === 1) {
    delist(store, dispatch, viewOf(store.status(dispatch.id)));
    store.texts.drop(dispatch.n);
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
