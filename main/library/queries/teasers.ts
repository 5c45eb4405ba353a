import type { Teaser } from '../../wire/dispatch.ts';
import { splitByHeadline, splitByLead } from '../../wire/text/known-headline.ts';
import { headlineKey } from '../index/index-entry.ts';

interface Known {
  readonly id: string;
  readonly headline: string;
  /** How its text begins. */
  readonly lead: string;
}

/** Where a teaser's dispatch is looked for. */
export interface TeaserLibrary {
  byId(id: string): Known | undefined;
  /** Dispatches published in the minute of an ISO time. */
  ofMinute(time: string): Known[];
  /** Dispatches whose normalised headline has one of these keys. */
  byHeadline(norms: readonly number[]): Known[];
}

const LONGEST_HEADLINE = 25;

/**
 * Ties a teaser to the dispatch it announces. A stored headline that the teaser begins with is a certain split, best when
 * the minute agrees too; of the same minute, so is the beginning of a stored text (its headline may have been changed since).
 * Looked up whenever the article is shown, so that a dispatch that comes later counts.
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

/** The keys of everything the text may have as its headline: its first three to twenty-five words. */
function beginnings(text: string): number[] {
  const ends = [...text.matchAll(/\s+|$/g)].slice(2, LONGEST_HEADLINE).map(({ index }) => index);
  return [...new Set(ends)].map((end) => headlineKey(text.slice(0, end)));
}
