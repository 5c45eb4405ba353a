import type { Hit } from '../../../preload/contract.ts';
import { foldText, foldWithPlaces } from '../../../preload/folded-text.ts';
import { wordRuns } from '../../../preload/word-runs.ts';
import type { Search } from './search.ts';
import { spellingsOfEnd } from './words.ts';

/**
 * The words a search asks for, folded; a trailing * marks the beginning of a word, a leading one its end. Those that have to stand
 * one behind the other (a phrase, `3,5`) are one entry with spaces.
 */
export function wantedWords(search: Search | undefined): string[] {
  if (!search) return [];
  switch (search.kind) {
    case 'word': {
      const spellings = search.suffix ? spellingsOfEnd(search.text) : [foldText(search.text)];
      return spellings.flatMap((spelling) => {
        const words = inARow(spelling);
        return words === '' ? [] : [`${search.suffix ? '*' : ''}${words}${search.prefix ? '*' : ''}`];
      });
    }
    case 'phrase': {
      const words = inARow(foldText(search.text));
      return words === '' ? [] : [words];
    }
    case 'in':
      return wantedWords(search.of);
    case 'and':
    case 'or':
      return [...new Set(search.parts.flatMap(wantedWords))];
    default:
      return [];
  }
}

const inARow = (folded: string): string => (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Where a text holds one of the wanted words: UTF-16 offsets, in order, `most` of them at the most. */
export function hitsIn(text: string, wanted: readonly string[], most = 20): Hit[] {
  if (!mayHold(text, wanted)) return [];
  const { folded: plain, places } = foldWithPlaces(text);
  const words = [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ at: match.index, word: match[0] }));
  const runs = wordRuns(
    words.map(({ word }) => word),
    wanted,
    most,
  );
  return runs.flatMap(([first, last]): Hit[] => {
    const [from, to] = [words[first], words[last]];
    return from && to ? [[places[from.at] ?? 0, places[to.at + to.word.length] ?? text.length]] : [];
  });
}

/** False when a text certainly holds none of the words: folding with places is dear, and most texts hold none. */
function mayHold(text: string, wanted: readonly string[]): boolean {
  const plain = foldText(text);
  return wanted.some((word) => plain.includes(word.replaceAll('*', '').split(' ')[0] ?? '')) || UNFOLDED.test(plain);
}

/** What only folding with places makes plain: anything but ASCII and the punctuation of German copy. */
const UNFOLDED = /[^\0-\x7f\xa0\xa7\xab\xb0\xb7\xbb\u2010-\u2026\u20ac]/;

/** Characters before the first hit: a narrow row shows some forty, and its hit has to be among them. */
export const BEFORE = 24;
const LENGTH = 240;
const PIECE = 400;
/** Characters. */
const LONGEST_PHRASE = 100;

/** A piece of the text around its first hit, with the hits in it; undefined when there is none. */
export function excerpt(text: string, wanted: readonly string[]): { text: string; hits: Hit[] } | undefined {
  const first = firstHit(text, wanted);
  if (first === undefined) return undefined;
  const from = first <= BEFORE ? 0 : beginning(text, first);
  const piece = text.slice(from, from + LENGTH).replace(/\s+/g, ' ');
  const shown = `${from > 0 ? '… ' : ''}${piece}`;
  return { text: shown, hits: hitsIn(shown, wanted) };
}

/** The text is looked through in pieces: most hits are near its beginning. */
function firstHit(text: string, wanted: readonly string[]): number | undefined {
  for (let at = 0; at < text.length; ) {
    const end = cutAfter(text, at + PIECE);
    // A phrase may begin in one piece and end in the next.
    const hit = hitsIn(text.slice(at, cutAfter(text, end + LONGEST_PHRASE)), wanted, 1)[0];
    if (hit) return at + hit[0];
    at = end;
  }
  return undefined;
}

/** Where a word begins that stands a little before the hit; somewhere in a word where none begins there. */
function beginning(text: string, hit: number): number {
  const space = text.slice(hit - BEFORE, hit).search(/\s/);
  return hit - BEFORE + space + 1;
}

/** A place behind a space, so that no word is cut in two. */
function cutAfter(text: string, from: number): number {
  const space = text.slice(from).search(/\s/);
  return space < 0 ? text.length : from + space + 1;
}
