import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWithOffsets } from '../../../preload/text/folded-text.ts';

test.each([
  ['Müller, Mueller und MULLER', 'muller, muller und muller'],
  ['Mu\u0308ller', 'muller'],
  ['Straße, STRASSE', 'strasse, strasse'],
  ['Bauer, neue Quelle, aktuell', 'bauer, neue quelle, aktull'],
  ['Aerztin in Goeppingen', 'arztin in goppingen'],
  ['äe, aeue, oeue', 'ae, aue, oue'],
  ['Böen, Boeen', 'boen, boen'],
  ['„Café“ – Señor Łukasz Ångström', '„cafe“ – senor łukasz angstrom'],
])('%j is known as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each(['Zoë', 'Chloé', 'Israël', 'Citroën', 'Báez', 'Sáenz', 'Suède', 'Noël'])(
  '%s is found without its accent',
  (name) => {
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
    expect(foldText(plain)).toBe(foldText(name));
  },
);

test('folding with offsets folds as folding does, and knows where everything came from', () => {
  const letters = fc
    .array(fc.constantFrom(...'aeouqäöüßéëáóñ bB–Ü😀İΣς\u00ad\u0308\u0301\u0327₽'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(letters, (text) => {
      const { folded, offsets } = foldWithOffsets(text);
      expect(folded).toBe(foldText(text));
      expect(offsets).toHaveLength(folded.length + 1);
      expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
      expect(offsets.at(-1)).toBe(text.length);
    }),
  );
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

test.each([
  ['Bundes\u00ADtags\u00ADabgeordnete', 'bundestagsabgeordnete'],
  ['Bundes\u200Bliga', 'bundesliga'],
  ['u\u00ADeber', 'uber'],
  ['İmamoğlu in İstanbul', 'imamoglu in istanbul'],
  ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
  ['Ba\u0301ez', 'baz'],
  ['Danke🙂, Gruß🤣Prosit, ₽500', 'danke , gruss prosit,  500'],
])('of %j nothing is left that nobody types: %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldWithOffsets(text).folded).toBe(folded);
});
