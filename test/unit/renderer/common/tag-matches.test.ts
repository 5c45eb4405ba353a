import { expect, test } from 'vitest';
import { tagMatches } from '../../../../renderer/common/tag-matches.ts';

const KNOWN = ['Aktion Sport', 'Sport-Seite', 'Sp', 'Transport', 'Österreich', 'Haushalt'];

test('the tag itself comes first, then those that begin so, then those with a word that does', () => {
  expect(tagMatches('sp', KNOWN)).toEqual(['Sp', 'Sport-Seite', 'Aktion Sport']);
  expect(tagMatches('seite', KNOWN)).toEqual(['Sport-Seite']);
});

test('case and umlauts do not matter, and nothing typed completes to nothing', () => {
  expect(tagMatches(' OESTERR', KNOWN)).toEqual(['Österreich']);
  expect(tagMatches('  ', KNOWN)).toEqual([]);
  expect(tagMatches('port', KNOWN)).toEqual([]);
});
