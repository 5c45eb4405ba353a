import { wordsOf } from './folded-text.ts';

const SHORTEST = 5;
const FULL = 2 ** 20;

/**
 * Finds the words of a text that this process has not met yet, so that the index's word list is asked for each only once.
 * Words are kept as 53-bit hashes in one flat array: a million of them take 16 MB. When it is full it starts over, which
 * costs repeated insertions and nothing else.
 */
export class WordFilter {
  private table = new Float64Array(FULL * 2);
  private count = 0;

  /** The unknown words of folded text, reversed, as the index keeps them. */
  fresh(folded: string): string[] {
    const words = new Set(wordsOf(folded).filter((word) => word.length >= SHORTEST && word.length <= 60));
    return [...words].filter((word) => this.add(hash53(word))).map(reverse);
  }

  private add(hash: number): boolean {
    if (this.count >= FULL) {
      this.table.fill(0);
      this.count = 0;
    }
    let at = hash % this.table.length;
    while (this.table[at] !== 0) {
      if (this.table[at] === hash) return false;
      at = (at + 1) % this.table.length;
    }
    this.table[at] = hash;
    this.count += 1;
    return true;
  }
}

export const reverse = (word: string): string => [...word].reverse().join('');

/** cyrb53 by bryc (public domain): two 32-bit multiplicative hashes joined to 53 bits, never 0 here. */
function hash53(word: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1;
}
