import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { mergeBackup, stageRestore } from '../backup/restore.ts';
import { Library } from '../library/library.ts';
import { withLibrary } from './open-library.ts';
import { print } from './print.ts';
import { folderOf, UsageError } from './usage.ts';

/**
 * `depesche backup --data DIR --to FILE`: writes a ZIP of everything the user has and prints `{"file": …, "bytes": …}`. The library may
 * be open in another process.
 */
export async function backup(args: string[]): Promise<number> {
  const { data, to } = parseArgs({ args, options: { data: { type: 'string' }, to: { type: 'string' } } }).values;
  const folder = folderOf('--data', data);
  if (!existsSync(join(folder, 'library')) && !existsSync(join(folder, 'journal')))
    throw new UsageError(message('usage.no-library', { folder }));
  const file = fileOf('--to', to);
  const bytes = await makeBackup(folder, file, new Date());
  await print(`${JSON.stringify({ file, bytes })}\n`);
  return 0;
}

const restoreOptions = { data: { type: 'string' }, from: { type: 'string' }, merge: { type: 'boolean' } } as const;

/**
 * `depesche restore --data DIR --from FILE`: replaces what is in the data folder and keeps it in a folder beside. With `--merge`, adds
 * what the library lacks and prints how many dispatches that was. Returns 3 if another process has the library open.
 */
export async function restore(args: string[]): Promise<number> {
  const { data, from, merge } = parseArgs({ args, options: restoreOptions }).values;
  const folder = folderOf('--data', data);
  const file = fileOf('--from', from);
  if (!merge) await Library.whileClosed(folder, () => stageRestore(folder, file));
  return withLibrary(data, false, async (library) => {
    if (merge) await print(`${JSON.stringify(await mergeBackup(library, folder, file))}\n`);
    return 0;
  });
}

function fileOf(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(message('usage.backup', { option }));
  return resolve(value);
}
