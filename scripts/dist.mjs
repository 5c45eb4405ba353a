// `npm run dist`: checks that all is there, builds, and makes the packages of this system with checksums in dist/.
// Takes electron-builder's own arguments for platform, targets and processors: npm run dist -- --linux deb --arm64
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { load } from 'js-yaml';
import { electronZips, lacking, planned, tools } from './dist-needs.mjs';
import { electronPackage } from './electron-binary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env };
const host = { win32: 'win', darwin: 'mac' }[process.platform] ?? 'linux';
/** Milliseconds for a server to answer at all. */
const ANSWER_TIME = 4_000;

const onPath = (name) =>
  (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)])
    .find((file) => existsSync(file));

const caches = {
  linux: join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron'),
  mac: join(homedir(), 'Library/Caches/electron'),
  win: join(env.LOCALAPPDATA ?? homedir(), 'electron/Cache'),
};
const toolCache = env.ELECTRON_BUILDER_CACHE ?? caches[host].replace(/electron\b/, 'electron-builder');
const names = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []);

async function online() {
  // Behind a proxy only a download itself would show it.
  if (env.HTTPS_PROXY ?? env.https_proxy) return true;
  const servers = [
    env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/',
    env.ELECTRON_BUILDER_BINARIES_MIRROR ?? env.npm_config_electron_builder_binaries_mirror ?? 'https://github.com/',
  ];
  const answers = servers.map((url) => fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_TIME) }));
  return (await Promise.allSettled(answers)).every(({ status }) => status === 'fulfilled');
}

const installed = join(electronPackage() ?? root, 'dist');
/** A folder with Electron for this system, or with its zips for several. */
const ours = env.ELECTRON_OVERRIDE_DIST_PATH ?? (existsSync(join(installed, 'version')) ? installed : undefined);
const isUnpacked = ours !== undefined && existsSync(join(ours, 'version'));

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(join(electronPackage() ?? root, 'package.json'), 'utf8'));
const config = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
const plan = planned(process.argv.slice(2), config, { host, version });

const forThisSystem = `${process.platform}-${process.arch}.zip`;
const zips = [...(ours === undefined ? [] : names(ours)), ...names(caches[host])];
const toolNames = names(toolCache);
const missing = lacking(plan, host, {
  online: await online(),
  program: (name) => onPath(name) !== undefined,
  electron: (zip) => (isUnpacked && zip.endsWith(forThisSystem)) || zips.some((name) => name.endsWith(zip)),
  tool: (name) => {
    const { variable, programs, cache } = tools[name];
    return Boolean(env[variable]) || programs.some(onPath) || toolNames.some((path) => path.startsWith(cache));
  },
});
for (const line of missing) console.error(`dist: ${line}`);
if (missing.length > 0) process.exit(1);

// What is installed spares a download.
env.ELECTRON_BUILDER_7ZIP_PATH ??= tools['7zip'].programs.map(onPath).find(Boolean) ?? '';
if (env.ELECTRON_BUILDER_7ZIP_PATH === '') delete env.ELECTRON_BUILDER_7ZIP_PATH;
if (onPath('fpm') !== undefined) env.USE_SYSTEM_FPM ??= 'true';
// The time of the commit, for whatever records one: two builds of it are the same.
const committed = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
if (committed) env.SOURCE_DATE_EPOCH ??= committed;

// An unpacked Electron is of one system; electron-builder would put it into the packages of all.
const isForAll = !isUnpacked || electronZips(plan).every((zip) => zip.endsWith(forThisSystem));
const dist = isForAll ? ours : undefined;
run('vite/bin/vite.js', 'build', '--app', '--logLevel', 'error');
// Debian wants manual pages compressed; electron-builder's rpm takes it as it is.
writeFileSync(
  join(root, 'out/depesche.1.gz'),
  gzipSync(readFileSync(join(root, 'share/man/depesche.1')), { level: 9 }),
);
run(
  'electron-builder/cli.js',
  `--${plan.platform}`,
  ...plan.targets,
  ...plan.archs.map((arch) => `--${arch}`),
  '--publish',
  'never',
  `-c.appId=${about.appId}`,
  ...(dist === undefined ? [] : [`-c.electronDist=${dist}`]),
  ...(env.DEPESCHE_UPDATES ? ['-c.publish.provider=generic', `-c.publish.url=${env.DEPESCHE_UPDATES}`] : []),
  ...plan.rest,
);

const folder = join(root, 'dist');
const packages = readdirSync(folder).filter((name) => /\.(?:AppImage|deb|rpm|gz|exe|zip|dmg)$/.test(name));
const sums = packages.sort().map((name) => {
  const sum = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  return `${sum}  ${name}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
