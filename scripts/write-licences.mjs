import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceProblems } from './licences.mjs';

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * Our licence and those of all bundled packages as one text. `bundled` is what Vite lists (`build.license`); throws when a
 * package has no licence text, or a licence that asks for more than to be passed on.
 */
export function licenceText(ours, bundled) {
  const packages = new Map(bundled.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  const problems = [
    ...licenceProblems(
      [...packages].map(([name, { identifier }]) => ({ name, licence: identifier })),
      'bundled',
    ),
    ...[...packages].filter(([, { text }]) => !text).map(([name]) => `${name} has no licence text`),
  ];
  if (problems.length > 0) throw new Error(`Cannot be bundled:\n${problems.join('\n')}`);
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  const theirs = sorted.map(([name, { identifier, text }]) => `${name} (${identifier})\n\n${text.trim()}`);
  return `${[`Depesche\n\n${ours.trim()}`, ...theirs].join(RULE)}\n`;
}

/** The packages whose fonts a style sheet loads: Vite lists only packages that have scripts. */
export const fontPackages = (css) => [
  ...new Set([...css.matchAll(/url\("((?:@[^/"]+\/)?[^/"]+)\//g)].map(([, name]) => name)),
];

/** What Vite would list for a package. */
function listed(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license: identifier } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, identifier, text: knownText(join(folder, 'LICENSE')) };
}

/**
 * After a build: writes the licences to out/licences.txt, for the packages, and out/renderer/licences.js, for the window (whose
 * policy lets it load scripts and nothing else). Replaces the lists of the three environments. The text of a package that is
 * published without one is in build/licences.
 */
export function writeLicences(root) {
  const lists = ['main', 'preload', 'renderer'].map((name) => join(root, 'out', name, 'licences.json'));
  const fonts = fontPackages(readFileSync(join(root, 'renderer/styles/fonts.css'), 'utf8'));
  const bundled = [
    ...lists.flatMap((file) => JSON.parse(readFileSync(file, 'utf8'))),
    ...fonts.map((name) => listed(root, name)),
  ].map(({ text, ...entry }) => ({
    ...entry,
    text: text ?? knownText(join(root, 'build/licences', `${entry.name}.txt`)),
  }));
  const text = licenceText(readFileSync(join(root, 'LICENSE'), 'utf8'), bundled);
  writeFileSync(join(root, 'out/licences.txt'), text);
  writeFileSync(join(root, 'out/renderer/licences.js'), `export default ${JSON.stringify(text)};\n`);
  for (const file of lists) rmSync(file);
}

const knownText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
