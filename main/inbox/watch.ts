import { join, resolve } from 'node:path';
import { watch as watchFolder } from 'chokidar';

export interface Watcher {
  close(): Promise<void>;
}

/**
 * Watches the wire folder with its subfolders, except for one. Only folders are given to chokidar; files come from the folders'
 * raw events, so that a hundred thousand old files cost no memory. Scans make up for lost raw events (chokidar calls them
 * unstable, network drives drop them).
 */
export function watch(
  root: string,
  except: string,
  on: {
    file(path: string): void;
    folder(path: string): void;
    /** All existing folders are watched from now on. */
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
