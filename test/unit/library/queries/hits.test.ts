import { expect, test } from 'vitest';
import { excerpt, wantedWords } from '../../../../main/library/queries/search/hits.ts';
import { understand } from '../../../../main/library/queries/search/understand.ts';
import { findWords } from '../../../../preload/text/find-words.ts';
import { foldText } from '../../../../preload/text/folded-text.ts';

const marked = (text: string, wanted: string[]) => findWords(text, wanted).map(([from, to]) => text.slice(from, to));
function wantedBy(search: string) {
  const understood = understand(search, new Date());
  return wantedWords('search' in understood ? understood.search : undefined);
}

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

test('an excerpt contains its hit, whatever is between the words', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `zeile${i}`).join('\n');
  for (const before of [`${lines(30)}\n`, 'x'.repeat(200)]) {
    const found = excerpt(`${before} hafen\n${lines(20)} ende`, ['hafen']);
    expect(found?.hits.map(([from, to]) => found.text.slice(from, to))).toEqual(['hafen']);
  }
});

test('search words are folded once: an e after an umlaut belongs to the word', () => {
  expect(marked('Sturmböen und Böen', wantedBy('Böen Sturmböen').body)).toEqual(['Sturmböen', 'Böen']);
});

test('a phrase is a single entry', () => {
  const wanted = wantedBy('"höhere Steuer" 3,5 *minister').body;
  expect(wanted).toEqual([foldText('höhere Steuer'), '3 5', '*minister']);
  const text = 'Höhere Löhne, höhere Steuern, höhere Steuer: 5 Minister, 3,5 Außenminister.';
  expect(marked(text, wanted)).toEqual(['höhere Steuer', 'Minister', '3,5', 'Außenminister']);
  expect(excerpt(`${'wort '.repeat(79)}rat tagt`, ['rat tagt'])?.hits).toHaveLength(1);
});

test('words searched in the headline are not highlighted in the text, and vice versa', () => {
  expect(wantedBy('kopf:radweg deich text:(hafen OR mole) -kopf:regen')).toEqual({
    headline: ['radweg', 'deich'],
    body: ['deich', 'hafen', 'mole'],
  });
  expect(wantedBy('quelle:dpa')).toEqual({ headline: [], body: [] });
});
