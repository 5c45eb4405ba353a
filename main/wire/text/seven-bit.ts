import { guessLanguage } from './language.ts';

/** ISO 646-DE (DIN 66003): seven bits in which German letters have the places of brackets and bars. */
const LETTERS: Readonly<Record<string, string>> = {
  '{': 'ä',
  '|': 'ö',
  '}': 'ü',
  '~': 'ß',
  '[': 'Ä',
  '\\': 'Ö',
  ']': 'Ü',
  '@': '§',
};

const SMALL = /[{|}~]/g;
/** Such a sign as part of a word. */
const IN_WORD = /(?<=[a-z{|}])[{|}~]|[{|}](?=[a-z])/gi;
/** Words no longer text lacks. Swedish has signs of its own in these places, but few words in common (`f}r`, får). */
const WORDS =
  /(?<![a-z{|}~])(?:f}r|}ber|w{hrend|h{tte|w}rden?|w{ren?|k\|nn(?:en|te)|m}ssen?|sp{ter|gegen}ber|zur}ck|gro~e?[nrs]?|hei~t|au~er(?:dem)?|m{rz|m}nchen|k\|ln|f}nf|zw\|lf|(?:minister)?pr{sident|erkl{rte|best{tigte|t{glich|j{hrlich)(?![a-z{|}~])/gi;
/** Kinds of them. */
const MIN_KINDS = 2;
/** Braces around something, as in code and tables: then they are braces. */
const BRACES = /(?<![a-z{|}])\{[^{}\n]{1,80}\}(?![a-z{|}~])/i;

/** Capitals, in words: not `[so]`, which opens and closes, nor `a@b`. A whole path of Windows (`C:\temp`) stays as it is. */
const CAPITAL =
  /\b[a-z]:\\[^\s"<>]*|\[(?=[a-z])(?![^[\]\n]*\](?![a-z]))|\](?=[a-z])|(?<=[a-z])\\|\\(?=[a-z])|(?<![\w.])@(?=@?\s?\d)/gi;

/**
 * Text of seven bits with its German letters; undefined for all text in which the signs in their places may mean something
 * else, or that has such letters as they are.
 */
export function germanSevenBit(text: string): string | undefined {
  const signs = text.match(SMALL)?.length ?? 0;
  if (signs < MIN_KINDS || /[^\p{ASCII}]/u.test(text) || BRACES.test(text)) return undefined;
  const kinds = new Set(text.match(WORDS)?.map((word) => word.toLowerCase()));
  if (kinds.size < MIN_KINDS || text.match(IN_WORD)?.length !== signs) return undefined;
  if (guessLanguage(text) !== 'de') return undefined;
  return text.replace(SMALL, letter).replace(CAPITAL, letter);
}

/** A path is no sign of the table. */
const letter = (sign: string): string => LETTERS[sign] ?? sign;
