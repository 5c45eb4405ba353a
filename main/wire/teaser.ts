import { repairGlue } from './copy/glue.ts';
import { guessSplit } from './copy/teaser-split.ts';
import { germanDates } from './copy/text-times.ts';
import type { Teaser } from './dispatch.ts';

const LINK =
  /\s*(?:weiterlesen|weiter lesen|mehr lesen|\[\s*weiter\s*(?:\.{3}|…)?\s*\]|\[\s*(?:…|\.{3})\s*\]|mehr)\s*(?:\.{3}|…)?\s*$/iu;
/** Characters: Ressort, date and link words together are shorter. */
const TAIL_LENGTH = 140;
const TAIL =
  /\((?<category>[^()]+),\s*(?<date>\d{1,2}\.\d{1,2}\.\d{2,4}\s*[-–]\s*\d{1,2}:\d{2}(?::\d{2})?)(?:\s*Uhr)?\)\s*$/u;

/** True when a line ends as the entries of "Weitere Meldungen" do: `(Ausland, 24.01.2026 - 08:26) weiterlesen...`. */
export function hasTeaserTail(line: string): boolean {
  // The end of a line is enough, and paragraphs are long.
  const end = line.slice(-TAIL_LENGTH);
  return end.includes('(') && TAIL.test(end.replace(LINK, ''));
}

/** True when a line ends with the words of a link to the whole story. */
export const hasLinkWord = (line: string): boolean =>
  LINK.test(line) && /[\]…]\s*$|\.{3}\s*$|weiterlesen\s*$/iu.test(line);

/**
 * An entry of "Weitere Meldungen": Ressort and minute of its tail, and a guess where the headline ends. `text` keeps the
 * entry without its tail exactly as it came; `lead` has its glued sentences apart. A guess is never `certain`.
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

/**
 * Splits a teaser's text after a headline that is known, whatever quotes, dashes and spaces either of them uses.
 * Undefined when the text does not begin with it. The lead comes with its glued sentences apart and may be empty.
 */
export function splitByHeadline(text: string, headline: string): { headline: string; lead: string } | undefined {
  const end = endOfBeginning(text, headline.trim());
  // In the middle of a longer headline: a lead begins with a capital.
  if (end === undefined || /^\s+\p{Ll}/u.test(text.slice(end))) return undefined;
  return { headline: text.slice(0, end).trim(), lead: repairGlue(text.slice(end).trim()) };
}

/** Where a text that begins with another one goes on, undefined when it does not. */
function endOfBeginning(text: string, beginning: string): number | undefined {
  if (beginning === '') return undefined;
  let at = 0;
  let i = 0;
  while (i < beginning.length) {
    if (isSpace(beginning[i]) || isSpace(text[at])) {
      const [ours, theirs] = [spaces(beginning, i), spaces(text, at)];
      // Spaces may be lost or added on either side, never where both have letters.
      i += ours;
      at += theirs;
      if (i >= beginning.length) break;
      continue;
    }
    if (at >= text.length || fold(beginning[i]) !== fold(text[at])) return undefined;
    i++;
    at++;
  }
  return /^[\p{Ll}\d]/u.test(text.slice(at)) ? undefined : at;
}

/** Splits a teaser's text before a lead that is known: `body` is the beginning of a stored story's text. */
export function splitByLead(text: string, body: string): { headline: string; lead: string } | undefined {
  const opening = body.trim().split(/\s+/, 6).join(' ');
  if (opening.length < 20) return undefined;
  for (const space of text.matchAll(/\s+/g)) {
    const rest = text.slice(space.index + space[0].length);
    if (space.index > 0 && endOfBeginning(rest, opening) !== undefined) {
      return { headline: text.slice(0, space.index).trim(), lead: repairGlue(rest.trim()) };
    }
  }
  return undefined;
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

function spaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at - from;
}

/** One sign for all quotes, one for all dashes; for single characters. */
const fold = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[„“”‟«»″]/g, '"')
    .replace(/[‚‘’‛‹›′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .toLowerCase();
