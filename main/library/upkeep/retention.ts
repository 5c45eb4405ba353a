import type { Retention } from '../../../preload/contract/contract.ts';
import { delist } from '../changes/memberships.ts';
import { leaveStory } from '../changes/stories.ts';
import { hasId, isHead } from '../index/ids.ts';
import { removeKeys } from '../index/keys.ts';
import { IS_MEANT } from '../index/kill-target.ts';
import { dispatchRow } from '../index/rows.ts';
import { ALL, BOOKMARKS } from '../index/schema.ts';
import { placeOf, stretchOf, timeOf } from '../index/sort-key.ts';
import { partStatus, statusAt } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import { viewOf } from '../record/status.ts';
import { addMissing, storedOn } from './fold.ts';
import { dispatchDays } from './rescue.ts';

/** The sort key beyond which a retention removes dispatches; undefined if it keeps everything. */
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

/** The target of a kill or hold `v` still exists. */
const TARGET_EXISTS = `EXISTS (SELECT 1 FROM dispatch t
  WHERE ${IS_MEANT} AND t.id <> v.by)`;

/** A status `s` has a note or a marked passage. The first condition rules most statuses out without parsing them. */
const HAS_NOTE = `(instr(s.json, '"note:') > 0 OR instr(s.json, '"mark:') > 0)
  AND EXISTS (SELECT 1 FROM json_each(s.json) f WHERE (f.key LIKE 'note:%' OR f.key LIKE 'mark:%') AND f.value ->> 'value' IS NOT NULL)`;

/**
 * Kept at any age: dispatches with a bookmark, tag or note, those put off until later, a story with any version that is
 * recent enough (the shown one may be older), and a kill as long as its target. Uses the lists and a few rows, because reading
 * a year of dispatches would be slow.
 */
const KEPT = `
  SELECT e.n FROM entry e WHERE e.k = ${BOOKMARKS} AND e.n > @before
  UNION SELECT e.n FROM list l JOIN entry e ON e.k = l.k WHERE l.kind IN ('tag', 'later') AND e.n > @before
  UNION SELECT s.n FROM status s WHERE s.n > @before AND ${HAS_NOTE}
  UNION SELECT h.n FROM dispatch b INDEXED BY dispatch_behind CROSS JOIN dispatch h ON ${isHead('h', 'b.id')}
    WHERE b.head = 0 AND b.n <= @before AND h.n > @before
  UNION SELECT h.n FROM verdict v CROSS JOIN dispatch h ON ${isHead('h', 'v.by')} WHERE h.n > @before AND ${TARGET_EXISTS}`;

/**
 * Kills and holds whose target exists. Queried once at the start: the preview counted them as kept, and targets may be removed
 * first.
 */
const keptKills = (store: Store): string =>
  JSON.stringify(
    store
      .sql(`SELECT DISTINCT v.by FROM verdict v WHERE ${TARGET_EXISTS}`)
      .all()
      .map(({ by }) => by),
  );

/** The same condition for one story `h`: queried for each day, so that marks made during the removal count. */
const IS_KEPT = `(EXISTS (SELECT 1 FROM entry e WHERE e.k = ${BOOKMARKS} AND e.n = h.n)
  OR EXISTS (SELECT 1 FROM list l JOIN entry e ON e.k = l.k WHERE l.kind IN ('tag', 'later') AND e.n = h.n)
  OR EXISTS (SELECT 1 FROM status s WHERE s.n = h.n AND ${HAS_NOTE})
  OR EXISTS (SELECT 1 FROM dispatch o WHERE ${hasId('o', 'h.id')} AND o.n <= @before)
  OR h.id IN (SELECT value FROM json_each(@kills)))`;

/** How many dispatches would be removed, how many as old would stay, and the time limit. */
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
        (SELECT count(*) FROM (${KEPT})) AS stays`,
    )
    .get({ before });
  const stays = Number(row?.stays ?? 0);
  return { goes: Number(row?.older ?? 0) - stays, stays, before: new Date(timeOf(before)).toISOString() };
}

/**
 * Removes every story whose shown version is older, first from the day files, then from the index, one day per step. The shown
 * version goes last, because the others cannot be judged without it. Versions that have lost theirs are removed too.
 */
export function* prune(store: Store, files: LibraryFiles, before: number): Generator<void> {
  const last = new Date(timeOf(before) + DAY).toISOString().slice(0, 10);
  // Days of the index too: a day file may be missing although its dispatches are still indexed.
  const days = [...new Set([...files.days(), ...dispatchDays(store)])]
    .filter((one) => one <= last)
    .sort()
    .reverse();
  const going = { before, kills: keptKills(store) };
  const left = yield* pruneDays(store, files, days, going);
  yield* pruneDays(store, files, left, going);
}

/** The criteria of a removal: its sort key, and the kills to keep as JSON text of an array. */
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

/**
 * The rows of a day that are too old. The query starts from the day's range of sort keys: by age alone each step would read
 * everything older.
 */
function older(store: Store, day: string, { before, kills }: Going): Row[] {
  const { from, to } = stretchOf(day);
  return store
    .sql(
      `SELECT d.n, d.id, d.version, d.day, d.status, d.lists, d.head FROM dispatch d
       LEFT JOIN dispatch h ON ${isHead('h', 'd.id')}
       WHERE d.n > @from AND d.n <= @to AND d.n > @before AND d.day = @day AND d.n NOT IN (SELECT n FROM pending)
       AND (h.n IS NULL OR (h.n > @before AND NOT ${IS_KEPT}))`,
    )
    .all({ from, to, day, before, kills });
}

/** Leaves out shown versions whose other versions are not removed yet. */
function withoutRest(store: Store, rows: readonly Row[]): Row[] {
  const going = new Set(rows.map(({ n }) => n));
  return rows.filter(
    ({ head, id }) =>
      head !== 1 ||
      store
        .sql(`SELECT d.n FROM dispatch d WHERE ${hasId('d', '?1')}`)
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
    leaveStory(store, dispatch.n);
    delist(store, dispatch, viewOf(statusAt(store, dispatch.n)));
    partStatus(store, dispatch.id, dispatch.n);
    store.texts.drop(dispatch.n);
    store.sql('DELETE FROM carried WHERE id = ?').run(dispatch.id);
  }
  removeKeys(store, dispatch.n);
  store.sql('DELETE FROM whole WHERE n = ?').run(dispatch.n);
  store.sql('DELETE FROM story_keys WHERE n = ?').run(dispatch.n);
  store.sql('DELETE FROM dispatch WHERE n = ?').run(dispatch.n);
}

const PAGES_A_STEP = 500;

/** Returns freed pages to the disk; they remain in the logs until these are checkpointed. */
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
