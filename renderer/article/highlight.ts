import type { Hit } from '../../preload/contract.ts';

/**
 * One spelling for all that a search takes as the same: ä, ae and a are one, ß and ss too, other accents are dropped and
 * capitals do not count.
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
}

type Test = (word: string) => boolean;

function test(pattern: string): Test {
  const word = fold(pattern.replaceAll('*', ''));
  if (word === '') return () => false;
  const begins = pattern.endsWith('*');
  const ends = pattern.startsWith('*');
  if (begins && ends) return (other) => other.includes(word);
  if (begins) return (other) => other.startsWith(word);
  if (ends) return (other) => other.endsWith(word);
  return (other) => other === word;
}

/** Where these words stand in a text: `*` behind one means that it begins so, before it that it ends so. */
export function findWords(text: string, words: readonly string[]): Hit[] {
  const tests = words.map(test);
  if (tests.length === 0) return [];
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => tests.some((fits) => fits(fold(word))))
    .map((match) => [match.index, match.index + match[0].length]);
}
