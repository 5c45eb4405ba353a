import { expect, test } from 'vitest';
import { fontPackages, licenceText } from '../../../scripts/write-licences.mjs';

const entry = (name: string, identifier: string | undefined, text?: string) => ({
  name,
  version: '1.0.0',
  ...(identifier === undefined ? {} : { identifier }),
  ...(text === undefined ? {} : { text }),
});

test('our licence comes first, then every package once, by name', () => {
  const text = licenceText('Ours', [entry('zebra', 'MIT', 'Z'), entry('ape', 'ISC', 'A'), entry('zebra', 'MIT', 'Z')]);
  expect(text.match(/^(?:Depesche|.* 1\.0\.0 .*)$/gm)).toEqual(['Depesche', 'ape 1.0.0 (ISC)', 'zebra 1.0.0 (MIT)']);
  expect(text).toContain('Ours');
});

test('what may not be bundled, and what has no text, stops the build by name', () => {
  expect(() => licenceText('Ours', [entry('ape', 'GPL-3.0-only', 'A')])).toThrow(
    'ape 1.0.0 has the licence GPL-3.0-only',
  );
  expect(() => licenceText('Ours', [entry('ape', undefined, 'A')])).toThrow('ape 1.0.0 has no licence');
  expect(() => licenceText('Ours', [entry('ape', 'MIT')])).toThrow('ape 1.0.0 has no licence text');
});

test('the fonts of the style sheet are among what is bundled', () => {
  const css = 'src: url("@fonts/one/files/a.woff2"); src: url("@fonts/one/files/b.woff2"); src: url("two/c.woff2");';
  expect(fontPackages(css)).toEqual(['@fonts/one', 'two']);
});
