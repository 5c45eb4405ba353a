import { z } from 'zod';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../errors.ts';
import { readFrom } from './container.ts';

/** The first file of a backup. */
export const MANIFEST = 'depesche-backup.json';
export const MANIFEST_VERSION = 1;

const Manifest = z.object({ version: z.int(), program: z.string(), at: z.string() });
export type Manifest = z.infer<typeof Manifest>;

/** Checks that a file is a backup that this program can read. Rejects with a UserError. */
export async function checkBackup(path: string): Promise<void> {
  const text = await readFrom(path, MANIFEST).catch((error: unknown) => {
    throw new UserError(message('backup.damaged', { path, reason: reasonMessageOf(error) }), { cause: error });
  });
  const manifest = Manifest.safeParse(text === undefined ? undefined : parsed(text)).data;
  if (!manifest) throw new UserError(message('backup.none', { path }));
  if (manifest.version > MANIFEST_VERSION)
    throw new UserError(message('backup.newer', { path, program: manifest.program }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
