import { type Dir, type Dirent, lstatSync, opendirSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeOf } from '../errors.ts';
import { isTemporary, wirePath } from './names.ts';
import { linksOutside } from './real-path.ts';

export interface FoundFile {
  /** Below the wire folder. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
}

interface FolderState {
  /** Last change of the folder itself, in milliseconds since 1970 by the clock of its drive. */
  readonly mtime: number;
  /** The same as ctime, which no copying program can set back. */
  readonly ctime: number;
  /** When it was scanned, by our clock. */
  readonly at: number;
  /** Its subfolders. */
  readonly folders: readonly string[];
}

const FILES_A_STEP = 500;
/** Names of a folder that are read, sorted and held at once: all of a usual folder's, and never a million. */
const NAMES_AT_ONCE = 10_000;
/** Milliseconds. FAT keeps times in steps of two seconds: a change within one may not show. */
const COARSE = 2_000;

interface TreeOptions {
  /** A folder that is not scanned. */
  readonly except?: string | undefined;
  /** Called with each folder before it is listed. */
  readonly folder?: ((folder: string, stats: Stats) => void) | undefined;
  /** Called with folders that may not be listed or entered. */
  readonly closed?: (folder: string) => void;
  /** Called with files and folders whose names are not UTF-8. */
  readonly unnamed?: (path: string) => void;
  /** Called with links to files outside the root. */
  readonly outside?: (path: string) => void;
}

/**
 * The wire folder and all folders below it. Links to files are followed as long as they stay inside, links to folders never: whoever may
 * write into the folder must not have any file of this user read.
 */
export class Tree {
  private readonly root: string;
  private readonly options: TreeOptions;
  private readonly scanned = new Map<string, FolderState>();

  constructor(root: string, options: TreeOptions = {}) {
    this.root = root;
    this.options = options;
  }

  /**
   * Every file below the wire folder that may be a dispatch, in steps of some hundred. `changed`: only those in folders where a file
   * was added or removed since the last scan; the other folders cost one stat each.
   */
  *scan({ folder = this.root, changed = false } = {}): Generator<FoundFile[]> {
    if (folder === this.options.except) return;
    const times = statsOf(folder);
    const before = this.scanned.get(folder);
    if (changed && before && times && isUnchanged(before, times)) {
      for (const path of before.folders) yield* this.scan({ folder: path, changed });
      return;
    }
    const at = Date.now();
    const folders: string[] = [];
    if (times) this.options.folder?.(folder, times);
    for (const entries of listed(folder, this.options.closed)) yield* this.look(folder, entries, changed, folders);
    // Only now: an unfinished scan does not count.
    if (times) this.scanned.set(folder, { mtime: times.mtimeMs, ctime: times.ctimeMs, at, folders });
    else this.scanned.delete(folder);
  }

  /** The files among some entries of a folder and in its subfolders, which are added to `folders`. */
  private *look(
    folder: string,
    entries: readonly Dirent[],
    changed: boolean,
    folders: string[],
  ): Generator<FoundFile[]> {
    let found: FoundFile[] = [];
    const { closed, unnamed, outside } = this.options;
    const nameOf = namesIn(this.root, folder);
    // The root of a drive ends with one.
    const start = folder.endsWith(sep) ? folder : folder + sep;
    for (const entry of entries) {
      const path = start + entry.name;
      if (entry.isDirectory() && !entry.name.startsWith('.')) {
        if (isUnnamed(entry, path)) unnamed?.(path);
        folders.push(path);
        yield* this.scan({ folder: path, changed });
      }
      const file = entry.isFile() || entry.isSymbolicLink() ? statAs(nameOf(entry.name), this.root, path) : undefined;
      if (file) found.push(file);
      else if (entry.isFile() && isUnnamed(entry, path)) unnamed?.(path);
      else if (entry.isFile() && isOutOfReach(path)) closed?.(folder);
      else if (entry.isSymbolicLink() && isFileOutside(this.root, path)) outside?.(path);
      if (found.length >= FILES_A_STEP) {
        yield found;
        found = [];
      }
    }
    yield found;
  }
}

/** Names of wire files and folders usually rise with time: last name first finds the newest first. */
const lastNameFirst = (a: Dirent, b: Dirent): number => (a.name < b.name ? 1 : -1);

/** The replacement character means bytes that are not UTF-8: such a name cannot be opened. */
const isUnnamed = (entry: Dirent, path: string): boolean => entry.name.includes('\ufffd') && !statsOf(path);

/** True when its folder may be listed but not entered. */
function isOutOfReach(path: string): boolean {
  try {
    lstatSync(path, { throwIfNoEntry: false });
    return false;
  } catch (error) {
    return isForbidden(error);
  }
}

const isForbidden = (error: unknown): boolean => /^(?:EACCES|EPERM)$/.test(codeOf(error) ?? '');

/** The entries of a folder, some thousand at a time, each time the last name first. */
function* listed(folder: string, closed?: (folder: string) => void): Generator<Dirent[]> {
  let list: Dir | undefined;
  try {
    list = opendirSync(folder, { bufferSize: 1024 });
    for (let entries = next(list); entries.length > 0; entries = next(list)) yield entries;
  } catch (error) {
    // Any other error: it was removed meanwhile; the next scan tries again.
    if (isForbidden(error)) closed?.(folder);
  } finally {
    list?.closeSync();
  }
}

function next(list: Dir): Dirent[] {
  const entries: Dirent[] = [];
  while (entries.length < NAMES_AT_ONCE) {
    const entry = list.readSync();
    if (!entry) break;
    entries.push(entry);
  }
  return entries.sort(lastNameFirst);
}

/** A file as it is now; undefined when it is missing, not a file, or of a kind that is never read. */
export const statWireFile = (root: string, path: string): FoundFile | undefined =>
  statAs(wirePath(root, path), root, path);

/** What `wirePath` gives for the files of a folder, much faster: it is asked for each of a million known files. */
function namesIn(root: string, folder: string): (file: string) => string | undefined {
  const inFolder = wirePath(root, join(folder, 'x'))?.slice(0, -1);
  return (file) => (inFolder === undefined || isTemporary(file) ? undefined : inFolder + file);
}

function statAs(name: string | undefined, root: string, path: string): FoundFile | undefined {
  if (name === undefined) return undefined;
  const own = statsOf(path);
  const stats = own?.isSymbolicLink() ? targetInside(root, path) : own;
  if (!stats?.isFile()) return undefined;
  return { path: name, size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs };
}

/** True when nothing was added or removed since the scan, nor so shortly before it that the times may not show it. */
const isUnchanged = ({ mtime, ctime, at }: FolderState, now: Stats): boolean =>
  mtime === now.mtimeMs && ctime === now.ctimeMs && mtime < at - COARSE;

function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may be listed but not entered, or a broken drive: the other files are still read.
    return undefined;
  }
}

const targetInside = (root: string, path: string) => (linksOutside(root, path) ? undefined : targetOf(path));

/** True for a link to a file that is not below `root`, and would be read if it were. */
const isFileOutside = (root: string, path: string): boolean =>
  wirePath(root, path) !== undefined && targetOf(path)?.isFile() === true && linksOutside(root, path);

/** The target of a link; undefined for a broken one. */
function targetOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
