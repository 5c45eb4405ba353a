import { z } from 'zod';
import { Encoding } from './encoding.ts';
import { StoredMessage } from './messages.ts';
import { isIanaZone } from './zone.ts';

/** Wire folders, and the paths by which the library knows their files. No Node and no DOM here. */

/** Begins the library's paths of a folder's files; empty for the folder that was there first. */
const FolderKey = z.string().max(80);

/** What a wire folder says of its files where they say nothing themselves. */
const FolderDefaults = z.object({
  source: z.string().min(1).max(80).optional(),
  /** Of times without a zone, where the agency has none of its own (IANA). */
  zone: z.string().max(60).refine(isIanaZone).optional(),
  rights: z.string().min(1).max(2_000).optional(),
  /** Every file is read in it. */
  encoding: Encoding.optional(),
});
export type FolderDefaults = z.infer<typeof FolderDefaults>;

export const WireFolder = FolderDefaults.extend({
  key: FolderKey,
  /** Empty: the last part of the path is its name. */
  name: z.string().max(120),
  /** Absolute. */
  path: z.string().min(1).max(4_096),
  /** Nothing is read from it. */
  paused: z.boolean().optional(),
});
export type WireFolder = z.infer<typeof WireFolder>;

export const MAX_FOLDERS = 50;

/** A wire folder as the window shows it; `trouble`: why it cannot be read. */
export const ShownFolder = WireFolder.extend({ trouble: StoredMessage.optional() });
export type ShownFolder = z.infer<typeof ShownFolder>;

/** What the user changes of a folder; its path stays. */
export const FolderChange = WireFolder.omit({ path: true });
export type FolderChange = z.infer<typeof FolderChange>;

/** What people call a folder. */
export const folderName = ({ name, path }: Pick<WireFolder, 'name' | 'path'>): string =>
  name || (path.split(/[/\\]/).findLast(Boolean) ?? path);

/**
 * The library's path of a file by its path below a folder. Folders that begin with a full stop are never read, so that no
 * file of the first folder has such a path.
 */
export const libraryPath = (key: string, path: string): string => (key === '' ? path : `.${key}/${path}`);

/** The key of the folder of a library's path, and the path below that folder. */
export function placeOf(path: string): { readonly key: string; readonly path: string } {
  const slash = path.startsWith('.') ? path.indexOf('/') : -1;
  return slash < 2 ? { key: '', path } : { key: path.slice(1, slash), path: path.slice(slash + 1) };
}
