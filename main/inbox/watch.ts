import { type FSWatcher, lstatSync, type Stats, watch as watchFolder } from 'node:fs';
import { basename, join, sep } from 'node:path';

export interface Watcher {
  /** Watches a folder that a scan is about to list; `stats` are its own. */
  folder(path: string, stats: Stats): void;
  close(): void;
}

interface Watched {
  readonly watcher: FSWatcher;
  /** Another folder may be at the same path later. */
  readonly ino: number;
}

/**
 * Watches the wire folder with its subfolders, except for one. Windows and macOS watch a tree as a whole; on Linux each folder is
 * watched once a scan finds it, so that nothing is missed in between and a hundred thousand files cost no memory. Scans make
 * up for what the system does not tell: network drives tell nothing.
 *
 * Not chokidar: whenever a file arrives it lists the folder again and keeps a closure and a promise for each file in it. Beside
 * 20,000 files, one arrival a second took a third of a processor.
 */
export function watch(
  root: string,
  except: string,
  on: {
    /** Something happened to a file. */
    file(path: string): void;
    /** A folder is new. */
    folder(path: string): void;
    /** A folder is not watched, or no longer. */
    error(error: unknown): void;
  },
  asTree: boolean = process.platform !== 'linux',
): Watcher {
  const watched = new Map<string, Watched>();
  let isTold = false;

  /** Once: with too many folders each of them fails. */
  function failed(error: unknown): void {
    if (!isTold) on.error(error);
    isTold = true;
  }

  function hear(folder: string, event: string, name: string | null): void {
    if (name === null) return;
    const path = join(folder, name);
    if (path === except || path.startsWith(except + sep)) return;
    const isNew = event === 'rename' ? isFolder(path) : undefined;
    if (isNew !== undefined) forget(path);
    // A watched folder tells of its own end under its own name. There may be another one at its path already.
    if (isNew === false && name === basename(folder)) {
      forget(folder);
      on.folder(folder);
    }
    if (isNew) on.folder(path);
    else on.file(path);
  }

  function start(path: string, ino: number): void {
    try {
      const watcher = watchFolder(path, { recursive: asTree }, (event, name) => hear(path, event, name));
      // A folder that disappears is an error on Windows; a scan reports the one that should be there.
      watcher.on('error', () => forget(path));
      watched.set(path, { watcher, ino });
    } catch (error) {
      if (isFolder(path)) failed(error);
    }
  }

  function forget(folder: string): void {
    if (!watched.has(folder)) return;
    for (const [path, { watcher }] of watched) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watched.delete(path);
    }
  }

  return {
    folder(path, { ino }) {
      if (asTree && path !== root) return;
      if (watched.get(path)?.ino === ino) return;
      forget(path);
      start(path, ino);
    },
    close() {
      for (const { watcher } of watched.values()) watcher.close();
      watched.clear();
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
