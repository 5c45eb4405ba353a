import type { Teaser } from '../../wire/dispatch.ts';
import { splitByHeadline, splitByLead } from '../../wire/text/known-headline.ts';
import { headlineKey } from '../index/index-entry.ts';

interface Known {
  readonly id: string;
  readonly headline: string;
  /** How its text begins. */
  readonly lead: string;
}

/** The lookups by which a teaser's dispatch is found. */
export interface TeaserLibrary {
  byId(id: string): Known | undefined;
  /** Dispatches published in the minute of an ISO time. */
  ofMinute(time: string): Known[];
  /** Dispatches whose normalised headline has one of these keys. */
  byHeadline(norms: readonly number[]): Known[];
}

const LONGEST_HEADLINE = 25;

/**
 * Links a teaser to the dispatch it announces. If the teaser begins with a stored headline, the split into headline and lead is
 * certain; dispatches of the same minute are tried first, also by the beginning of their text (the headline may have changed
 * since). Resolved whenever the article is shown, so that later dispatches are found too.
 */
export function resolveTeaser(library: TeaserLibrary, teaser: Teaser, self: string): Teaser {
  const named = teaser.dispatchId === undefined ? undefined : library.byId(teaser.dispatchId);
  if (named) return teaser;
  const { dispatchId: _unknown, ...rest } = teaser;
  const minute = teaser.publishedAt === undefined ? [] : library.ofMinute(teaser.publishedAt);
  return (
    match(rest, minute, self, ({ headline }) => splitByHeadline(teaser.text, headline)) ??
    match(rest, minute, self, ({ lead }) => splitByLead(teaser.text, lead)) ??
    match(rest, library.byHeadline(beginnings(teaser.text)), self, ({ headline }) =>
      splitByHeadline(teaser.text, headline),
    ) ??
    rest
  );
}

type Split = (known: Known) => { headline: string; lead: string } | undefined;

function match(teaser: Teaser, candidates: readonly Known[], self: string, splitBy: Split): Teaser | undefined {
  for (const known of candidates) {
    const { id } = known;
    const split = id === self ? undefined : splitBy(known);
    if (split) return { ...teaser, ...split, certain: true, dispatchId: id };
  }
  return undefined;
}

/** The keys of all possible headlines of the text: its first three to twenty-five words. */
function beginnings(text: string): number[] {
  const ends = [...text.matchAll(/\s+|$/g)].slice(2, LONGEST_HEADLINE).map(({ index }) => index);
  return [...new Set(ends)].map((end) => headlineKey(text.slice(0, end)));
}
