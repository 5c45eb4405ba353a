import { foldText } from '../../preload/text/folded-text.ts';

/** Offered at once. */
const MAX_MATCHES = 8;

/**
 * The known tags that complete what is typed, the best first: the tag itself, then those that begin so, then those with a word
 * that does. Case and umlauts do not matter.
 */
export function tagMatches(typed: string, known: readonly string[]): string[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return [];
  const rankOf = (tag: string): number => {
    const folded = foldText(tag);
    if (folded === wanted) return 0;
    if (folded.startsWith(wanted)) return 1;
    return folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 2 : 3;
  };
  return known
    .map((tag) => ({ tag, rank: rankOf(tag) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_MATCHES)
    .map(({ tag }) => tag);
}
