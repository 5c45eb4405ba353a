import type { Hit } from '../../preload/contract.ts';
import { foldText } from '../../preload/folded-text.ts';

type Test = (word: string) => boolean;

function test(pattern: string): Test {
  const word = pattern.replaceAll('*', '');
  if (word === '') return () => false;
  const begins = pattern.endsWith('*');
  const ends = pattern.startsWith('*');
  if (begins && ends) return (other) => other.includes(word);
  if (begins) return (other) => other.startsWith(word);
  if (ends) return (other) => other.endsWith(word);
  return (other) => other === word;
}

/** Where these folded words stand in a text: `*` behind one means that it begins so, before it that it ends so. */
export function findWords(text: string, words: readonly string[]): Hit[] {
  const tests = words.map(test);
  if (tests.length === 0) return [];
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => tests.some((fits) => fits(foldText(word))))
    .map((match) => [match.index, match.index + match[0].length]);
}
