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

/** Where words may be parted and joined, and nothing is seen: they stand within words that people type without them. */
const INVISIBLE = /[\xad\u200b-\u200d\u2060\ufeff]/g;
/** Accents that no letter has taken in. */
const LOOSE_ACCENTS = /[\u0300-\u036f]/g;
/** FTS5 knows the signs of Unicode 6.1 and takes later ones, most emoji among them, for letters of the word beside them. */
const SIGNS = /[^\0-\u024f\u2000-\u206f€\p{L}\p{N}\p{M}\p{Co}]/gu;
/** What none of German copy has, and only texts with these are looked through for the four above. */
const RARE = /[^\0-\xac\xae-\u024f\u2000-\u200a\u2010-\u205f€]/;

const withoutRare = (text: string): string =>
  text.replace(INVISIBLE, '').replace(LOOSE_ACCENTS, '').replace(SIGNS, ' ').replace(/ς/g, 'σ');

/** A letter that is none with an accent stays as it is. */
const withoutAccent = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '') || letter;

/** Letters without accents, umlauts and the e behind a vowel still as they are. */
const plainLetters = (lower: string): string =>
  (RARE.test(lower) ? withoutRare(lower) : lower).replace(ACCENTED, withoutAccent);

/**
 * {@link foldText} of a text in lower case. A pattern each, for those that are plain text are found much faster; ue comes
 * first, for it looks at what stands in front.
 */
export const foldLower = (text: string): string =>
  plainLetters(text)
    .replace(/ue(?<![aeq]ue)/g, 'u')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/ß/g, 'ss');

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };
const isLooseAccent = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** Where the letter at a place ends, with the accents that stand behind it. */
function endOfLetter(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (isLooseAccent(text.charCodeAt(end))) end += 1;
  return end;
}

/** Of single letters, which come again and again; there are not many of them. */
const known = new Map<string, string>();

function plainLetter(written: string): string {
  const found = known.get(written);
  if (found !== undefined) return found;
  const plain = plainLetters(lowerText(written));
  if (written.length === 1) known.set(written, plain);
  return plain;
}

/** Folds without loss of place: `folded[i]` came from `text` at `places[i]`; `places` has one entry more, the end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  // The two letters before the one that is looked at, whatever became of them.
  let before = '';
  let twoBefore = '';
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = endOfLetter(text, at);
    for (const letter of plainLetter(text.slice(at, end))) {
      const isVowelOfDigraph =
        letter === 'e' && (before === 'a' || before === 'o' || (before === 'u' && !/[aeq]/.test(twoBefore)));
      const plain = isVowelOfDigraph ? '' : (UMLAUTS[letter] ?? letter);
      for (let unit = 0; unit < plain.length; unit++) places.push(at);
      folded += plain;
      twoBefore = before;
      before = letter;
    }
  }
  places.push(text.length);
  return { folded, places };
}

/** The words of folded text, as FTS5's unicode61 tokenizer cuts them: runs of letters and digits. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}\p{M}]+/gu) ?? [];
