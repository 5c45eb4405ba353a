import type { Hit } from '../../../../preload/contract/contract.ts';
import { findWords } from '../../../../preload/text/find-words.ts';
import { foldText } from '../../../../preload/text/folded-text.ts';
import { spellingsOfEnd } from '../../search-text/words.ts';
import type { Search } from './search.ts';

/** Words to highlight in the headline and in the body. */
export interface Wanted {
  readonly headline: string[];
  readonly body: string[];
}

/**
 * The words a search looks for, folded; a trailing * marks the beginning of a word, a leading one its end. Words that must be
 * adjacent (a phrase, `3,5`) are one entry with spaces. Words searched only in the headline are not highlighted in the body,
 * and vice versa.
 */
export const wantedWords = (search: Search | undefined): Wanted => ({
  headline: search ? wordsFor('headline', search) : [],
  body: search ? wordsFor('body', search) : [],
});

function wordsFor(column: keyof Wanted, search: Search): string[] {
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
    case 'near':
      return search.words.map((word) => inARow(foldText(word))).filter(Boolean);
    case 'in':
      return search.column === column || search.column === 'shown' ? wordsFor(column, search.of) : [];
    case 'and':
    case 'or':
      return [...new Set(search.parts.flatMap((part) => wordsFor(column, part)))];
    default:
      return [];
  }
}

const inARow = (folded: string): string => (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Characters before the first hit: a narrow row shows some forty, and the hit must be among them. */
export const BEFORE = 24;
const LENGTH = 240;
/** A row highlights no more than this. */
export const MOST_HITS = 20;
const PIECE = 400;
/** Characters. */
const LONGEST_PHRASE = 100;

/** An excerpt around the first hit of a text, with its hits; undefined if there is none. */
export function excerpt(text: string, wanted: readonly string[]): { text: string; hits: Hit[] } | undefined {
  const first = firstHit(text, wanted);
  if (first === undefined) return undefined;
  const from = first <= BEFORE ? 0 : beginning(text, first);
  const piece = text.slice(from, from + LENGTH).replace(/\s+/g, ' ');
  const shown = `${from > 0 ? '… ' : ''}${piece}`;
  return { text: shown, hits: findWords(shown, wanted, MOST_HITS) };
}

/** The text is searched in pieces: most hits are near its beginning. */
function firstHit(text: string, wanted: readonly string[]): number | undefined {
  for (let at = 0; at < text.length; ) {
    const end = cutAfter(text, at + PIECE);
    // A phrase may begin in one piece and end in the next.
    const hit = findWords(text.slice(at, cutAfter(text, end + LONGEST_PHRASE)), wanted, 1)[0];
    if (hit) return at + hit[0];
    at = end;
  }
  return undefined;
}

/** The start of a word a little before the hit; a position inside a word if none starts there. */
function beginning(text: string, hit: number): number {
  const space = text.slice(hit - BEFORE, hit).search(/\s/);
  return hit - BEFORE + space + 1;
}

/** A position after a space, so that no word is cut in two. */
function cutAfter(text: string, from: number): number {
  const space = text.slice(from).search(/\s/);
  return space < 0 ? text.length : from + space + 1;
}
