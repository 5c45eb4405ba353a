import { copyFileSync, existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Depesche's folder in the system's directory for application data. On Windows that is %LOCALAPPDATA%: %APPDATA% would be
 * copied to a server at every logout of a roaming profile. A library left there by an earlier version is moved once.
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform === 'win32') {
    const roaming = join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Depesche');
    const local = join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Depesche');
    return moved(roaming, local) ? local : roaming;
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Depesche');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'depesche');
}

/**
 * Moves a library from `from` to `to`, unless there is one already. False if it must stay because it is open or on another
 * drive.
 */
function moved(from: string, to: string): boolean {
  if (existsSync(to) || !existsSync(from)) return true;
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/**
 * `Depesche` in the user's documents folder. Earlier versions used `Documents` in every language: a folder they created stays
 * in use.
 */
export function defaultWireFolder(documents: string, home: string = homedir()): string {
  const folder = join(documents, 'Depesche');
  const earlier = join(home, 'Documents', 'Depesche');
  return !existsSync(folder) && existsSync(earlier) ? earlier : folder;
}

/**
 * Creates the wire folder if it is missing, with the samples, so that new users have something to read. An existing folder
 * belongs to the user and is left unchanged.
 */
export function makeWireFolder(folder: string, samples: string | undefined): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new UserError(message('wires.file', { folder }));
    return;
  }
  makeFolder(folder);
  if (samples === undefined || !existsSync(samples)) return;
  for (const name of readdirSync(samples)) {
    const from = join(samples, name);
    if (statSync(from).isFile()) copyFileSync(from, join(folder, name));
  }
}
