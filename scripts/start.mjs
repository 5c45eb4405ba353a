// `npm start`: shows the built reader: in Electron, else in a browser's app window, else as an address.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, hasDisplay } from './browser.mjs';
import { chooseHost } from './choose-host.mjs';
import { electronBinary } from './electron-binary.mjs';
import { hostEnv, hostFlags } from './host-env.mjs';
import { installElectron } from './install-electron.mjs';
import { sandboxRemedy } from './sandbox-remedy.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const flags = process.argv.slice(2);
const wanted = !flags.includes('--no-open');
/** An Electron that ends with an error this soon (milliseconds) could not start at all. */
const START_TIME = 5_000;
const LIBRARY_IN_USE = 3;

let running;
let stopping = false;
const track = (child) => {
  running = child;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    running?.kill(signal);
  });
}

/** Runs a program to its end. Resolves with its exit code (1 when a signal ended it) and how long it ran. */
function run(program, args, env = process.env) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    track(child);
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, time: performance.now() - begun }));
  });
}

const serve = (window) =>
  run(
    process.execPath,
    [...hostFlags, join(root, 'out/main/browser.js'), ...flags, ...(window ? ['--window'] : [])],
    hostEnv,
  );

async function main() {
  const display = hasDisplay();
  let electron = electronBinary();
  let missing = 'there is no binary';
  if (wanted && display && electron === undefined) {
    missing = (await installElectron(root, track)) ?? missing;
    if (stopping) return 1;
    electron = electronBinary();
  }

  const host = chooseHost({ wanted, display, electron, missing, browser: findBrowser() });
  console.error(`Depesche: ${host.why}`);
  if (host.kind !== 'electron') return (await serve(host.kind === 'window')).code;

  const asRoot = process.getuid?.() === 0;
  if (asRoot) console.error('Depesche: you are root, to whom Chromium refuses its sandbox: starting without it.');
  const { code, time } = await run(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...flags]);
  if (code === 0 || code === LIBRARY_IN_USE || time > START_TIME || stopping) return code;
  const remedy = asRoot ? undefined : sandboxRemedy(electron);
  if (remedy !== undefined) console.error(`Depesche: ${remedy}`);
  const instead = chooseHost({ wanted, display, missing: 'it did not start', browser: findBrowser() });
  console.error(`Depesche: ${instead.why}`);
  return (await serve(instead.kind === 'window')).code;
}

process.exitCode = await main();
