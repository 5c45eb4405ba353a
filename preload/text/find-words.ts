import type { Hit } from '../contract/contract.ts';
import { foldText, foldWithPlaces } from './folded-text.ts';
import { wordRuns } from './word-runs.ts';

/**
 * Where a text holds one of the wanted words, however they are spelled there: UTF-16 offsets, in order, `most` of them at the
 * most. The words are folded; how their beginnings, ends and rows are written says `wordRuns`.
 */
export function findWords(text: string, wanted: readonly string[], most?: number): Hit[] {
  if (!mayHold(text, wanted)) return [];
  const { folded, places } = foldWithPlaces(text);
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ at: match.index, word: match[0] }));
  const runs = wordRuns(
    words.map(({ word }) => word),
    wanted,
    most,
  );
  return runs.flatMap(([first, last]): Hit[] => {
    const [from, to] = [words[first], words[last]];
    return from && to ? [[places[from.at] ?? 0, places[to.at + to.word.length] ?? text.length]] : [];
  });
}

/** False when a text certainly holds none of the words: folding with places is dear, and most texts hold none. */
function mayHold(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const plain = foldText(text);
  return wanted.some((word) => plain.includes(word.replaceAll('*', '').split(' ')[0] ?? '')) || UNFOLDED.test(plain);
}

/** What only folding with places makes plain: anything but ASCII and the punctuation of German copy. */
const UNFOLDED = /[^\0-\x7f\xa0\xa7\xab\xb0\xb7\xbb\u2010-\u2026\u20ac]/;
