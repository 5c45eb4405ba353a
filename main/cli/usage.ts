import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The command line is wrong: the usage is shown with this message. */
export class UsageError extends Error {}

/** The folder that an option names. What is empty is a variable that was not set, and no wish for the working directory. */
export function folderOf(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${option} is missing`);
  const folder = resolve(value);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${option}: ${folder} is a file and no folder`);
  return folder;
}
