import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licenceProblems } from '../../../scripts/licences.mjs';

const of = (licence?: string) => [{ name: 'part', licence }];

test('every package that npm may install here or on another system has an accepted licence', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { license?: string }>;
  };
  const all = Object.entries(packages).map(([name, { license }]) => ({ name, licence: license }));
  expect(all.length).toBeGreaterThan(100);
  expect(licenceProblems(all, 'tool')).toEqual([]);
});

test('a choice needs one accepted licence, a sum needs all', () => {
  expect(licenceProblems(of('(GPL-3.0-only OR MIT)'), 'bundled')).toEqual([]);
  expect(licenceProblems(of('Apache-2.0 AND MIT'), 'bundled')).toEqual([]);
  expect(licenceProblems(of('GPL-3.0-only AND MIT'), 'bundled')).toHaveLength(1);
  expect(licenceProblems(of('MIT OR ISC AND GPL-3.0-only'), 'bundled')).toEqual([]);
  expect(licenceProblems(of('(MIT OR ISC) AND GPL-3.0-only'), 'bundled')).toHaveLength(1);
});

test('what is bundled may not have every licence that a tool may have', () => {
  expect(licenceProblems(of('MPL-2.0'), 'tool')).toEqual([]);
  expect(licenceProblems(of('MPL-2.0'), 'bundled')).toEqual(['part has the licence MPL-2.0']);
});

test('no licence is none', () => {
  expect(licenceProblems(of(), 'tool')).toEqual(['part has no licence']);
});
