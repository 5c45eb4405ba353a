import { renameSync, rmSync, statSync } from 'node:fs';

/** Whether something has this name that is no file: a folder, a pipe, a device. A pipe would block whoever opens it. */
export const isBlocked = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === false;

/** Renames what cannot be read, file or folder; returns its new path. */
export function setAside(path: string): string {
  const aside = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(path, aside);
  return aside;
}

/** Makes room for a file: removes the one of this name; what is no file is set aside. */
export function clear(path: string): void {
  if (isBlocked(path)) setAside(path);
  else rmSync(path, { force: true });
}
