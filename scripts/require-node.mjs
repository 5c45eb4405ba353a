// Says in one line what to install when this Node cannot run the project. Must itself run on any Node since 18.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The reason why a Node version is unsuitable, undefined if it is suitable. `range` is of the form ">=22.22". */
export function tooOld(version, range) {
  const [needed, found] = [range.replace('>=', ''), version].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = needed;
  if (found[0] > major || (found[0] === major && found[1] >= minor)) return undefined;
  return `Depesche needs Node ${major}.${minor} or newer, this is ${version}: install Node 24 from https://nodejs.org (or your package manager).`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const reason = tooOld(process.versions.node, engines.node);
  if (reason !== undefined) {
    console.error(reason);
    process.exitCode = 1;
  }
}
