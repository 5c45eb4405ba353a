import type { Teaser } from '../../dispatch.ts';
import { germanDates } from '../../times/text-times.ts';
import { guessSplit } from './teaser-split.ts';

const LINK =
  /(?<!\s)\s*(?:weiterlesen|weiter lesen|mehr lesen|\[\s*weiter(?:\s*(?:\.{3}|…))?\s*\]|\[\s*(?:…|\.{3})\s*\]|mehr)(?:\s*(?:\.{3}|…))?\s*$/iu;
/** Characters: Ressort, date and link words together are shorter. */
const TAIL_LENGTH = 140;
const TAIL =
  /\((?<category>[^()]+),\s*(?<date>\d{1,2}\.\d{1,2}\.\d{2,4}\s*[-–]\s*\d{1,2}:\d{2}(?::\d{2})?)(?:\s*Uhr)?\)\s*$/u;

/** True if a line ends like the entries of "Weitere Meldungen" do: `(Ausland, 24.01.2026 - 08:26) weiterlesen...`. */
export function hasTeaserTail(line: string): boolean {
  // Only the end of the line matters, and paragraphs are long.
  const end = line.slice(-TAIL_LENGTH);
  return end.includes('(') && TAIL.test(end.replace(LINK, ''));
}

/** True if a line ends with the words of a link to the full story. */
export const hasLinkWord = (line: string): boolean =>
  LINK.test(line) && /[\]…]\s*$|\.{3}\s*$|weiterlesen\s*$/iu.test(line);

/**
 * An entry of "Weitere Meldungen": category and minute from its end, and a guess where the headline ends. `text` is the
 * entry without its end, unchanged; in `lead` joined sentences are separated. A guess is never `certain`.
 */
export function readTeaser(line: string): Teaser {
  const whole = line.trim();
  const unlinked = whole.slice(-TAIL_LENGTH).replace(LINK, '');
  const tail = TAIL.exec(unlinked);
  const text = (whole.slice(0, -TAIL_LENGTH) + (tail ? unlinked.slice(0, tail.index) : unlinked)).trim();
  const publishedAt = germanDates(tail?.groups?.date ?? '')[0]?.iso;
  const category = tail?.groups?.category?.trim();
  const split = guessSplit(text);
  return {
    text,
    ...(split ? { headline: split.headline, lead: split.lead } : {}),
    certain: false,
    ...(category ? { category } : {}),
    ...(publishedAt ? { publishedAt } : {}),
  };
}
