import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../errors.ts';
import { wirePath } from './names.ts';

export interface Found {
  /** Below the wire folder. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
}

interface Look {
  /** When the folder itself had changed last, in milliseconds since 1970 by the clock of its drive. */
  readonly mtime: number;
  /** The same for what no copying program can set back. */
  readonly ctime: number;
  /** When it was looked at, by ours. */
  readonly at: number;
  /** The folders in it. */
  readonly folders: readonly string[];
}

const FILES_A_STEP = 500;
/** Drives count time in steps of two seconds at the most (FAT): what happened within them may look like nothing. */
const COARSE = 2_000;

interface TreeOptions {
  /** A folder that is left alone. */
  readonly except?: string | undefined;
  /** Hears of folders that may not be listed or entered. */
  readonly closed?: (folder: string) => void;
  /** Hears of files and folders whose names are no text. */
  readonly unnamed?: (path: string) => void;
}

/** The wire folder and all folders below it; links to files are followed, links to folders are not. */
export class Tree {
  private readonly root: string;
  private readonly options: TreeOptions;
  private readonly looks = new Map<string, Look>();

  constructor(root: string, options: TreeOptions = {}) {
    this.root = root;
    this.options = options;
  }

  /**
   * Every file below the wire folder that may be a dispatch, in steps of some hundred. `changed`: only those in folders to
   * which one came, or from which one went, since they were looked at last; so many folders cost little more than a look at
   * each.
   */
  *scan({ folder = this.root, changed = false } = {}): Generator<Found[]> {
    if (folder === this.options.except) return;
    const times = statsOf(folder);
    const before = this.looks.get(folder);
    if (changed && before && times && isQuiet(before, times)) {
      for (const path of before.folders) yield* this.scan({ folder: path, changed });
      return;
    }
    const at = Date.now();
    const folders: string[] = [];
    let found: Found[] = [];
    const { closed, unnamed } = this.options;
    for (const entry of entriesOf(folder, closed)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) {
        if (isUnnamed(entry, path)) unnamed?.(path);
        folders.push(path);
        yield* this.scan({ folder: path, changed });
      }
      const file = entry.isFile() || entry.isSymbolicLink() ? look(this.root, path) : undefined;
      if (file) found.push(file);
      else if (entry.isFile() && isUnnamed(entry, path)) unnamed?.(path);
      else if (entry.isFile() && isOutOfReach(path)) closed?.(folder);
      if (found.length >= FILES_A_STEP) {
        yield found;
        found = [];
      }
    }
    // Only now: a look that was not finished is none.
    if (times) this.looks.set(folder, { mtime: times.mtimeMs, ctime: times.ctimeMs, at, folders });
    else this.looks.delete(folder);
    yield found;
  }
}

/** Names of wire files and folders count up with time: from the end, the newest are found first. */
const lastNameFirst = (a: Dirent, b: Dirent): number => (a.name < b.name ? 1 : -1);

/** The replacement character stands for bytes that are no UTF-8: nothing can be opened by such a name. */
const isUnnamed = (entry: Dirent, path: string): boolean => entry.name.includes('\ufffd') && !statsOf(path);

/** Its folder may be listed and not entered. */
function isOutOfReach(path: string): boolean {
  try {
    lstatSync(path, { throwIfNoEntry: false });
    return false;
  } catch (error) {
    return isForbidden(error);
  }
}

const isForbidden = (error: unknown): boolean => /^(?:EACCES|EPERM)$/.test(codeOf(error) ?? '');

function entriesOf(folder: string, closed?: (folder: string) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(lastNameFirst);
  } catch (error) {
    // Else it has gone between two looks: the next rescan tries again.
    if (isForbidden(error)) closed?.(folder);
    return [];
  }
}

/** One file as it is now; undefined when it is none, gone, or never read. */
export function look(root: string, path: string): Found | undefined {
  const name = wirePath(root, path);
  if (name === undefined) return undefined;
  const own = statsOf(path);
  const stats = own?.isSymbolicLink() ? targetOf(path) : own;
  if (!stats?.isFile()) return undefined;
  return { path: name, size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs };
}

/** Nothing came to a folder and nothing went since, nor just before, when its clock may have stood still. */
const isQuiet = ({ mtime, ctime, at }: Look, now: Stats): boolean =>
  mtime === now.mtimeMs && ctime === now.ctimeMs && mtime < at - COARSE;

function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may be listed and not entered, a broken drive: the other files are read all the same.
    return undefined;
  }
}

/** What a link leads to; undefined for one that leads nowhere. */
function targetOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
