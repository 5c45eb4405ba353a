/**
 * Text as the index knows it: lower case, ß as ss, and every spelling of an umlaut as its plain vowel, so that `Müller`,
 * `Mueller` and `Muller` are one word whichever of them is asked for. Other accents are left to FTS5's unicode61
 * tokenizer (remove_diacritics 2). `ue` after a, e or q is no umlaut in German (Bauer, neue, Quelle) and stays.
 */
export const foldText = (text: string): string => foldLower(lowerText(text));

/** Lower case, letters and their accents as one character (NFC), as they all are up to U+00FF. */
export const lowerText = (text: string): string =>
  (BEYOND_LATIN1.test(text) ? text.normalize('NFC') : text).toLowerCase();
const BEYOND_LATIN1 = /[^\0-\xff]/;

/**
 * {@link foldText} of a text in lower case. A pattern each, for those that are plain text are found much faster; ue comes
 * first, for it looks at what stands in front.
 */
export const foldLower = (text: string): string =>
  text
    .replace(/ue(?<![aeq]ue)/g, 'u')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/ß/g, 'ss');

const VOWELS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

/** Folds without loss of place: `folded[i]` came from `text` at `places[i]`; `places` has one entry more, the end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  const lower = text.toLowerCase();
  // A few letters change length in lower case (İ); then there is no telling which came from where.
  const source = lower.length === text.length ? lower : text;
  for (let at = 0; at < source.length; ) {
    const pair = source.slice(at, at + 2);
    const before = source.charAt(at - 1);
    const digraph = pair === 'ae' || pair === 'oe' || (pair === 'ue' && !/[aeq]/.test(before));
    const letter = source.charAt(at);
    const plain = digraph ? letter : letter === 'ß' ? 'ss' : (VOWELS[letter] ?? stripAccent(letter));
    for (const _ of plain) places.push(at);
    folded += plain;
    at += digraph ? 2 : 1;
  }
  places.push(source.length);
  return { folded, places };
}

const stripAccent = (letter: string): string =>
  letter < '\u0080' ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 1) || letter;

/** The words of folded text, as FTS5's unicode61 tokenizer cuts them: runs of letters and digits. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}\p{M}]+/gu) ?? [];
