// Builds the program if a source is newer than the output. Writes to standard error only: standard output is the program's.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stale } from './stale.mjs';

const root = join(import.meta.dirname, '..');
if (stale(root)) {
  console.error('Depesche: building …');
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'error'];
  process.exitCode = spawnSync(process.execPath, vite, { cwd: root, stdio: ['ignore', 2, 2] }).status ?? 1;
}
