import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';

/** The system's place for application data, with Depesche's own folder. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Depesche');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Depesche');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'depesche');
}

/** `Depesche` under the person's documents. */
export function defaultWireFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_DOCUMENTS_DIR || join(homedir(), 'Documents'), 'Depesche');
}

/**
 * Makes the wire folder when it is not there. One that is made gets the samples, so that a first look has something to
 * read; a folder that was there belongs to the person and gets nothing.
 */
export function makeWireFolder(folder: string, samples: string | undefined): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new UserError(message('wires.file', { folder }));
    return;
  }
  mkdirSync(folder, { recursive: true });
  if (samples === undefined || !existsSync(samples)) return;
  for (const name of readdirSync(samples)) {
    const from = join(samples, name);
    if (statSync(from).isFile()) copyFileSync(from, join(folder, name));
  }
}
