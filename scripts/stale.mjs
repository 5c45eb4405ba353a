// Whether what is built is older than what it is built from.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['main', 'preload', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts'];
const outputs = ['main/electron.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html'];

/** Latest change below a path; folders count too, since a deleted file changes nothing else. */
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
