const GERMAN = 'der die das und ist nicht ein eine mit von dem den auf sich auch nach im zu werden wurde hat'.split(
  ' ',
);
const ENGLISH = 'the and of to in is for that with was on by said from has have are were its which'.split(' ');
/** Counted separately: the umlaut is not ASCII. */
const FUER = /\bfür\b/gi;

/** The longest word of the lists. */
const MAX_LETTERS = 6;
const LETTER_BITS = 5;
/** Stands for digits and the underscore; letters are 1–26. */
const OTHER = 31;
const DE = 1;
const EN = 2;
const LANGUAGES = new Map([
  ...GERMAN.map((word) => [keyOf(word), DE] as const),
  ...ENGLISH.map((word) => [keyOf(word), EN] as const),
]);

/** `de` or `en` by the function words in the first 1500 characters of a text; undefined if they are not clear. */
export function guessLanguage(text: string): 'de' | 'en' | undefined {
  const head = text.slice(0, 1500);
  const { german, english } = littleWords(head);
  if (german >= 2 && german > english * 2) return 'de';
  const all = german + (head.match(FUER)?.length ?? 0);
  if (all >= 2 && all > english * 2) return 'de';
  if (english >= 2 && english > all * 2) return 'en';
  return undefined;
}

/** How many words of each list a text has, ignoring case. One pass without allocating words: it runs for every dispatch. */
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

/** 1–26 for ASCII letters in any case, {@link OTHER} for other word characters, 0 for everything that ends a word. */
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
