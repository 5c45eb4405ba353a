import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dependencyProblems, updated } from '../../../scripts/dependencies.mjs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const row = (name: string, version: string, released = '2020-02-03') =>
  `| \`${name}\` | ${version} | MIT | ${released} | holds things |`;
const manifest = { devDependencies: { shelf: '2.0.0' } };
const lock = { packages: { 'node_modules/shelf': { version: '2.0.0', license: 'MIT' } } };

test('docs/dependencies.md says what package.json and the lock say (npm run dependencies)', () => {
  const [real, realLock] = [JSON.parse(read('package.json')), JSON.parse(read('package-lock.json'))];
  expect(dependencyProblems(read('docs/dependencies.md'), real, realLock)).toEqual([]);
});

test('a missing, a stale, an undated and an abandoned row are named', () => {
  expect(dependencyProblems('', manifest, lock)).toEqual(['shelf has no row']);
  expect(dependencyProblems(row('shelf', '1.0.0'), manifest, lock)).toEqual(['shelf is 2.0.0, not 1.0.0']);
  expect(dependencyProblems(row('shelf', '2.0.0', ''), manifest, lock)).toEqual(['shelf has no date']);
  const two = [row('shelf', '2.0.0'), row('drawer', '1.0.0')].join('\n');
  expect(dependencyProblems(two, manifest, lock)).toEqual(['drawer is no dependency any more']);
});

test('an update takes version and date anew, keeps the reason, and drops what is gone', () => {
  const before = ['# Head', row('shelf', '1.0.0'), row('drawer', '1.0.0')].join('\n');
  expect(updated(before, manifest, lock, () => '2021-01-01')).toBe(`# Head\n${row('shelf', '2.0.0', '2021-01-01')}`);
});

test('the registry is not asked about a version that has not changed', () => {
  const text = row('shelf', '2.0.0');
  const unasked = () => {
    throw new Error('asked');
  };
  expect(updated(text, manifest, lock, unasked)).toBe(text);
});
