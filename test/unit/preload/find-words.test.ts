import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords } from '../../../preload/text/find-words.ts';
import { foldText, foldWithOffsets } from '../../../preload/text/folded-text.ts';

const marked = (text: string, wanted: string[]) => findWords(text, wanted).map(([from, to]) => text.slice(from, to));

test.each([
  ['„Straße“ – Café… Ende', ['strasse', 'cafe'], ['Straße', 'Café']],
  ['Die «Größe» · 20 °C', ['grosse', '20'], ['Größe', '20']],
  ['Łódź und Åland', ['aland'], ['Åland']],
  ['Жизнь', ['жизнь'], ['Жизнь']],
  ['Verkehrsminister', ['*minister'], ['Verkehrsminister']],
  ['Verkehrsminister', ['verk*'], ['Verkehrsminister']],
  ['Um 3,5 Prozent, nach 3 und 5', ['3 5'], ['3,5']],
  ['die U.S. Navy und die U-Bahn', ['u s'], ['U.S']],
  ['Der Rat der Stadt tagt im Rat', ['rat der stadt', 'tagt'], ['Rat der Stadt', 'tagt']],
  ['Rot-Grün-Rot', ['*t grun*'], ['Rot-Grün']],
  ['Hafen', ['kiel'], []],
  ['Hafen', [], []],
])('in %j, %j are %j', (text, wanted, expected) => {
  expect(marked(text, wanted)).toEqual(expected);
});

test('no word of a text is overlooked, however it is written', () => {
  const letter = fc.constantFrom(...'aeiouäöüßqnrstÀéıçŁ“„–· .,-');
  const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''));
  const property = fc.property(text, (one) => {
    for (const [word] of foldWithOffsets(one).folded.matchAll(/[\p{L}\p{N}]+/gu)) {
      expect(findWords(one, [word])).not.toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('the article marks every word that the library names, however it is written', () => {
  const letters = fc
    .array(fc.constantFrom(...'aeouqäöüßéëáóñbBŁй', 'u\u0308'), { minLength: 1 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(letters, (word) => {
      expect(findWords(`${word} – x`, [foldText(word)])).toEqual([[0, word.length]]);
    }),
  );
});

test.each([
  ['neue', 'neu und neue', ['neue']],
  ['bauer', 'Baur und Bauer', ['Bauer']],
  ['boen', 'Böen', ['Böen']],
])('%s is marked in %j as %j', (word, text, marked) => {
  expect(findWords(text, [word]).map(([from, to]) => text.slice(from, to))).toEqual(marked);
});

test('words are found whole, by their beginning or by their end', () => {
  const text = 'Außenminister und Ministerin: der Minister';
  const found = (...words: string[]) => findWords(text, words).map(([from, to]) => text.slice(from, to));
  expect(found('minister')).toEqual(['Minister']);
  expect(found('minister*')).toEqual(['Ministerin', 'Minister']);
  expect(found('*minister')).toEqual(['Außenminister', 'Minister']);
  expect(found('aussenminister')).toEqual(['Außenminister']);
  expect(found()).toEqual([]);
  expect(found('*')).toEqual([]);
});
