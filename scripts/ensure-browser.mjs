// A Chromium for the end-to-end tests, fetched where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

const ways = [
  {
    what: 'npx playwright install chromium',
    possible: () => true,
    go: () => run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']),
  },
  {
    what: 'apt-get install -y chromium',
    possible: () => process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    go: () =>
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']),
  },
];

export function ensureBrowser(find = findBrowser, attempts = ways) {
  const found = find();
  if (found !== undefined) return found;
  const tried = [];
  for (const { what, go } of attempts.filter((way) => way.possible())) {
    console.error(`No Chromium found; trying ${what}`);
    const now = go() ? find() : undefined;
    if (now !== undefined) return now;
    tried.push(what);
  }
  throw new Error(
    `The end-to-end tests need Chromium or Chrome. None is installed, and this did not help: ${tried.join('; ')}. ` +
      'Install one, or name one in the variable CHROMIUM.',
  );
}
