import { expect, test } from 'vitest';
import { findStanding } from '../../../preload/text/standing-words.ts';

const found = (text: string, ...words: string[]) =>
  findStanding(
    text,
    words.map((one, colour) => ({ words: one, colour })),
  ).map(({ hit: [from, to], colour }) => `${colour} ${text.slice(from, to)}`);

test('words are found in any spelling, as beginnings with a star, and in a row', () => {
  expect(found('Die Grünen und DIE GRUENEN', 'grünen')).toEqual(['0 Grünen', '0 GRUENEN']);
  expect(found('Hafenarbeiter im Hafen', 'hafen')).toEqual(['0 Hafen']);
  expect(found('Hafenarbeiter im Hafen', 'Hafen*')).toEqual(['0 Hafenarbeiter', '0 Hafen']);
  expect(found('Der Neue Rat', 'neue rat', 'rat')).toEqual(['0 Neue Rat']);
  expect(found('nichts', '', ' * ', 'anderes')).toEqual([]);
});
