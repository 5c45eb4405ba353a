// A Chromium for the end-to-end tests, downloaded if there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, findHeadlessShell } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

const isDebianAsRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const byPlaywright = (...what) => ({
  what: `npx playwright install ${what.join(' ')}`,
  possible: () => true,
  go: () => run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', ...what]),
});

function byApt(name) {
  const install = () => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]);
  return {
    what: `apt-get install -y ${name}`,
    possible: isDebianAsRoot,
    // The package lists may be missing or outdated.
    go: () => install() || (run('apt-get', ['update', '-q']) && install()),
  };
}

// Without a window Chromium needs half of the processor time.
const shell = { name: 'headless Chromium', find: findHeadlessShell };
const browser = { name: 'Chromium', find: findBrowser };
const apt = { shell: byApt('chromium-headless-shell'), browser: byApt('chromium') };

/** If there is already a browser, only system packages are downloaded. */
const plan = () =>
  findBrowser() === undefined
    ? [
        { ...shell, ways: [byPlaywright('--only-shell', 'chromium'), apt.shell] },
        { ...browser, ways: [byPlaywright('chromium'), apt.browser] },
      ]
    : [
        { ...shell, ways: [apt.shell] },
        { ...browser, ways: [] },
      ];

export function ensureTestBrowser(env = process.env, kinds = plan()) {
  // An explicit choice is used even if it is wrong: silently choosing another one would be worse than the error.
  if (env.CHROMIUM) return env.CHROMIUM;
  const tried = [];
  for (const { name, find, ways } of kinds) {
    const found = find();
    if (found !== undefined) return found;
    for (const { what, go } of ways.filter((way) => way.possible())) {
      console.error(`No ${name} found; trying ${what}`);
      const now = go() ? find() : undefined;
      if (now !== undefined) return now;
      tried.push(what);
    }
  }
  throw new Error(
    `The end-to-end tests need Chromium or Chrome. None is installed, and this did not help: ${tried.join('; ')}. ` +
      'Install one, or name one in the variable CHROMIUM.',
  );
}
