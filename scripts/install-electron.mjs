// Fetches Electron's binary once. A failed attempt is remembered, so that the next start does not wait for it again;
// `npx install-electron` tries anew, and so does the next `npm ci`, which empties node_modules.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronBinary, electronPackage } from './electron-binary.mjs';

/** Milliseconds: whether the server answers at all, and how long 110 MB may take on a slow line. */
const ANSWER_TIME = 4_000;
const DOWNLOAD_TIME = 300_000;

/** Resolves with the reason why there is no Electron now, undefined when it is installed. */
export async function installElectron(root, track) {
  const folder = electronPackage();
  if (folder === undefined) return 'the electron package is not installed';
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const failed = join(root, 'node_modules/.cache/depesche', `electron-${version}-failed`);
  if (existsSync(failed)) return 'its download failed before';
  if (await reachable()) {
    console.error('Depesche: fetching Electron, this once …');
    await download(join(folder, 'install.js'), track);
    if (electronBinary() !== undefined) return undefined;
  }
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, '');
  return 'it could not be downloaded';
}

async function reachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_TIME) });
    return true;
  } catch {
    return false;
  }
}

function download(script, track) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: DOWNLOAD_TIME });
    track(child);
    child.once('error', resolve);
    child.once('exit', resolve);
  });
}
