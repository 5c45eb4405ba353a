import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../errors.ts';
import { contentOf, type Library, stagedRestore } from '../library/library.ts';
import { makeFolder } from '../make-folder.ts';
import { unpack } from './container.ts';
import { checkBackup } from './manifest.ts';
import { type Merged, mergeRecord } from './merge.ts';

const PART = 'restore.part';
/** What may be in a backup: nothing else is written to the disk. */
const IN_RECORD = /^(?:(?:settings|rules|alarms)\.json|(?:library|journal)\/(?:[\w.-]+\/)?[\w.-]+)$/;

/**
 * Prepares a backup to replace the record of a data folder when its library is opened next. Until then nothing changes, and
 * `cancelRestore` takes it back. Rejects with a UserError if the file is no backup or damaged.
 */
export async function stageRestore(dataFolder: string, path: string): Promise<void> {
  const part = await unpacked(dataFolder, path);
  await cancelRestore(dataFolder);
  await rename(part, stagedRestore(dataFolder));
}

/** A restore waits for the next opening. */
export const isRestoreStaged = (dataFolder: string): boolean => existsSync(stagedRestore(dataFolder));

export const cancelRestore = (dataFolder: string): Promise<void> =>
  rm(stagedRestore(dataFolder), { recursive: true, force: true });

/**
 * Adds to an open library what a backup has and it lacks: dispatches, and of every status the later change. Settings, saved
 * searches and rules stay. After a crash it can be repeated. Rejects with a UserError as `stageRestore` does.
 */
export async function mergeBackup(library: Library, dataFolder: string, path: string): Promise<Merged> {
  const part = await unpacked(dataFolder, path);
  try {
    return await mergeRecord(library, contentOf(part));
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function unpacked(dataFolder: string, path: string): Promise<string> {
  await checkBackup(path);
  const part = join(dataFolder, PART);
  await rm(part, { recursive: true, force: true });
  makeFolder(contentOf(part));
  try {
    await unpack(path, contentOf(part), (name) => IN_RECORD.test(name));
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw new UserError(message('backup.damaged', { path, reason: reasonMessageOf(error) }), { cause: error });
  }
  return part;
}
