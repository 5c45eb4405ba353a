import { realpathSync } from 'node:fs';

/** A path with its links resolved; one that leads nowhere, unchanged. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** True when two paths lead to the same folder. */
export const isSameFolder = (one: string, other: string): boolean => realPath(one) === realPath(other);
