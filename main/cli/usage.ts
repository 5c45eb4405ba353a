import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { clashOf } from '../reader/wire-folders.ts';

/** A usage error: its message is shown with the usage. */
export class UsageError extends UserError {}

/** The folders given by an option that may be repeated; none inside another one. */
export function foldersOf(option: string, values: readonly string[]): string[] {
  const folders = values.map((value) => folderOf(option, value));
  for (const [index, folder] of folders.entries()) {
    const clash = clashOf(folder, folders.slice(0, index));
    if (clash) throw new UsageError(clash);
  }
  return folders;
}

/** The folder given by an option. An empty value comes from an unset variable and does not mean the working directory. */
export function folderOf(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(message('usage.folder-needed', { option }));
  const folder = resolve(value);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(message('usage.folder-file', { option, folder }));
  return folder;
}
