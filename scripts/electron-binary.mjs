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
  const file = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), nameIn(folder, platform));
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}

function nameIn(folder, platform) {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8');
  } catch {
    return byPlatform[platform] ?? 'electron';
  }
}
