// Where Electron's binary is. Never by `require('electron')`: since Electron 42 that starts a download.
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const byPlatform = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

export function electronPackage() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

export function electronBinary(env = process.env, platform = process.platform, folder = electronPackage()) {
  if (folder === undefined) return undefined;
  const name = nameIn(folder);
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  // Electron's install.js writes the name last: without it, unpacking is incomplete.
  if (own === undefined && name === undefined) return undefined;
  const file = join(own ?? join(folder, 'dist'), name ?? byPlatform[platform] ?? 'electron');
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}

function nameIn(folder) {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
