const GERMAN = 'der die das und ist nicht ein eine mit von dem den auf sich auch nach im zu werden wurde hat'.split(
  ' ',
);
const ENGLISH = 'the and of to in is for that with was on by said from has have are were its which'.split(' ');
/** Apart from the others, for its umlaut is no letter of ASCII. */
const FUER = /\bfür\b/gi;

/** Letters. No word of the lists has more. */
const MAX_LETTERS = 6;
const LETTER_BITS = 5;
/** Digits and the underscore: no letter has this number. */
const OTHER = 31;
const DE = 1;
const EN = 2;
const LANGUAGES = new Map([
  ...GERMAN.map((word) => [keyOf(word), DE] as const),
  ...ENGLISH.map((word) => [keyOf(word), EN] as const),
]);

/** `de` or `en` by the little words of a text, undefined where they do not tell. Looks at the first 1500 characters. */
export function guessLanguage(text: string): 'de' | 'en' | undefined {
  const head = text.slice(0, 1500);
  const { german, english } = littleWords(head);
  const all = german + (head.match(FUER)?.length ?? 0);
  if (all >= 2 && all > english * 2) return 'de';
  if (english >= 2 && english > all * 2) return 'en';
  return undefined;
}

/** How many words of either list a text has, in any case. One pass without cutting out words: every import asks for all texts. */
function littleWords(text: string): { german: number; english: number } {
  let german = 0;
  let english = 0;
  let key = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const letter = letterOf(i < text.length ? text.charCodeAt(i) : 0);
    if (letter !== 0) {
      if (length < MAX_LETTERS) key = (key << LETTER_BITS) | letter;
      length += 1;
      continue;
    }
    if (length > 1 && length <= MAX_LETTERS) {
      const language = LANGUAGES.get(key);
      if (language === DE) german += 1;
      else if (language === EN) english += 1;
    }
    key = 0;
    length = 0;
  }
  return { german, english };
}

/** 1–26 for letters of ASCII in any case, {@link OTHER} for what else makes up a word, 0 for all that ends one. */
function letterOf(code: number): number {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return lower - 0x60;
  return (code >= 0x30 && code <= 0x39) || code === 0x5f ? OTHER : 0;
}

/** A word as a number: five bits a letter. */
function keyOf(word: string): number {
  let key = 0;
  for (let i = 0; i < word.length; i++) key = (key << LETTER_BITS) | letterOf(word.charCodeAt(i));
  return key;
}
