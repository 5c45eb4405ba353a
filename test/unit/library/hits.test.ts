import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, hitsIn, wantedWords } from '../../../main/library/search/hits.ts';
import { understand } from '../../../main/library/search/understand.ts';
import { foldText, foldWithPlaces } from '../../../preload/folded-text.ts';
import { findWords } from '../../../renderer/article/highlight.ts';

const marked = (text: string, wanted: string[]) => hitsIn(text, wanted).map(([from, to]) => text.slice(from, to));

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
    for (const [word] of foldWithPlaces(one).folded.matchAll(/[\p{L}\p{N}]+/gu)) {
      expect(hitsIn(one, [word])).not.toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('an excerpt begins near the first hit, wherever that is', () => {
  const filler = 'Der Rat „tagt“ – und berät. '.repeat(60);
  const found = excerpt(`${filler}Die Hafenbehörde sperrt das Becken.`, [foldText('Hafenbehörde')]);
  expect(found?.text).toMatch(/^… .*Die Hafenbehörde sperrt/);
  expect(found?.hits.map(([from, to]) => found.text.slice(from, to))).toEqual(['Hafenbehörde']);
  expect(excerpt(filler, ['hafen'])).toBeUndefined();
});

test('an excerpt shows its hit in a row of forty characters', () => {
  const text = 'Die Stadt hat am Abend nach langer Beratung über den Hafen entschieden, sagte der Sprecher.';
  const from = excerpt(text, ['hafen'])?.hits[0]?.[0];
  expect(from).toBeLessThan(30);
});

test('an excerpt holds its hit, whatever stands between the words', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `zeile${i}`).join('\n');
  for (const before of [`${lines(30)}\n`, 'x'.repeat(200)]) {
    const found = excerpt(`${before} hafen\n${lines(20)} ende`, ['hafen']);
    expect(found?.hits.map(([from, to]) => found.text.slice(from, to))).toEqual(['hafen']);
  }
});

test('the words asked for are folded once: an e behind an umlaut belongs to the word', () => {
  const understood = understand('Böen Sturmböen', new Date());
  const wanted = 'search' in understood ? wantedWords(understood.search) : [];
  expect(marked('Sturmböen und Böen', wanted)).toEqual(['Sturmböen', 'Böen']);
});

test('a phrase is one thing to look for, in rows as in the article', () => {
  const understood = understand('"höhere Steuer" 3,5 *minister', new Date());
  const wanted = 'search' in understood ? wantedWords(understood.search) : [];
  expect(wanted).toEqual([foldText('höhere Steuer'), '3 5', '*minister']);
  const text = 'Höhere Löhne, höhere Steuern, höhere Steuer: 5 Minister, 3,5 Außenminister.';
  expect(marked(text, wanted)).toEqual(['höhere Steuer', 'Minister', '3,5', 'Außenminister']);
  expect(findWords(text, wanted).map(([from, to]) => text.slice(from, to))).toEqual(marked(text, wanted));
  expect(excerpt(`${'wort '.repeat(79)}rat tagt`, ['rat tagt'])?.hits).toHaveLength(1);
});
