/**
 * Folds text for searching, the same way in the index and in the highlighted article: lower case, without accents, ß as ss,
 * every spelling of an umlaut as its plain vowel. `Müller`, `Mueller` and `Muller` are one word. `ue` after a, e or q is no
 * umlaut in German (Bauer, neue, Quelle) and stays; an e behind an umlaut does not form another one (Böen).
 */
export const foldText = (text: string): string => foldLower(lowerText(text));

/** Lower case in NFC; text up to U+00FF is NFC already. */
export const lowerText = (text: string): string =>
  (BEYOND_LATIN1.test(text) ? text.normalize('NFC') : text).toLowerCase();
const BEYOND_LATIN1 = /[^\0-\xff]/;

/** Letters with an accent, without the umlauts. FTS5's tokenizer would remove the accent too, but only after ae, oe and ue are folded. */
const ACCENTED = /[à-ãå-ïñ-õø-ûýÿ-\u024f\u1e00-\u1eff]/g;

/** Soft hyphens, joiners and the like: invisible, inside words that people type without them. */
const INVISIBLE = /[\xad\u200b-\u200d\u2060\ufeff]/g;
/** Combining accents left over after NFC. */
const COMBINING_ACCENTS = /[\u0300-\u036f]/g;
/** Symbols. FTS5 knows Unicode 6.1 and takes later ones, most emoji among them, for letters of the word next to them. */
const SYMBOLS = /[^\0-\u024f\u2000-\u206f€\p{L}\p{N}\p{M}\p{Co}]/gu;
/** Characters that German copy does not have; only texts with them are searched for those above. */
const RARE = /[^\0-\xac\xae-\u024f\u2000-\u200a\u2010-\u205f€]/;

const withoutRare = (text: string): string =>
  text.replace(INVISIBLE, '').replace(COMBINING_ACCENTS, '').replace(SYMBOLS, ' ').replace(/ς/g, 'σ');

/** The letter without its accent; others stay as they are. */
const withoutAccent = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '') || letter;

/** Letters without accents; umlauts and digraphs are not folded yet. */
const plainLetters = (lower: string): string =>
  (RARE.test(lower) ? withoutRare(lower) : lower).replace(ACCENTED, withoutAccent);

/**
 * {@link foldText} of a text in lower case. One pattern for each replacement, since plain ones run much faster; ue comes first,
 * because it depends on the letter before it.
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
const isCombiningAccent = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** Where the letter at an offset ends, with the combining accents that follow it. */
function endOfLetter(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (isCombiningAccent(text.charCodeAt(end))) end += 1;
  return end;
}

/** Results for single letters, which repeat; there are few different ones. */
const known = new Map<string, string>();

function plainLetter(written: string): string {
  const found = known.get(written);
  if (found !== undefined) return found;
  const plain = plainLetters(lowerText(written));
  if (written.length === 1) known.set(written, plain);
  return plain;
}

/** Folds and keeps offsets: `folded[i]` came from `text` at `offsets[i]`; the last entry of `offsets` is the end of the text. */
export function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  // The two letters before the current one, as written.
  let before = '';
  let twoBefore = '';
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = endOfLetter(text, at);
    for (const letter of plainLetter(text.slice(at, end))) {
      const isVowelOfDigraph =
        letter === 'e' && (before === 'a' || before === 'o' || (before === 'u' && !/[aeq]/.test(twoBefore)));
      const plain = isVowelOfDigraph ? '' : (UMLAUTS[letter] ?? letter);
      for (let unit = 0; unit < plain.length; unit++) offsets.push(at);
      folded += plain;
      twoBefore = before;
      before = letter;
    }
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/** The words of folded text as FTS5's unicode61 tokenizer splits them: runs of letters and digits. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}\p{M}]+/gu) ?? [];
