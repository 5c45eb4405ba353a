/** The code by which Node names the kind of an error (`ENOENT`, `ERR_SQLITE_ERROR`); undefined where it has none. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** What an error says. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The number by which SQLite names the kind of an error, in its extended form (sqlite.org/rescode.html). */
export const sqliteCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;

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
