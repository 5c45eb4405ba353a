import { repairGlue } from './glue.ts';

/**
 * Splits a teaser's text after a known headline, ignoring kinds of quotes, dashes and spaces. Undefined if the text does not
 * start with it. The lead may be empty; joined sentences in it are separated.
 */
export function splitByHeadline(text: string, headline: string): { headline: string; lead: string } | undefined {
  const end = endOfBeginning(text, headline.trim());
  // Inside a longer headline: a lead starts with a capital.
  if (end === undefined || /^\s+\p{Ll}/u.test(text.slice(end))) return undefined;
  return { headline: text.slice(0, end).trim(), lead: repairGlue(text.slice(end).trim()) };
}

/** The offset at which a text continues after another one that it starts with; undefined if it does not. */
function endOfBeginning(text: string, beginning: string): number | undefined {
  if (beginning === '') return undefined;
  let at = 0;
  let i = 0;
  while (i < beginning.length) {
    if (isSpace(beginning[i]) || isSpace(text[at])) {
      const [ours, theirs] = [spaces(beginning, i), spaces(text, at)];
      // Spaces may be missing on either side.
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

/** Splits a teaser's text before a known lead: `body` is the beginning of a stored story's text. */
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

/** A single character, with all quotes and all dashes alike. */
const fold = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[„“”‟«»″]/g, '"')
    .replace(/[‚‘’‛‹›′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .toLowerCase();
