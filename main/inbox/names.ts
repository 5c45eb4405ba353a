import { basename, relative, sep } from 'node:path';

/** Extensions that programs give to incomplete files. */
const UNFINISHED = /\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp|swx|lock|!ut)$/i;

/** True for names no agency gives a complete file: hidden files, editors' copies, transfers under way. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || name.endsWith('~') || UNFINISHED.test(name);
}

/** The path below the wire folder, with forward slashes; undefined for what is outside or never read. */
export function wirePath(root: string, path: string): string | undefined {
  const below = relative(root, path);
  if (below === '' || below.startsWith('..') || below.startsWith(sep)) return undefined;
  const parts = below.split(sep);
  // Hidden folders are skipped too (.git, .Trash, .stversions).
  if (parts.slice(0, -1).some((part) => part.startsWith('.')) || isTemporary(basename(path))) return undefined;
  return parts.join('/');
}
