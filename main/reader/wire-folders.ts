import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import type { WireFolder } from '../../preload/contract/folders.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { fileWords } from '../../preload/export/file-words.ts';
import type { FileReading } from '../inbox/folder-defaults.ts';
import { isInside, isSameFolder } from '../inbox/real-path.ts';
import { whyAway } from '../inbox/why-away.ts';
import { defaultWireFolder } from './folders.ts';
import type { ReaderOptions } from './types.ts';

const HASH_CHARS = 6;

/** The key of a further folder: the same whenever the same path is added, so that what was read from it is known. */
export function keyOfPath(path: string): string {
  const hash = createHash('sha256').update(resolve(path)).digest('hex').slice(0, HASH_CHARS);
  return [fileWords(basename(path)), hash].filter(Boolean).join('-');
}

/** The folders at some paths, with what is known of those already. The first new one is the folder without a key. */
export function foldersAt(paths: readonly string[], known: readonly WireFolder[] = []): WireFolder[] {
  return paths.map((given, index) => {
    const path = resolve(given);
    const same = known.find((one) => one.path === path && (one.key !== '' || index === 0));
    return same ?? { key: index === 0 ? '' : keyOfPath(path), name: '', path };
  });
}

/** The folders to watch: an administrator's, else those of the command line, else those of the settings, else the default. */
export function wireFoldersOf(
  { policy, wires, host }: Pick<ReaderOptions, 'policy' | 'wires' | 'host'>,
  known: readonly WireFolder[] = [],
): readonly WireFolder[] {
  if (policy?.wireFolders)
    return policy.wireFolders.map((one, index) => {
      const path = resolve(one.path);
      return { ...one, path, key: index === 0 ? '' : keyOfPath(path), name: one.name ?? '' };
    });
  const given = policy?.wireFolder ?? wires;
  if (given !== undefined) return foldersAt(typeof given === 'string' ? [given] : given, known);
  return known.length > 0 ? known : foldersAt([defaultWireFolder(host.documents)]);
}

/** How the files of a folder are read. */
export function readingOf(folder: WireFolder, encodings: Readonly<Record<string, string>> = {}): FileReading {
  const { name: _, path: __, paused: ___, ...reading } = folder;
  return { ...reading, encodings };
}

/** Why a folder cannot be watched beside others: it is one of them, inside one, or around one. */
export function clashOf(path: string, others: readonly string[]): Message | undefined {
  for (const other of others) {
    if (isSameFolder(path, other)) return message('folder.watched', { path });
    if (isInside(path, other)) return message('folder.inside', { path, other });
    if (isInside(other, path)) return message('folder.around', { path, other });
  }
  return undefined;
}

/** Why the user cannot choose a folder for wire files; `others` are watched already. */
export function whyNotFolder(path: string, dataFolder: string, others: readonly string[]): Message | undefined {
  if (!isAbsolute(path)) return message('folder.relative', { path });
  const stats = statSync(path, { throwIfNoEntry: false });
  // A typo would become a folder that never receives anything.
  if (!stats) return message('folder.missing', { path });
  if (!stats.isDirectory()) return message('folder.file', { path });
  if (isSameFolder(path, dataFolder)) return message('folder.data-folder', { path });
  if (isInside(path, dataFolder)) return message('folder.in-library', { path });
  return clashOf(path, others) ?? whyAway(path);
}
