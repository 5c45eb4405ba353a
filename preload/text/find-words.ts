import type { Hit } from '../contract/contract.ts';
import { foldText, foldWithOffsets } from './folded-text.ts';
import { wordRuns } from './word-runs.ts';

/**
 * The matches of any wanted word in a text, in any spelling: UTF-16 offsets in order, at most `most`. The wanted words are
 * folded and may have the wildcards of `wordRuns`.
 */
export function findWords(text: string, wanted: readonly string[], most?: number): Hit[] {
  if (!mayContain(text, wanted)) return [];
  const { folded, offsets } = foldWithOffsets(text);
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ at: match.index, word: match[0] }));
  const runs = wordRuns(
    words.map(({ word }) => word),
    wanted,
    most,
  );
  return runs.flatMap(([first, last]): Hit[] => {
    const [from, to] = [words[first], words[last]];
    return from && to ? [[offsets[from.at] ?? 0, offsets[to.at + to.word.length] ?? text.length]] : [];
  });
}

/** False when a text certainly contains none of the words: folding with offsets is expensive, and most texts contain none. */
function mayContain(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const plain = foldText(text);
  return wanted.some((word) => plain.includes(word.replaceAll('*', '').split(' ')[0] ?? '')) || UNFOLDED.test(plain);
}

/** Characters that `foldText` leaves and only folding with offsets resolves: all but ASCII and German punctuation. */
const UNFOLDED = /[^\0-\x7f\xa0\xa7\xab\xb0\xb7\xbb\u2010-\u2026\u20ac]/;
