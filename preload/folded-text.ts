/**
 * How a word is known on both sides, by the index and by the article that marks it: lower case, without accents, ß as ss, and every spelling of an umlaut as its plain vowel, so that
 * `Müller`, `Mueller` and `Muller` are one word whichever of them is asked for. `ue` after a, e or q is no umlaut in German
 * (Bauer, neue, Quelle) and stays; nor does an e behind an umlaut make another of it (Böen).
 */
export const foldText = (text: string): string => foldLower(lowerText(text));

/** Lower case, letters and their accents as one character (NFC), as they all are up to U+00FF. */
export const lowerText = (text: string): string =>
  (BEYOND_LATIN1.test(text) ? text.normalize('NFC') : text).toLowerCase();
const BEYOND_LATIN1 = /[^\0-\xff]/;

/** Letters with an accent, umlauts apart: FTS5's tokenizer would take it off, but after the digraphs were looked for. */
const ACCENTED = /[à-ãå-ïñ-õø-ûýÿ-\u024f\u1e00-\u1eff]/g;

/**
 * {@link foldText} of a text in lower case. A pattern each, for those that are plain text are found much faster; ue comes
 * first, for it looks at what stands in front.
 */
export const foldLower = (text: string): string =>
  text
    .replace(ACCENTED, withoutAccent)
    .replace(/ue(?<![aeq]ue)/g, 'u')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/ß/g, 'ss');

/** A letter that is none with an accent stays as it is. */
const withoutAccent = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '') || letter;

/** An accent that stands behind its letter. */
const MARK = /^\p{M}$/u;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };

/** Folds without loss of place: `folded[i]` came from `text` at `places[i]`; `places` has one entry more, the end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  const lower = text.toLowerCase();
  // A few letters change length in lower case (İ); then there is no telling which came from where.
  const source = [...(lower.length === text.length ? lower : text)];
  const letters = source.map((letter) => (MARK.test(letter) ? '' : letter.replace(ACCENTED, withoutAccent)));
  let at = 0;
  for (const [i, letter] of letters.entries()) {
    const before = letters[i - 1] ?? '';
    const isVowelOfDigraph =
      letter === 'e' && (before === 'a' || before === 'o' || (before === 'u' && !/[aeq]/.test(letters[i - 2] ?? '')));
    const plain = isVowelOfDigraph ? '' : (UMLAUTS[letter] ?? letter);
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    folded += plain;
    at += source[i]?.length ?? 0;
  }
  places.push(at);
  return { folded, places };
}

/** The words of folded text, as FTS5's unicode61 tokenizer cuts them: runs of letters and digits. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}\p{M}]+/gu) ?? [];
