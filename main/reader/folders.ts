import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';

/**
 * The system's place for application data, with Depesche's own folder. On Windows that is %LOCALAPPDATA%: what is in %APPDATA%
 * would be copied to a server at every logout of a roaming profile. A library that earlier versions keep there is moved, once.
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

/** Moves a library from `from` to `to`, unless there is one already. False while it has to stay: open, or on another drive. */
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
 * `Depesche` in the user's documents folder. Earlier versions took `Documents` for that folder in every language: what they
 * created stays in use.
 */
export function defaultWireFolder(documents: string, home: string = homedir()): string {
  const folder = join(documents, 'Depesche');
  const earlier = join(home, 'Documents', 'Depesche');
  return !existsSync(folder) && existsSync(earlier) ? earlier : folder;
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
