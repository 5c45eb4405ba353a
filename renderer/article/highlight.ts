import type { Hit } from '../../preload/contract.ts';

/** Letters with an accent, umlauts apart. */
const ACCENTED = /[à-ãå-ïñ-õø-ûýÿ-\u024f\u1e00-\u1eff]/g;
const withoutAccent = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '') || letter;

/**
 * One spelling for all that a search takes as the same, as the library folds it (main/library/search/folded-text.ts): ä, ae and a
 * are one, ß and ss too, other accents are dropped and capitals do not count.
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTED, withoutAccent)
    .replace(/ue(?<![aeq]ue)/g, 'u')
    .replace(/([ao])e/g, '$1')
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/ß/g, 'ss');
}

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
    .filter(([word]) => tests.some((fits) => fits(fold(word))))
    .map((match) => [match.index, match.index + match[0].length]);
}
