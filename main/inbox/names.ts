import { basename, relative, sep } from 'node:path';

/** Endings under which programs keep a file that is not finished yet. */
const UNFINISHED = /\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp|swx|lock|!ut)$/i;

/** True for names that no agency gives a finished file: hidden ones, editors' copies, transfers under way. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || name.endsWith('~') || UNFINISHED.test(name);
}

/** The path below the wire folder, with forward slashes; undefined for what lies outside or is never read. */
export function wirePath(root: string, path: string): string | undefined {
  const below = relative(root, path);
  if (below === '' || below.startsWith('..') || below.startsWith(sep)) return undefined;
  const parts = below.split(sep);
  // Folders named like hidden files are left alone too (.git, .Trash, .stversions).
  if (parts.slice(0, -1).some((part) => part.startsWith('.')) || isTemporary(basename(path))) return undefined;
  return parts.join('/');
}
