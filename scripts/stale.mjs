// Whether the build output is older than its sources.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['main', 'preload', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts'];
const outputs = ['main/electron.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html'];

/** Latest change below a path; folders count too, since deleting a file changes only its folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function stale(root) {
  try {
    const built = Math.min(...outputs.map((file) => statSync(join(root, 'out', file)).mtimeMs));
    return sources.some((path) => newest(join(root, path)) > built);
  } catch {
    return true;
  }
}
