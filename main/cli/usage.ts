import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';

/** A usage error: its message is shown with the usage. */
export class UsageError extends UserError {}

/** The folder given by an option. An empty value comes from an unset variable and does not mean the working directory. */
export function folderOf(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(message('usage.folder-needed', { option }));
  const folder = resolve(value);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(message('usage.folder-file', { option, folder }));
  return folder;
}
