import type { Hit } from '../../preload/contract.ts';
import { foldText } from '../../preload/folded-text.ts';
import { wordRuns } from '../../preload/word-runs.ts';

/** Where these folded words stand in a text; how they are written says `wordRuns`. */
export function findWords(text: string, wanted: readonly string[]): Hit[] {
  if (wanted.length === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ at: match.index, word: match[0] }));
  const folded = words.map(({ word }) => foldText(word));
  return wordRuns(folded, wanted).flatMap(([first, last]): Hit[] => {
    const [from, to] = [words[first], words[last]];
    return from && to ? [[from.at, to.at + to.word.length]] : [];
  });
}
