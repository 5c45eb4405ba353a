import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wirePath } from './names.ts';

export interface Found {
  /** Below the wire folder. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
}

const FILES_A_STEP = 500;

/** Every file below the wire folder that may be a dispatch, in steps of some hundred; links are not followed. */
export function* scan(root: string, folder = root): Generator<Found[]> {
  let found: Found[] = [];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) yield* scan(root, path);
      continue;
    }
    const file = entry.isFile() ? look(root, path) : undefined;
    if (file) found.push(file);
    if (found.length >= FILES_A_STEP) {
      yield found;
      found = [];
    }
  }
  yield found;
}

/** Names of wire files and folders count up with time: from the end, the newest are found first. */
const lastNameFirst = (a: Dirent, b: Dirent): number => (a.name < b.name ? 1 : -1);

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(lastNameFirst);
  } catch {
    // Gone or closed to us between two looks: the next rescan tries again.
    return [];
  }
}

/** One file as it is now; undefined when it is none, gone, or never read. */
export function look(root: string, path: string): Found | undefined {
  const name = wirePath(root, path);
  if (name === undefined) return undefined;
  const stats = statsOf(path);
  if (!stats?.isFile()) return undefined;
  return { path: name, size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs };
}

function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may be listed and not entered, a broken drive: the other files are read all the same.
    return undefined;
  }
}
