// `npm run dependencies`: brings docs/dependencies.md up to package.json and package-lock.json. What a package is for stands
// in the document itself and is written by hand; versions and licences come from the lock, dates from the registry.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, licence: string, released: string, why: string }} Row */

const ROW = /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$/;

/** The rows of all tables in docs/dependencies.md. @param {string} text @returns {Row[]} */
function rowsOf(text) {
  return text.split('\n').flatMap((line) => {
    const [, name, version, licence, released, why] = ROW.exec(line)?.map((cell) => cell.trim()) ?? [];
    return name === undefined ? [] : [{ name, version, licence, released, why }];
  });
}

/** What package.json asks for, with version and licence as the lock has them. @returns {Omit<Row, 'released' | 'why'>[]} */
function directDependencies({ dependencies, devDependencies, optionalDependencies }, { packages }) {
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).map((name) => {
    const { version = '', license = '' } = packages[`node_modules/${name}`] ?? {};
    return { name, version, licence: license };
  });
}

/** What docs/dependencies.md gets wrong, one line each. */
export function dependencyProblems(text, manifest, lock) {
  const rows = new Map(rowsOf(text).map((row) => [row.name, row]));
  const problems = [];
  for (const { name, version, licence } of directDependencies(manifest, lock)) {
    const row = rows.get(name);
    rows.delete(name);
    if (row === undefined) problems.push(`${name} has no row`);
    else if (row.version !== version) problems.push(`${name} is ${version}, not ${row.version}`);
    else if (row.licence !== licence) problems.push(`${name} has the licence ${licence}, not ${row.licence}`);
    else if (!/^\d{4}-\d\d-\d\d$/.test(row.released)) problems.push(`${name} has no date`);
    else if (row.why === '') problems.push(`${name} has no reason`);
  }
  return [...problems, ...[...rows.keys()].map((name) => `${name} is no dependency any more`)];
}

/** Brings the rows up to date. `dateOf` gives the day a version was published, and is asked only about a changed one. */
export function updated(text, manifest, lock, dateOf) {
  const wanted = new Map(directDependencies(manifest, lock).map((row) => [row.name, row]));
  return text
    .split('\n')
    .flatMap((line) => {
      const [row] = rowsOf(line);
      if (row === undefined) return [line];
      const now = wanted.get(row.name);
      if (now === undefined) return [];
      const released = now.version === row.version && row.released ? row.released : dateOf(row.name, now.version);
      return [`| \`${row.name}\` | ${now.version} | ${now.licence} | ${released} | ${row.why} |`];
    })
    .join('\n');
}

function publishedOn(name, version) {
  const times = execFileSync('npm', ['view', name, 'time', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return JSON.parse(times)[version].slice(0, 10);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = (path) => new URL(`../${path}`, import.meta.url);
  const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
  const [manifest, lock] = [json('package.json'), json('package-lock.json')];
  const text = updated(readFileSync(at('docs/dependencies.md'), 'utf8'), manifest, lock, publishedOn);
  writeFileSync(at('docs/dependencies.md'), text);
  const problems = dependencyProblems(text, manifest, lock);
  for (const problem of problems) console.error(`docs/dependencies.md: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
