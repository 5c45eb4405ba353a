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
  const title = headline.trim();
  if (title === '') return undefined;
  let at = 0;
  let i = 0;
  while (i < title.length) {
    if (isSpace(title[i]) || isSpace(text[at])) {
      const [titleSpace, textSpace] = [spaces(title, i), spaces(text, at)];
      // Spaces may be lost or added on either side, never where both have letters.
      i += titleSpace;
      at += textSpace;
      if (i >= title.length) break;
      continue;
    }
    if (at >= text.length || fold(title[i]) !== fold(text[at])) return undefined;
    i++;
    at++;
  }
  const rest = text.slice(at);
  if (/^[\p{Ll}\d]/u.test(rest)) return undefined;
  return { headline: text.slice(0, at).trim(), lead: repairGlue(rest.trim()) };
}

/** Splits a teaser's text before a lead that is known: `body` is the beginning of a stored story's text. */
export function splitByLead(text: string, body: string): { headline: string; lead: string } | undefined {
  const opening = body.trim().split(/\s+/, 6).join(' ');
  if (opening.length < 20) return undefined;
  for (const space of text.matchAll(/\s+/g)) {
    const rest = text.slice(space.index + space[0].length);
    if (space.index > 0 && splitByHeadline(rest, opening)) {
      return { headline: text.slice(0, space.index).trim(), lead: repairGlue(rest.trim()) };
    }
  }
  return undefined;
}

/** What is known of a stored story, to hold a teaser against. */
export interface KnownStory {
  readonly headline: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly categories: readonly string[];
  readonly id?: string;
}

/**
 * The teaser with headline and lead for certain, when it announces this story: its text begins with the story's headline,
 * and minute and Ressort, as far as the teaser has them, do not contradict. Undefined otherwise.
 */
export function resolveTeaser(teaser: Teaser, known: KnownStory): Teaser | undefined {
  const split = splitByHeadline(teaser.text, known.headline);
  if (!split) return undefined;
  const sameMinute = teaser.publishedAt !== undefined && minute(teaser.publishedAt) === minute(known.publishedAt);
  const sameCategory =
    teaser.category === undefined ||
    known.categories.length === 0 ||
    known.categories.some((category) => fold(category) === fold(teaser.category ?? ''));
  if (teaser.publishedAt !== undefined && !sameMinute) return undefined;
  if (!sameCategory && !sameMinute) return undefined;
  return { ...teaser, ...split, certain: true, ...(known.id ? { dispatchId: known.id } : {}) };
}

const minute = (iso: string): number => Math.floor(Date.parse(iso) / 60_000);
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
