import { guessLanguage } from './language.ts';

/** ISO 646-DE (DIN 66003): a 7-bit code with German letters in the positions of brackets and bars. */
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
/** Such a character inside a word. */
const IN_WORD = /(?<=[a-z{|}])[{|}~]|[{|}](?=[a-z])/gi;
/** Words that occur in any longer German text. Swedish (ISO 646-SE) shares few of them (`f}r`, får). */
const WORDS =
  /(?<![a-z{|}~])(?:f}r|}ber|w{hrend|h{tte|w}rden?|w{ren?|k\|nn(?:en|te)|m}ssen?|sp{ter|gegen}ber|zur}ck|gro~e?[nrs]?|hei~t|au~er(?:dem)?|m{rz|m}nchen|k\|ln|f}nf|zw\|lf|(?:minister)?pr{sident|erkl{rte|best{tigte|t{glich|j{hrlich)(?![a-z{|}~])/gi;
/** Different words of {@link WORDS} that prove the code. */
const MIN_KINDS = 2;
/** Braces in pairs, as in code and tables, are braces. */
const BRACES = /(?<![a-z{|}])\{[^{}\n]{1,80}\}(?![a-z{|}~])/i;

/** Capitals in words, but not `[so]` or `a@b`. Windows paths (`C:\temp`) are matched whole, to be left alone. */
const CAPITAL =
  /\b[a-z]:\\[^\s"<>]*|\[(?=[a-z])(?![^[\]\n]*\](?![a-z]))|\](?=[a-z])|(?<=[a-z])\\|\\(?=[a-z])|(?<![\w.])@(?=@?\s?\d)/gi;

/**
 * 7-bit text with its German letters restored; undefined if the characters may mean themselves, or if the text is not ASCII.
 */
export function germanSevenBit(text: string): string | undefined {
  const signs = text.match(SMALL)?.length ?? 0;
  if (signs < MIN_KINDS || /[^\p{ASCII}]/u.test(text) || BRACES.test(text)) return undefined;
  const kinds = new Set(text.match(WORDS)?.map((word) => word.toLowerCase()));
  if (kinds.size < MIN_KINDS || text.match(IN_WORD)?.length !== signs) return undefined;
  if (guessLanguage(text) !== 'de') return undefined;
  return text.replace(SMALL, letter).replace(CAPITAL, letter);
}

/** Matched paths are not in the table and stay. */
const letter = (sign: string): string => LETTERS[sign] ?? sign;
