import { z } from 'zod';
import { type Message, message, messageKey, StoredMessage } from '../preload/contract/messages.ts';

/** The code by which Node names the kind of an error (`ENOENT`, `ERR_SQLITE_ERROR`); undefined where it has none. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** What an error says; of content that does not fit its schema, where that begins. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.')}: ${issue.message}` : error.name;
}

/** An error with a message for the user. */
export class UserError extends Error {
  readonly userMessage: Message;

  constructor(userMessage: Message, options?: ErrorOptions) {
    super(messageKey(userMessage), options);
    this.userMessage = userMessage;
  }
}

/** What the user is told of an error. */
export const messageOf = (error: unknown): Message =>
  ownMessage(error) ?? message('error.unexpected', { reason: reasonOf(error) });

/** The same as the reason in another message. */
export const reasonMessageOf = (error: unknown): Message =>
  ownMessage(error) ?? message('system', { reason: reasonOf(error) });

/** Errors of other threads arrive with their properties, but without their class. */
const ownMessage = (error: unknown): Message | undefined =>
  error instanceof Error && 'userMessage' in error ? StoredMessage.safeParse(error.userMessage).data : undefined;

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

/** Why something failed in a library, for the user; `folder` is where the library is, `full` what to say of a full disk. */
export const failureOf = (
  error: unknown,
  folder: string,
  full: 'disk.full' | 'disk.full-mark-again' | 'disk.full-run-again' = 'disk.full',
): Message => (isOutOfRoom(error) ? message(full, { folder }) : reasonMessageOf(error));

/** Then no file is to blame, and none must be remembered as read. */
export const isFullDisk = (error: unknown): boolean =>
  isOutOfRoom(error) || (error instanceof Error && (/I\/O/i.test(error.message) || codeOf(error) === 'EIO'));
