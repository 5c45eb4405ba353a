import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { message } from '../../preload/contract/messages.ts';
import { codeOf, UserError } from '../errors.ts';

/** The data by which a page finds its host again after a restart. */
export interface Session {
  /** 256 bits in base64url; anyone who has it can use the reader. */
  readonly key: string;
  /** The port of the previous run; 0: any. */
  readonly port: number;
}

/**
 * How long a session outlives its host, in milliseconds. Long enough for a restart; short because a page that is left open
 * keeps its key, and the port it came from is free for any user of the machine.
 */
const KEPT_MS = 10 * 60_000;

const Key = z.string().regex(/^[\w-]{43}$/);
const Content = z.object({ key: Key, port: z.int().min(1).max(65_535) });

/** The session of the previous run, if that ended (or last called `keepSession`) within ten minutes; else a new one. */
export function findSession(file: string): Session {
  try {
    const age = Math.abs(Date.now() - statSync(file).mtimeMs);
    if (age <= KEPT_MS) return Content.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing or damaged: pages of the previous run have to be opened again.
  }
  return { key: newKey(), port: 0 };
}

/**
 * Writes the session where only this user can read it. Call it regularly while the host runs. If it cannot be written (a full
 * disk), pages have to be opened again after a restart.
 */
export function keepSession(file: string, session: Session): void {
  try {
    writeFileAtomic.sync(file, JSON.stringify(session), { mode: 0o600, fsync: false });
  } catch {
    // Nothing else depends on it.
  }
}

const newKey = (): string => randomBytes(32).toString('base64url');

/**
 * The key in a file of the user's, for a bookmark that lasts; a missing file is created with a new key (mode 0600). Rejects, with a
 * UserError, a file that others can read or that belongs to another user: they would have the key. (Windows has no such modes.)
 */
export function lastingKey(file: string): string {
  try {
    writeFileSync(file, `${newKey()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const { mode, uid } = statSync(file);
  const isPrivate = process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.getuid?.());
  if (!isPrivate) throw new UserError(message('token.not-private', { file }));
  const key = Key.safeParse(readFileSync(file, 'utf8').trim());
  if (!key.success) throw new UserError(message('token.no-key', { file }));
  return key.data;
}
