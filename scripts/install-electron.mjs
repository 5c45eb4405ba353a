// Installs Electron's binary, once. An attempt that failed is remembered for an hour, so that the next starts do not wait for it
// again; `npx install-electron` tries at once.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronBinary, electronPackage } from './electron-binary.mjs';

/** Milliseconds after a failed attempt until the next. */
const RETRY_AFTER = 3_600_000;

/**
 * Downloads and unpacks Electron; `track` gets every process that is started for it. Resolves with the reason why there is no
 * Electron now, undefined when it is installed.
 */
export async function installElectron(root, track) {
  const folder = electronPackage();
  if (folder === undefined) return 'the electron package is not installed';
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const memory = join(root, 'node_modules/.cache/depesche', `electron-${version}-failed.json`);
  const before = recentFailure(memory);
  if (before !== undefined) return `${before}; npx install-electron tries again at once`;

  console.error(`Depesche: downloading Electron ${version}, about 110 MB, this once. Ctrl+C stops it …`);
  let reason = await run(join(import.meta.dirname, 'download-electron.mjs'), track);
  if (reason === undefined) {
    console.error('Depesche: unpacking Electron …');
    // Files left by an interrupted attempt must not be mixed with it.
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    reason = await run(join(folder, 'install.js'), track);
  }
  if (electronBinary() !== undefined) return undefined;
  reason ??= 'it could not be unpacked';
  rememberFailure(memory, reason);
  return reason;
}

/** Why the last attempt failed, if that was within the last hour. */
export function recentFailure(memory, now = Date.now()) {
  try {
    const { at, reason } = JSON.parse(readFileSync(memory, 'utf8'));
    return now - at < RETRY_AFTER && now >= at ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

export function rememberFailure(memory, reason, now = Date.now()) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ at: now, reason }));
}

/** The environment of a download: the proxy of npm's configuration where the environment names none. */
export function downloadEnv(env = process.env) {
  const proxy = env.HTTPS_PROXY || env.https_proxy || env.npm_config_https_proxy || env.npm_config_proxy;
  const except = env.NO_PROXY || env.no_proxy || env.npm_config_noproxy;
  return {
    ...env,
    NODE_USE_ENV_PROXY: '1',
    ...(proxy && { HTTPS_PROXY: proxy }),
    ...(except && { NO_PROXY: except }),
  };
}

/** Runs a script. Resolves with undefined if it succeeds, else with the last line of its output, or that it ended. */
function run(script, track) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'], env: downloadEnv() });
    track(child);
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said.trim().split('\n').at(-1) || 'it was stopped'));
  });
}
