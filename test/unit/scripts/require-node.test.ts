import { expect, test } from 'vitest';
import { tooOld } from '../../../scripts/require-node.mjs';

test.each(['22.22.0', '22.30.1', '24.0.0', '100.1.0'])('%s runs the project', (version) => {
  expect(tooOld(version, '>=22.22')).toBeUndefined();
});

test.each(['18.20.0', '20.19.5', '22.9.0'])('%s is told in one line what to install', (version) => {
  const reason = tooOld(version, '>=22.22');
  expect(reason).toMatch(/22\.22 or newer.*install Node 24/);
  expect(reason).toContain(version);
  expect(reason).not.toContain('\n');
});
