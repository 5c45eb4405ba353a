import { foldText, wordsOf } from '../../../preload/text/folded-text.ts';

/** Characters. A word of three letters has no end that a search accepts (queries/search/terms.ts). */
const MIN_WORD_CHARS = 4;
const MAX_WORD_CHARS = 60;
const IS_NUMBER = /^\d+$/;
const SLOTS = 2 ** 20;

/**
 * Passes on words not seen recently, so that new words are written to the word list and not every word of every text: an import
 * uses a tenth less processor time. It keeps the hash of the last word of each slot, in 8 MB; a word displaced by another is
 * written again, which is harmless.
 */
export class WordFilter {
  private readonly seen = new Float64Array(SLOTS);

  /** The words of folded text not seen recently, reversed as in the word list. Nobody searches for the end of a number. */
  unseen(folded: string): string[] {
    return wordsOf(folded)
      .filter(isListed)
      .filter((word) => this.isUnseen(word))
      .map(reverse);
  }

  private isUnseen(word: string): boolean {
    const hash = hashOf(word);
    const slot = hash & (SLOTS - 1);
    if (this.seen[slot] === hash) return false;
    this.seen[slot] = hash;
    return true;
  }
}

const isListed = (word: string): boolean =>
  word.length >= MIN_WORD_CHARS && word.length <= MAX_WORD_CHARS && !IS_NUMBER.test(word);

/**
 * How the index may have folded the end of a word: a leading `ue` is either an umlaut (Nat-uer, folded) or not (Mauer, where it
 * follows an a, e or q that the search does not name).
 */
export const spellingsOfEnd = (end: string): string[] =>
  /^ue/i.test(end) ? [foldText(end), `ue${foldText(end.slice(2))}`] : [foldText(end)];

export function reverse(word: string): string {
  let reversed = '';
  for (const letter of word) reversed = letter + reversed;
  return reversed;
}

/** 53 bits, of which two words hardly ever share all: cyrb53 by bryc (public domain), two 32-bit hashes joined. Never 0, an empty slot. */
function hashOf(word: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const high = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const low = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return 2 ** 32 * (high & 0x1fffff) + (low >>> 0) || 1;
}
