/** Letters of Czech, Polish, Hungarian, Croatian, Romanian and Turkish, decoded wrongly as windows-1252. */
const CZECH = /\p{L}[øì]\p{L}/gu;
const POLISH = /\p{Ll}[³¿¹¶±¼]\p{Ll}/gu;
const HUNGARIAN = /\p{Ll}[õû]|[õû]\p{Ll}/gu;
const CROATIAN = /\p{L}è|è\p{L}/gu;
const ROMANIAN = /[þº]\p{Ll}/gu;
const TURKISH = /\p{Ll}[ðþý]/gu;
/** Words that prove it. */
const MIN_WORDS = 3;

/**
 * The encoding of Central European and Turkish text, by letters in positions where no Western European language has them: `ì`
 * inside a word with `ø`, `õ` at the end, `è` before a vowel at the start, a superscript three inside. A single name proves
 * nothing: French text has `Žižek`, Spanish `Tõnu`, German `Veselý`. Letters of other languages count against it.
 */
export function centralEurope(western: string): { readonly encoding: string } | undefined {
  const text = western.slice(0, 16_384);
  if (!/[øì³õûèþºðý]/u.test(text)) return undefined;
  const has = (...letters: readonly string[]) => letters.every((letter) => text.includes(letter));
  const shows = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) >= MIN_WORDS;
  if (has('ø') && /\p{L}ì\p{L}/u.test(text) && !/[åæ]/u.test(text) && shows(CZECH)) {
    return { encoding: isoOrWindows(text, /\p{L}[¹¾»]|[¹¾»]\p{L}/u) };
  }
  if (has('³') && shows(POLISH)) return { encoding: isoOrWindows(text, /\p{L}[±¶¼]|[±¶¼]\p{L}/u) };
  const isWindows =
    (has('á', 'é') && /\p{Ll}õl?(?!\p{L})/u.test(text) && !/[äãçêñ]/u.test(text) && shows(HUNGARIAN)) ||
    (has('š') && /(?<!\p{L})è[aeiou]/iu.test(text) && !/[àêç]/u.test(text) && shows(CROATIAN)) ||
    (has('ã', 'þ', 'º') && !/[ðæçõ]/u.test(text) && shows(ROMANIAN));
  if (isWindows) return { encoding: 'windows-1250' };
  return has('ç', 'ü', 'þ', 'ý') && !/[áíóúæäß]/u.test(text) && shows(TURKISH)
    ? { encoding: 'windows-1254' }
    : undefined;
}

/** ISO 8859-2 if there are letters in its positions; windows-1250 has other characters there. */
const isoOrWindows = (text: string, letter: RegExp): string => (letter.test(text) ? 'iso-8859-2' : 'windows-1250');
