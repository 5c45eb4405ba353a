#!/usr/bin/env node
// Stands where electron-builder expects fpm (CUSTOM_FPM_PATH) and does its `-s dir -t deb` with dpkg-deb alone.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const switches = new Set(['--force', '--debug']);
const options = {};
const depends = [];
const recommends = [];
const files = [];
const args = process.argv.slice(2).filter((arg) => !switches.has(arg));
for (let index = 0; index < args.length; index++) {
  const arg = args[index];
  if (!arg.startsWith('-')) files.push(arg.split('='));
  else if (arg === '-d') depends.push(args[++index]);
  else if (arg === '--deb-recommends') recommends.push(args[++index]);
  else options[arg.replace(/^-+/, '')] = args[++index];
}

const root = mkdtempSync(join(tmpdir(), 'depesche-deb-'));
for (const [from, to] of files) {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(from, join(root, to), { recursive: true });
}

/** Sets the modes that a package has, whatever the umask. Returns the size in bytes. */
function normalise(path) {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) {
    chmodSync(path, stat.mode & 0o111 ? 0o755 : 0o644);
    return stat.size;
  }
  chmodSync(path, 0o755);
  return readdirSync(path).reduce((sum, name) => sum + normalise(join(path, name)), 0);
}
const size = normalise(root);

const control = join(root, 'DEBIAN');
mkdirSync(control, { mode: 0o755 });
const [synopsis, ...description] = options.description.split('\n');
const fields = [
  `Package: ${options.name}`,
  `Version: ${options.version}`,
  `Architecture: ${options.architecture}`,
  `Maintainer: ${options.maintainer}`,
  `Installed-Size: ${Math.ceil(size / 1024)}`,
  `Depends: ${depends.join(', ')}`,
  `Recommends: ${recommends.join(', ')}`,
  `Section: ${options.category}`,
  `Priority: ${options['deb-priority']}`,
  `Homepage: ${options.url}`,
  `Description: ${synopsis}`,
  ...description.map((line) => ` ${line.trim()}`),
];
writeFileSync(join(control, 'control'), `${fields.join('\n')}\n`);
const scripts = { postinst: 'after-install', postrm: 'after-remove' };
for (const [name, option] of Object.entries(scripts))
  writeFileSync(join(control, name), readFileSync(options[option]), { mode: 0o755 });
rmSync(options.package, { force: true });
execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', root, options.package]);
rmSync(root, { recursive: true });
