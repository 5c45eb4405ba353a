import { expect, test } from 'vitest';
import { guessLanguage } from '../../../../main/wire/text/language.ts';

test.each([
  ['Der Kanzler ist nicht in Berlin.', 'de'],
  ['Blumen für Anna, FÜR Otto', 'de'],
  ['Wofür, fürs, f ü r', undefined],
  ['THE end OF it', 'en'],
  ['The minister said that der Spiegel has it', 'en'],
  ['der the die of', undefined],
  // Little words inside others, or with digits and underscores, are none.
  ['Derby, undine, die2, _der, werdende', undefined],
  ['Die, Lände der', 'de'],
  ['', undefined],
])('%j is %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
