import { expect, test } from 'vitest';
import { lockProblems } from '../../../scripts/lock-check.mjs';

const whole = {
  '': { devDependencies: { tool: '1.0.0' } },
  'node_modules/tool': { version: '1.0.0', dependencies: { part: '^2' }, optionalDependencies: { 'tool-linux': '1' } },
  'node_modules/tool/node_modules/part': { version: '2.1.0', dependencies: { 'tool-linux': '1' } },
  'node_modules/tool-linux': { version: '1.0.0' },
};

test('a whole lock has no problems', () => {
  expect(lockProblems({ packages: whole })).toEqual([]);
});

test('a dropped platform package is named with who needs it', () => {
  const { 'node_modules/tool-linux': _, ...rest } = whole;
  const problems = lockProblems({ packages: rest });
  expect(problems).toHaveLength(2);
  expect(problems[0]).toBe('tool-linux, which node_modules/tool depends on, is missing');
});

test('a package nested elsewhere does not count, nor does one the project itself lacks', () => {
  const packages = { ...whole, 'node_modules/other': { version: '1.0.0', dependencies: { part: '^2' } } };
  expect(lockProblems({ packages })).toEqual(['part, which node_modules/other depends on, is missing']);
  expect(lockProblems({ packages: { '': { devDependencies: { tool: '1' } } } })).toHaveLength(1);
});

test('entries without version and with a registry address are named', () => {
  const packages = { ...whole, 'node_modules/tool-linux': { resolved: 'https://registry.invalid/tool-linux.tgz' } };
  expect(lockProblems({ packages })).toEqual([
    'node_modules/tool-linux has no version',
    'node_modules/tool-linux records the address https://registry.invalid/tool-linux.tgz',
  ]);
});
