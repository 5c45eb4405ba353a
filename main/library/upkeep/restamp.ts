import { isOfDatabase, isOutOfRoom } from '../../errors.ts';
import { targets } from '../changes/mark-targets.ts';
import { unsentAfter } from '../changes/unsent.ts';
import { groupsOf, writeStatus } from '../changes/write-status.ts';
import { statusOf } from '../index/rows.ts';
import { statusOfId } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import { type Stamp, timeOf } from '../record/stamp.ts';
import type { Status } from '../record/status.ts';
import { bookmarksOn } from './fold.ts';

/** How stamps of a clock that was wrong are corrected, before anybody else has seen them. */
export interface Correction {
  /** The server's time (ISO 8601). */
  readonly now: string;
  /** All that is unsent was stamped by that clock; else only what is ahead of `now` can be said to be. */
  readonly all: boolean;
}

/** A status with its corrected stamps. */
interface Corrected {
  readonly id: string;
  readonly day: string;
  readonly status: Status;
}

const ROWS = 500;

/** The unsent statuses with stamps that have to be corrected, by milliseconds and never beyond `now`; `desk` is this one's id. */
export function wrongStamps(store: Store, desk: string, by: number, { now, all }: Correction): Corrected[] {
  const corrected = (stamp: Stamp): Stamp => {
    const time = timeOf(stamp);
    // A clock that was slow has stamped nothing ahead: there every change since the last exchange is late.
    const isWrong = time > now || (all && by > 0 && stamp.endsWith(`-${desk}`));
    if (!isWrong) return stamp;
    const right = new Date(Date.parse(time) + by).toISOString();
    return (right < now ? right : now) + stamp.slice(time.length);
  };
  const found: Corrected[] = [];
  for (
    let page = unsentAfter(store, '', ROWS);
    page.length > 0;
    page = unsentAfter(store, page.at(-1)?.id ?? '', ROWS)
  ) {
    for (const { id, json } of page) {
      const fields = Object.entries(statusOf(json));
      if (fields.every(([, { stamp }]) => corrected(stamp) === stamp)) continue;
      const status = Object.fromEntries(
        fields.map(([name, { value, stamp }]) => [name, { value, stamp: corrected(stamp) }]),
      );
      const day = store.sql(`SELECT day FROM (${statusOfId('?1')})`).get(id)?.day;
      found.push({ id, day: String(day), status });
    }
  }
  return found;
}

/**
 * Writes them to the files and the index, in an open transaction: not through the journal, as merging would bring the later stamps
 * back. Nothing may be left to fold. Returns how many were written; a day whose file cannot be written keeps its own.
 */
export function restamp(store: Store, files: LibraryFiles, corrected: readonly Corrected[]): number {
  let written = 0;
  store.begin();
  for (const [day, some] of Map.groupBy(corrected, (one) => one.day)) {
    try {
      const file = files.statuses(day);
      for (const { id, status } of some) file.data[id] = status;
      file.write();
    } catch (error) {
      if (isOfDatabase(error) || isOutOfRoom(error)) throw error;
      continue;
    }
    const statuses = new Map(some.map(({ id, status }) => [id, status]));
    for (const batch of targets(store, [...statuses.keys()]))
      for (const one of batch)
        for (const group of groupsOf([one]))
          writeStatus(store, group, statuses.get(one.id) ?? group.status, { isBulk: true, isShared: true });
    files.putBookmarks(day, bookmarksOn(store, day));
    written += some.length;
  }
  return written;
}
