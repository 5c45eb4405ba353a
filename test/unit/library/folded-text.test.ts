import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../main/library/search/folded-text.ts';

test.each([
  ['Müller, Mueller und MULLER', 'muller, muller und muller'],
  ['Mu\u0308ller', 'muller'],
  ['Straße, STRASSE', 'strasse, strasse'],
  ['Bauer, neue Quelle, aktuell', 'bauer, neue quelle, aktull'],
  ['Aerztin in Goeppingen', 'arztin in goppingen'],
  ['äe, aeue, oeue', 'ae, aue, oue'],
  ['Zoë – „Café“', 'zoë – „café“'],
])('%j is known as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding replaces each letter once, whatever stands around it', () => {
  const vowels: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };
  const atOnce = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/[äöü]|ae|oe|(?<![aeq])ue/g, (found) => vowels[found] ?? found.charAt(0));
  const letters = fc.array(fc.constantFrom(...'aäeoöuüqßẞ', 'u\u0308', ' ', 'b', '–')).map((all) => all.join(''));
  fc.assert(fc.property(letters, (text) => foldText(text) === atOnce(text)));
});
