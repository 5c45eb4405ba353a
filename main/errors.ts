import { z } from 'zod';
import { type Message, message, messageKey, StoredMessage } from '../preload/contract/messages.ts';

/** Node's code for the kind of an error (`ENOENT`, `ERR_SQLITE_ERROR`); undefined if it has none. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** The text of an error; for invalid content, the first mismatch with the schema. */
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

/** The message about an error for the user. */
export const messageOf = (error: unknown): Message =>
  ownMessage(error) ?? message('error.unexpected', { reason: reasonOf(error) });

/** The same as the reason in another message. */
export const reasonMessageOf = (error: unknown): Message =>
  ownMessage(error) ?? systemMessage(error) ?? message('system', { reason: reasonOf(error) });

/** Why a file that the user named cannot be read. */
export function fileMessageOf(error: unknown): Message {
  const code = codeOf(error);
  if (code === 'ENOENT') return message('file.missing');
  if (code === 'EACCES' || code === 'EPERM') return message('file.forbidden');
  return message('file.unreadable', { reason: reasonMessageOf(error) });
}

/** The errors of the system that people meet, by their codes (errno). */
const SYSTEM = {
  EACCES: 'system.denied',
  EPERM: 'system.denied',
  EROFS: 'system.read-only',
  ENOENT: 'system.missing',
  ENOTDIR: 'system.not-a-folder',
  EEXIST: 'system.not-a-folder',
  EISDIR: 'system.folder',
  EBUSY: 'system.in-use',
  EIO: 'system.drive',
} as const;
const isKnown = (code: string): code is keyof typeof SYSTEM => Object.hasOwn(SYSTEM, code);

/** What people are told of an error of the file system; undefined where it names no path. */
function systemMessage(error: unknown): Message | undefined {
  const code = codeOf(error) ?? '';
  if (/^E[MN]FILE$/.test(code)) return message('system.too-many-open');
  if (!isKnown(code) || !(error instanceof Error) || !('path' in error)) return undefined;
  return message(SYSTEM[code], { path: String(error.path).replace(TEMPORARY, '') });
}

/** What write-file-atomic appends to the name of a file while it writes it. */
const TEMPORARY = /(?<=\.(?:json|html))\.\d{1,20}$/;

/** Errors of other threads arrive with their properties, but without their class. */
const ownMessage = (error: unknown): Message | undefined =>
  error instanceof Error && 'userMessage' in error ? StoredMessage.safeParse(error.userMessage).data : undefined;

/** SQLite's extended result code of an error (sqlite.org/rescode.html). */
export const sqliteCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;

export const isOfDatabase = (error: unknown): boolean => codeOf(error) === 'ERR_SQLITE_ERROR';

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE: no room for SQLite's files next to a database. */
const NO_ROOM = [13, 4874];

export const isOutOfRoom = (error: unknown): boolean =>
  NO_ROOM.includes(sqliteCodeOf(error) ?? 0) ||
  /^(?:ENOSPC|EDQUOT)$/.test(codeOf(error) ?? '') ||
  // An error from another thread, or one used as a reason, has only its text left.
  (error instanceof Error && /\bdisk is full\b|\b(?:ENOSPC|EDQUOT)\b/.test(error.message));

/** Why something failed in a library, for the user; `folder` is the library's, `full` the message for a full disk. */
export const failureOf = (
  error: unknown,
  folder: string,
  full: 'disk.full' | 'disk.full-mark-again' | 'disk.full-run-again' = 'disk.full',
): Message => (isOutOfRoom(error) ? message(full, { folder }) : reasonMessageOf(error));

/** Then it is not the file's fault, and no file must be recorded as read. */
export const isFullDisk = (error: unknown): boolean =>
  isOutOfRoom(error) || (error instanceof Error && (/I\/O/i.test(error.message) || codeOf(error) === 'EIO'));
