import type { Passage } from '../../preload/contract/contract.ts';

const CONTEXT_CHARS = 40;

/** A part of a text as it can be found again in another version. */
export const passageOf = (text: string, from: number, to: number): Omit<Passage, 'version'> => ({
  quote: text.slice(from, to),
  before: text.slice(Math.max(0, from - CONTEXT_CHARS), from),
  after: text.slice(to, to + CONTEXT_CHARS),
});

/**
 * Where a passage stands in a text: where its words are the same, and of several such places the one whose surroundings agree
 * most. Undefined when its words are not in the text.
 */
export function findPassage(text: string, { quote, before, after }: Omit<Passage, 'version'>): number | undefined {
  let best: number | undefined;
  let bestScore = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const score = sameEnd(text.slice(0, at), before) + sameStart(text.slice(at + quote.length), after);
    if (score > bestScore) [best, bestScore] = [at, score];
  }
  return best;
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sameEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
