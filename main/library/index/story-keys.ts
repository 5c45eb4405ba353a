import { foldText } from '../../../preload/text/folded-text.ts';
import type { Dispatch } from '../../wire/dispatch.ts';
import { mayHaveTwins, proseOf } from './story-prose.ts';

/** Characters of the opening whose words are compared to find candidates: who shortens a text keeps how it begins. */
const OPENING_CHARS = 900;
/** Words. A shorter text says too little: two flashes of ten words are not one because nine are the same. */
const MIN_WORDS = 25;
/** Of all words, so many numbers make a list of results or prices. */
const MAX_NUMBERS = 0.2;
/** Words in a row. */
const RUN = 4;
const KEYS = 6;

/**
 * Hashes of word runs, 32 bits each. Two texts whose openings have much in common most probably have at least one of them in
 * common (bottom-k sketch; Broder, On the resemblance and containment of documents, 1997). None for what has no twins.
 */
export function storyKeys(dispatch: Dispatch): number[] {
  if (!mayHaveTwins(dispatch)) return [];
  const { hashes, numbers } = wordsIn(foldText(proseOf(dispatch, OPENING_CHARS).slice(0, OPENING_CHARS)));
  if (hashes.length < MIN_WORDS || numbers > MAX_NUMBERS * hashes.length) return [];
  const runs = new Uint32Array(hashes.length - RUN + 1);
  for (let i = 0; i < runs.length; i++) {
    let run = 0;
    for (let j = i; j < i + RUN; j++) run = Math.imul(run, 31) ^ (hashes[j] ?? 0);
    runs[i] = scattered(run);
  }
  // The least of evenly scattered hashes are a sample that both texts choose alike.
  return [...new Set(runs.sort().subarray(0, KEYS))];
}

/** In folded text; what else is none, such as a dash, is general punctuation. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && (code < 0x2000 || code > 0x206f));
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** The words of folded text as FNV-1a hashes, and how many are numbers. A regular expression would cost an import more than all the rest. */
function wordsIn(folded: string): { hashes: number[]; numbers: number } {
  const hashes: number[] = [];
  let numbers = 0;
  let hash = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : 0;
    if (isLetter(code) || isDigit(code)) {
      if (hash === 0) {
        hash = 0x811c9dc5;
        if (isDigit(code)) numbers += 1;
      }
      hash = Math.imul(hash ^ code, 0x01000193);
    } else if (hash !== 0) {
      hashes.push(hash);
      hash = 0;
    }
  }
  return { hashes, numbers };
}

/** The last step of MurmurHash3: every bit of the answer depends on every bit given. */
function scattered(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
