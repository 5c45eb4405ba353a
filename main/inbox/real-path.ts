import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

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

/**
 * Whether a folder is `root` or inside it, both as written and when links are followed. As written first: on Windows even a
 * check of a path on another machine signs in there.
 */
export const isInside = (folder: string, root: string): boolean =>
  leadsDown(resolve(root), resolve(folder)) && leadsDown(realPath(root), realPath(resolve(folder)));

/** Whether a link leads out of `root`; one that leads nowhere does not. */
export const linksOutside = (root: string, link: string): boolean => !leadsDown(realPath(root), realPath(link));

function leadsDown(from: string, to: string): boolean {
  const path = relative(from, to);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
