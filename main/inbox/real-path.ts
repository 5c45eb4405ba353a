import { realpathSync } from 'node:fs';

/** Where a path leads to when links are followed; one that leads nowhere as it is. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether two paths lead to the same folder when links are followed. */
export const isSameFolder = (one: string, other: string): boolean => realPath(one) === realPath(other);
