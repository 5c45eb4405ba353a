/** Frequent little words of the languages that are told apart, some of them of several. */
const WORDS = {
  de: 'der die das und ist nicht ein eine mit von dem den auf sich auch nach im zu werden wurde hat',
  en: 'the and of to in is for that with was on by said from has have are were its which',
  da: 'og det er en af den til med har ikke som et vil blev efter fra sig ved kan siger',
  es: 'el los las una del para con que por su al ha como este sobre entre pero fue desde hasta se',
  fr: 'le la les une dans pour qui sur avec aux ont par du au et ses leur selon cette sont mais des son',
  it: 'il la gli della dei di che per una con nel alla ha sono non delle anche dal questo come si',
  nl: 'het een van voor met dat zijn niet op te aan door bij ook naar maar heeft wordt uit deze',
  no: 'og det er en av den til med har ikke som et vil ble etter fra seg ved kan sier',
  pt: 'os as uma do dos para com que por na no em ao foi mais pela pelo seu sua como se',
  sv: 'och att det som av till med har inte om ett vid den han hon eller men blev efter mot',
} as const;
type Language = keyof typeof WORDS;
const OTHERS = ['da', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'sv'] as const satisfies readonly Language[];

/** Counted separately: the umlaut is not ASCII. */
const FUER = /\bfür\b/gi;
/** Words that show one of the other languages, and their share of all: names and quotations have some, too. */
const LEAST = 4;
const LEAST_SHARE = 0.12;
/** Words by which it is ahead of the next: related languages share most of them. */
const AHEAD = 2;

/** The longest word of the lists. */
const MAX_LETTERS = 6;
const LETTER_BITS = 5;
/** Stands for digits and the underscore; letters are 1–26. */
const OTHER = 31;
const LANGUAGES = languagesByWord();

/** The language of a text (ISO 639-1) by the function words in its first 1500 characters; undefined if they are not clear. */
export function guessLanguage(text: string): Language | undefined {
  const head = text.slice(0, 1500);
  const { counts, words } = littleWords(head);
  const german = counts.de + (head.match(FUER)?.length ?? 0);
  const [best, second] = OTHERS.toSorted((a, b) => counts[b] - counts[a]);
  const [most, next] = [best ? counts[best] : 0, second ? counts[second] : 0];
  if (german >= 2 && german > counts.en * 2 && german >= most) return 'de';
  if (counts.en >= 2 && counts.en > german * 2 && counts.en >= most) return 'en';
  const isClear = most >= Math.max(LEAST, words * LEAST_SHARE) && most - Math.max(next, german, counts.en) >= AHEAD;
  return isClear ? best : undefined;
}

/** How many words a text has, and of each list, ignoring case. One pass without allocating words: it runs for every dispatch. */
function littleWords(text: string): { readonly counts: Record<Language, number>; readonly words: number } {
  const counts = { da: 0, de: 0, en: 0, es: 0, fr: 0, it: 0, nl: 0, no: 0, pt: 0, sv: 0 };
  let words = 0;
  let key = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const letter = letterOf(i < text.length ? text.charCodeAt(i) : 0);
    if (letter !== 0) {
      if (length < MAX_LETTERS) key = (key << LETTER_BITS) | letter;
      length += 1;
      continue;
    }
    if (length > 0) words += 1;
    const found = length > 1 && length <= MAX_LETTERS ? LANGUAGES.get(key) : undefined;
    if (found) for (const language of found) counts[language] += 1;
    key = 0;
    length = 0;
  }
  return { counts, words };
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

function languagesByWord(): ReadonlyMap<number, readonly Language[]> {
  const found = new Map<number, Language[]>();
  for (const language of ['de', 'en', ...OTHERS] as const)
    for (const word of WORDS[language].split(' ')) {
      const key = keyOf(word);
      found.set(key, [...(found.get(key) ?? []), language]);
    }
  return found;
}
