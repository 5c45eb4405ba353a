import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SHELL_FOLDERS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';

/**
 * The user's documents folder, whatever it is called in their language: from user-dirs.dirs on Linux
 * (freedesktop.org, xdg-user-dirs), from the registry on Windows; else `Documents` in the home folder.
 */
export function documentsFolder(): string {
  const home = homedir();
  const named = process.platform === 'win32' ? fromRegistry() : fromUserDirs(process.env, home);
  return named ?? join(home, 'Documents');
}

/** XDG_DOCUMENTS_DIR as the environment, else `user-dirs.dirs` has it; undefined when neither does, or it is `home` itself. */
export function fromUserDirs(env: NodeJS.ProcessEnv, home: string): string | undefined {
  if (env.XDG_DOCUMENTS_DIR) return env.XDG_DOCUMENTS_DIR;
  try {
    const file = join(env.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
    const value = /^[ \t]*XDG_DOCUMENTS_DIR="(\$HOME\/|\/)(.*)"\s*$/m.exec(readFileSync(file, 'utf8'));
    const path = value?.[2]?.replace(/\\(.)/g, '$1').replace(/(?<!\/)\/+$/, '');
    // xdg-user-dirs replaces a deleted folder by the home folder.
    if (value === null || path === undefined || path === '') return undefined;
    return value[1] === '/' ? `/${path}` : join(home, path);
  } catch {
    return undefined;
  }
}

function fromRegistry(): string | undefined {
  try {
    const system = join(process.env.SYSTEMROOT ?? 'C:\\Windows', 'System32', 'reg.exe');
    const query = ['query', SHELL_FOLDERS, '/v', 'Personal'];
    return personalFolder(execFileSync(system, query, { encoding: 'utf8', timeout: 5_000 }), process.env);
  } catch {
    return undefined;
  }
}

/** The folder in the output of `reg query … /v Personal`, %VARIABLES% replaced; undefined when it names none. */
export function personalFolder(output: string, env: NodeJS.ProcessEnv): string | undefined {
  const value = /^[ \t]*Personal\s+REG_(?:EXPAND_)?SZ\s+(\S.*)$/m.exec(output)?.[1]?.trimEnd();
  const path = value?.replace(/%([^%]+)%/g, (whole, name: string) => env[name] ?? env[name.toUpperCase()] ?? whole);
  return path?.includes('%') ? undefined : path;
}
