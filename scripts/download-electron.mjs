// Downloads Electron's archive into its cache, where Electron's own install.js finds it; prints progress, and on failure one line
// that says why. A process of its own: Node takes the proxy of the environment (NODE_USE_ENV_PROXY) only when it starts.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadFailure } from './download-failure.mjs';
import { electronPackage } from './electron-binary.mjs';

/** Milliseconds without a byte after which the download is aborted. */
const STALL_TIME = 30_000;
const ATTEMPTS = 3;

const folder = electronPackage();
const require = createRequire(join(folder, 'package.json'));
const { downloadArtifact } = require('@electron/get');

/** One attempt. Rejects with the error; `begun` is true if any data had arrived. */
async function attempt() {
  const control = new AbortController();
  const stalled = () => control.abort(new Error(`no data arrived for ${STALL_TIME / 1_000} seconds`));
  let timer = setTimeout(stalled, STALL_TIME);
  let begun = false;
  try {
    await downloadArtifact({
      version: require('./package.json').version,
      artifactName: 'electron',
      cacheRoot: process.env.electron_config_cache,
      checksums: process.env.electron_use_remote_checksums ? undefined : require('./checksums.json'),
      platform: process.env.ELECTRON_INSTALL_PLATFORM || process.platform,
      arch: process.env.ELECTRON_INSTALL_ARCH || process.env.npm_config_arch || process.arch,
      downloadOptions: {
        quiet: true,
        signal: control.signal,
        getProgressCallback: async ({ transferred, total }) => {
          begun = true;
          clearTimeout(timer);
          timer = setTimeout(stalled, STALL_TIME);
          showProgress(transferred, total);
        },
      },
    });
  } catch (error) {
    throw Object.assign(error, { begun });
  } finally {
    clearTimeout(timer);
  }
}

let shown = -1;
function showProgress(transferred, total) {
  const share = total ? Math.floor((transferred / total) * 100) : 0;
  // On a terminal every percent on one line, in a log a line every quarter.
  const step = process.stderr.isTTY ? share : Math.floor(share / 25);
  if (step === shown) return;
  shown = step;
  const size = `${Math.round(transferred / 1e6)} of ${total ? Math.round(total / 1e6) : '?'} MB`;
  process.stderr.write(process.stderr.isTTY ? `\rDepesche: ${size} (${share} %) ` : `Depesche: ${size}\n`);
}

for (let number = 1; ; number++) {
  try {
    await attempt();
    if (process.stderr.isTTY) process.stderr.write('\n');
    break;
  } catch (error) {
    // An interrupted connection may work the next time; an unreachable server will not appear within seconds.
    if (error.begun && number < ATTEMPTS) continue;
    process.stdout.write(`${downloadFailure(error)}\n`);
    process.exit(1);
  }
}
