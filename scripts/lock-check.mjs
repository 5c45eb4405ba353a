// Checks that package-lock.json is complete: npm silently drops platform packages that a registry lacks, and the next `npm ci`
// on another system fails. It must not contain registry addresses either: everybody uses their own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the lock has `name`, required by the package at `from`, in a folder where Node looks for it: upwards. */
function has(packages, from, name) {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    if (packages[`${at && `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** The errors in a lock file (version 3), one line each. */
export function lockProblems({ packages }) {
  const problems = [];
  for (const [path, entry] of Object.entries(packages)) {
    const who = path || 'the project';
    if (path && !entry.link && !entry.version) problems.push(`${who} has no version`);
    if (entry.resolved && !entry.link) problems.push(`${who} records the address ${entry.resolved}`);
    const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...(path ? {} : entry.devDependencies) };
    for (const name of Object.keys(wanted)) {
      if (!has(packages, path, name)) problems.push(`${name}, which ${who} depends on, is missing`);
    }
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const problems = lockProblems(JSON.parse(readFileSync(file, 'utf8')));
  for (const problem of problems) console.error(`package-lock.json: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
