import type { Hit } from '../../preload/contract.ts';
import { foldText, WRITTEN_WORD } from '../../preload/folded-text.ts';
import { wordRuns } from '../../preload/word-runs.ts';

/** Where these folded words stand in a text; how they are written says `wordRuns`. */
export function findWords(text: string, wanted: readonly string[]): Hit[] {
  if (wanted.length === 0) return [];
  const words = [...text.matchAll(WRITTEN_WORD)]
    .map((match) => ({ at: match.index, word: match[0], folded: foldText(match[0]) }))
    .filter(({ folded }) => folded !== '');
  const folded = words.map((word) => word.folded);
  return wordRuns(folded, wanted).flatMap(([first, last]): Hit[] => {
    const [from, to] = [words[first], words[last]];
    return from && to ? [[from.at, to.at + to.word.length]] : [];
  });
}
