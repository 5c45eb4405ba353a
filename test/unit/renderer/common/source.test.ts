import { expect, test } from 'vitest';
import { sourceName } from '../../../../renderer/common/source.ts';

test('a source that is missing, empty or of an older version is unknown', () => {
  const t = (key: string) => key;
  expect([undefined, '', 'unknown'].map((source) => sourceName(source, t))).toEqual(Array(3).fill('source.unknown'));
  expect(sourceName('dpa', t)).toBe('dpa');
});
