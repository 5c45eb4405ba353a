/** Consecutive words of a text by their indexes, both included. */
export type Run = readonly [first: number, last: number];

type Test = (word: string) => boolean;

/**
 * Where the words of a text (folded, in order) match the wanted ones, at most `most` times: `minister*` matches a beginning,
 * `*minister` an end, and several words with spaces between them match as a phrase.
 */
export function wordRuns(words: readonly string[], wanted: readonly string[], most = Number.POSITIVE_INFINITY): Run[] {
  const whole = new Set(wanted.filter((one) => !/[* ]/.test(one)));
  const patterns = wanted.filter((one) => /[* ]/.test(one)).map((one) => one.split(' ').map(testOf));
  const runs: Run[] = [];
  for (let at = 0; at < words.length && runs.length < most; at++) {
    const length = Math.max(whole.has(words[at] ?? '') ? 1 : 0, longest(patterns, words, at));
    if (length === 0) continue;
    runs.push([at, at + length - 1]);
    at += length - 1;
  }
  return runs;
}

const longest = (patterns: readonly (readonly Test[])[], words: readonly string[], at: number): number =>
  patterns.reduce((length, tests) => {
    const fits = tests.length > length && tests.every((test, i) => test(words[at + i] ?? ''));
    return fits ? tests.length : length;
  }, 0);

function testOf(pattern: string): Test {
  const word = pattern.replaceAll('*', '');
  if (word === '') return () => false;
  const begins = pattern.endsWith('*');
  const ends = pattern.startsWith('*');
  if (begins && ends) return (other) => other.includes(word);
  if (begins) return (other) => other.startsWith(word);
  if (ends) return (other) => other.endsWith(word);
  return (other) => other === word;
}
