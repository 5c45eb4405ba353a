// How a Chromium is found: for the app window of the browser host and for the end-to-end tests. Plain JavaScript, because
// both the launcher and the program use it; browser.d.mts has its types.
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where the system keeps browsers, best first. */
function installed(platform, env) {
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      macApps.map((app) => join(folder, `${app}.app`, 'Contents/MacOS', app)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPaths.map((path) => join(folder, path)));
  }
  return names.flatMap((name) => onPath(name, env));
}

const onPath = (name, env) =>
  [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
    .filter(Boolean)
    .map((folder) => join(folder, name));

const playwrightCaches = { darwin: 'Library/Caches', win32: 'AppData/Local' };
const browserPaths = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

const shellPaths = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-linux-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
];

/** What `npx playwright install` has fetched under this name, newest first. */
function ofPlaywright(fetched, paths, platform, env) {
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), playwrightCaches[platform] ?? '.cache', 'ms-playwright');
  try {
    return readdirSync(cache)
      .map((name) => new RegExp(`^${fetched}-(\\d+)$`).exec(name))
      .filter((match) => match !== null)
      .sort(([, a], [, b]) => Number(b) - Number(a))
      .flatMap(([name]) => paths.map((path) => join(cache, name, path)));
  } catch {
    return [];
  }
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findBrowser(env = process.env, platform = process.platform) {
  // An explicit choice is used even if it is wrong: silently choosing another one would be worse than the error.
  if (env.CHROMIUM) return env.CHROMIUM;
  return [...installed(platform, env), ...ofPlaywright('chromium', browserPaths, platform, env)].find(runs);
}

export function findHeadlessShell(env = process.env, platform = process.platform) {
  const ofSystem = platform === 'linux' ? onPath('chromium-headless-shell', env) : [];
  return [...ofSystem, ...ofPlaywright('chromium_headless_shell', shellPaths, platform, env)].find(runs);
}

export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
