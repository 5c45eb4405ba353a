import type { Hit } from '../contract/contract.ts';
import { findWords } from './find-words.ts';
import { foldText, wordsOf } from './folded-text.ts';

/** A word or words in a row as a user typed them, and the number of their colour. */
export interface StandingWord {
  readonly words: string;
  readonly colour: number;
}

/** Where a standing word is in a text. */
export interface StandingHit {
  readonly hit: Hit;
  readonly colour: number;
}

/** What `findWords` looks for: folded, with a `*` at the end for the beginning of a word; undefined without a letter or digit. */
function wantedOf(typed: string): string | undefined {
  const words = wordsOf(foldText(typed)).join(' ');
  if (words === '') return undefined;
  return typed.trimEnd().endsWith('*') ? `${words}*` : words;
}

/** The standing words in a text, in order; of two that overlap, the first in the list. */
export function findStanding(text: string, standing: readonly StandingWord[]): StandingHit[] {
  const hits: StandingHit[] = [];
  for (const { words, colour } of standing) {
    const wanted = wantedOf(words);
    if (wanted === undefined) continue;
    for (const hit of findWords(text, [wanted])) {
      if (hits.every(({ hit: [from, to] }) => hit[1] <= from || hit[0] >= to)) hits.push({ hit, colour });
    }
  }
  return hits.sort((a, b) => a.hit[0] - b.hit[0]);
}
