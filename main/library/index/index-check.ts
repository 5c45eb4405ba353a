import { existsSync, statSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf, sqliteCodeOf } from '../../errors.ts';
import { startThread } from '../../threads/thread.ts';
import { clear } from '../record/set-aside.ts';

const EVERY = 7 * 24 * 3600 * 1000;

/** Whether it was found sound within the last week: in the background it is checked once a week. */
export function wasChecked(path: string, now: number): boolean {
  const stamp = `${path}.checked`;
  return existsSync(stamp) && now - statSync(stamp).mtimeMs < EVERY;
}

/**
 * Checks the index on another thread. Resolves with the damage, or undefined if there is none. A damaged index is rebuilt at the
 * next start; open connections go on reading what they can.
 */
export async function checkIndex(path: string): Promise<string | undefined> {
  const thread = startThread(import.meta.url, 'check-thread', { path });
  const damage = await new Promise<string>((resolve) => {
    thread.once('message', (text: string) => resolve(text));
    thread.once('error', (error) => resolve(error.message));
  });
  if (damage === '') noteSound(path);
  else markDamaged(path, damage);
  return damage === '' ? undefined : damage;
}

/** SQLite's own check of structure and order, FTS5's included, of every file of a connection; it may read a gigabyte. */
export function damageOf(db: DatabaseSync): string | undefined {
  try {
    const result = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    return result === 'ok' ? undefined : String(result);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Records that an index is sound, because it was just created. */
export const noteSound = (path: string): void => writeMark(`${path}.checked`, '');

/** Before an index is opened: if one of these SQLite logs is left from a killed process, it is checked soon, however recently it was. */
export function checkAfterCrash(path: string, logs: readonly string[]): void {
  if (logs.some((log) => existsSync(log) && statSync(log).size > 0)) clear(`${path}.checked`);
}

/** Whether the index was found damaged and has not been rebuilt since. */
export const isMarkedDamaged = (path: string): boolean => existsSync(damagedMark(path));

export const markDamaged = (path: string, damage: string): void => writeMark(damagedMark(path), `${damage}\n`);

export const forgetDamage = (path: string): void => clear(damagedMark(path));

/** The notice for the user. */
export const damageNotice = (damage: string): Message =>
  message('index.damaged', { reason: message('system', { reason: damage }) });

/** SQLITE_CORRUPT and SQLITE_NOTADB, also in their extended forms (sqlite.org/rescode.html). */
export const isDamage = (error: unknown): boolean => [11, 26].includes((sqliteCodeOf(error) ?? 0) & 0xff);

const damagedMark = (path: string): string => `${path}.damaged`;

function writeMark(path: string, text: string): void {
  clear(path);
  writeFileSync(path, text);
}
