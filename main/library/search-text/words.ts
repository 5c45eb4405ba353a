import { foldText, wordsOf } from '../../../preload/text/folded-text.ts';
import { codeUnits } from '../index/code-units.ts';

/** A word of three letters has no end that could be asked for (terms.ts). */
const SHORTEST = 4;
const LONGEST = 60;
/** Slots of the table at first and at most; it is full at half of them. */
const SMALLEST = 2 ** 14;
const LARGEST = 2 ** 20;
const RECENT = 2 ** 12;
const IS_NUMBER = /^\d+$/;

/**
 * Finds the words of a text that this process has not met yet, so that the index's word list is asked for each only once.
 * Words are kept as 53-bit hashes in one flat array: half a million of them take 8 MB. When it is full it starts over, which
 * costs repeated insertions and nothing else.
 */
export class WordFilter {
  private table = new Float64Array(SMALLEST);
  /** The last word of each place: most words are frequent ones, and the table is too large for the processor's cache. */
  private readonly recent = new Float64Array(RECENT);
  private count = 0;

  /** The unknown words of folded text, reversed, as the index keeps them. Numbers are none: nobody asks for their ends. */
  fresh(folded: string): string[] {
    const units = codeUnits(folded);
    const end = folded.length;
    const found: string[] = [];
    for (let at = 0; at < end; at++) {
      const start = at;
      while (at < end && isLetter(units[at] ?? 0)) at += 1;
      const length = at - start;
      if (length < SHORTEST || length > LONGEST || !this.meet(hashOf(units, start, at))) continue;
      const word = folded.slice(start, at);
      if (IS_NUMBER.test(word)) continue;
      // What is no ASCII is cut as the tokenizer does it, which knows more of letters than this loop.
      if (isAscii(word)) found.push(reverse(word));
      else for (const part of wordsOf(word)) found.push(reverse(part));
    }
    return found;
  }

  /** True at the first meeting. */
  private meet(hash: number): boolean {
    const at = hash & (RECENT - 1);
    if (this.recent[at] === hash) return false;
    this.recent[at] = hash;
    return this.add(hash);
  }

  private add(hash: number): boolean {
    if (this.count * 2 >= this.table.length) this.grow();
    const at = placeIn(this.table, hash);
    if (this.table[at] === hash) return false;
    this.table[at] = hash;
    this.count += 1;
    return true;
  }

  private grow(): void {
    const old = this.table;
    this.count = 0;
    this.table = new Float64Array(Math.min(old.length * 2, LARGEST));
    if (old.length >= LARGEST) return;
    for (const hash of old) if (hash !== 0) this.add(hash);
  }
}

/** Where a hash is, or would be: its low bits choose the place, for a remainder of 53 bits would be a division of doubles. */
function placeIn(table: Float64Array, hash: number): number {
  let at = (hash >>> 0) & (table.length - 1);
  while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & (table.length - 1);
  return at;
}

/**
 * The end of a word as the index may have it, folded: the `ue` it begins with is an umlaut (Nat-uer, which is folded) or none
 * (Mauer, where it is behind an a, e or q, which are not asked for).
 */
export const spellingsOfEnd = (end: string): string[] =>
  /^ue/i.test(end) ? [foldText(end), `ue${foldText(end.slice(2))}`] : [foldText(end)];

export function reverse(word: string): string {
  let reversed = '';
  for (const letter of word) reversed = letter + reversed;
  return reversed;
}

/** Letters and digits of ASCII, and everything beyond it: of that `wordsOf` decides. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code >= 0x80;

const isAscii = (word: string): boolean => !/[^\0-\x7f]/.test(word);

/** cyrb53 by bryc (public domain): two 32-bit multiplicative hashes joined to 53 bits. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? 0;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return joined(a, b);
}

/** Never 0, which marks a free place in the table. */
function joined(first: number, second: number): number {
  const a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1;
}
