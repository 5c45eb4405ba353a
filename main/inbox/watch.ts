import { join, resolve } from 'node:path';
import { watch as watchFolder } from 'chokidar';

export interface Watcher {
  close(): Promise<void>;
}

/**
 * Watches the wire folder with its subfolders, except for one that is left alone. Only folders are handed to chokidar, and
 * files are taken from its folders' raw events: a hundred thousand files that were read long ago then cost no memory. A raw
 * event that is lost (chokidar calls them unstable, network drives drop them) is made up for by the looks at the folders.
 */
export function watch(
  root: string,
  except: string,
  on: {
    file(path: string): void;
    folder(path: string): void;
    /** Every folder that was there is watched now. */
    ready(): void;
    error(error: unknown): void;
  },
): Watcher {
  const watcher = watchFolder(root, {
    ignored: (path, stats) => stats?.isFile() || resolve(path) === except,
    ignoreInitial: true,
    followSymlinks: false,
    atomic: false,
    ignorePermissionErrors: true,
  });
  watcher.on('raw', (_event, name, details) => {
    const folder = watchedFolder(details);
    if (folder !== undefined && name) on.file(resolve(folder, name));
  });
  watcher.on('addDir', (path) => on.folder(resolve(path)));
  watcher.on('ready', () => on.ready());
  watcher.on('error', (error) => on.error(error));
  return { close: () => watcher.close() };
}

function watchedFolder(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return undefined;
  return typeof details.watchedPath === 'string' ? join(details.watchedPath) : undefined;
}
