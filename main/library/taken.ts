import { codeOf, reasonOf } from '../wire/reason-of.ts';
import { sqliteCodeOf } from './sqlite-code.ts';

/** What became of the dispatches of a delivery. */
export interface Taken {
  readonly new: number;
  readonly versions: number;
  readonly known: number;
}

export const NOTHING_TAKEN: Taken = { new: 0, versions: 0, known: 0 };

export const sumOf = (a: Taken, b: Taken): Taken => ({
  new: a.new + b.new,
  versions: a.versions + b.versions,
  known: a.known + b.known,
});

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE: no room for what SQLite keeps beside a database. */
const NO_ROOM = [13, 4874];

export const isOutOfRoom = (error: unknown): boolean =>
  NO_ROOM.includes(sqliteCodeOf(error) ?? 0) ||
  /^(?:ENOSPC|EDQUOT)$/.test(codeOf(error) ?? '') ||
  // One that comes from another thread, or says why, has only its words left.
  (error instanceof Error && /\bdisk is full\b|\b(?:ENOSPC|EDQUOT)\b/.test(error.message));

/** What the person is told of a failure; `folder` is where the library lies, `next` what comes when there is room. */
export const failureOf = (error: unknown, folder: string, next = 'it is tried again by itself'): string =>
  isOutOfRoom(error) ? `there is no room left for ${folder}. Make room on its drive; ${next}.` : reasonOf(error);

/** Then no file is to blame, and none must be remembered as read. */
export const isFullDisk = (error: unknown): boolean =>
  isOutOfRoom(error) || (error instanceof Error && (/I\/O/i.test(error.message) || codeOf(error) === 'EIO'));
