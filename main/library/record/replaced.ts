import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';

/** What a user has in a data folder; the rest is derived, or belongs to this computer. */
export const RECORD = ['library', 'journal', 'settings.json', 'rules.json', 'alarms.json'] as const;
/** What has to go with it: last good copies would bring back what a backup does not have, and an index what it forgot. */
const LEAVES = /^(?:library|journal|(?:settings|rules|alarms)\.json(?:\.bak)?|(?:index|search)\.sqlite(?:-.*)?)$/;

const STAGED = 'restore';
const SWAPPING = 'restore.swapping';
const CONTENT = 'content';
const FORMER = 'former';

/** The folder whose `content` replaces the record of a data folder at the next opening. It appears by one rename, when complete. */
export const stagedRestore = (dataFolder: string): string => join(dataFolder, STAGED);
export const contentOf = (staged: string): string => join(staged, CONTENT);

/**
 * Replaces the record by what is staged, if anything is. Nobody else may have the library open. Every step is a rename, and after
 * a crash the next call goes on. Nothing is deleted: returns the folder that has what was there before.
 */
export function finishRestore(dataFolder: string): string | undefined {
  const staged = join(dataFolder, STAGED);
  const swapping = join(dataFolder, SWAPPING);
  if (existsSync(staged) && !existsSync(swapping)) {
    makeFolder(join(staged, FORMER));
    for (const name of readdirSync(dataFolder))
      if (LEAVES.test(name)) renameSync(join(dataFolder, name), join(staged, FORMER, name));
    renameSync(staged, swapping);
  }
  if (!existsSync(swapping)) return undefined;
  for (const name of RECORD) {
    const from = join(swapping, CONTENT, name);
    if (existsSync(from)) renameSync(from, join(dataFolder, name));
  }
  const former = freeName(join(dataFolder, `before-restore-${new Date().toISOString().slice(0, 10)}`));
  if (existsSync(join(swapping, FORMER))) renameSync(join(swapping, FORMER), former);
  rmSync(swapping, { recursive: true, force: true });
  return former;
}

function freeName(path: string): string {
  let free = path;
  for (let n = 2; existsSync(free); n += 1) free = `${path}-${n}`;
  return free;
}
