import { foldText } from '../../../preload/text/folded-text.ts';
import type { Dispatch } from '../../wire/dispatch.ts';
import { proseOf } from './story-prose.ts';

/**
 * The text by which a story is recognised when another agency, or another id of the same one, sends it too: words folded as for
 * a search, without dateline and sign-off. Which two texts are one story, changes/same-story.ts decides.
 */
export interface StoryText {
  readonly words: readonly string[];
  /** Whether the word is written with a capital: a name, in German every noun. One for each of `words`. */
  readonly isName: readonly boolean[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Empty if unknown. */
  readonly source: string;
  readonly language: string | undefined;
  readonly signal: Dispatch['signal'];
  /** Hash shared by what may be updates of each other. */
  readonly chain: number | undefined;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The story text of a dispatch; `at` and `chain` as the index has them. */
export function storyText(dispatch: Dispatch, { at, chain }: Pick<StoryText, 'at' | 'chain'>): StoryText {
  const prose = proseOf(dispatch);
  const written = wordsIn(prose);
  const folded = wordsIn(foldText(prose));
  // Folding a text at once is much faster, but what it takes for no letter may part a word.
  const words = folded.length === written.length ? folded : written.map((word) => foldText(word));
  const { source = '', language, signal } = dispatch;
  return {
    words: words.map((word) => NUMBER_WORDS.get(word) ?? word),
    isName: written.map((word) => /^\p{Lu}/u.test(word)),
    at,
    source,
    language: language?.split('-')[0],
    signal,
    chain,
  };
}

/** `1.500`, `1,5` and `14:02` are one number each. */
const wordsIn = (text: string): string[] => text.replace(/(?<=\d)[.,:](?=\d)/g, '').match(WORD) ?? [];

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  ['zwei two', 'drei three', 'vier four', 'funf five', 'sechs six', 'sieben seven', 'acht eight', 'neun nine']
    .concat(['zehn ten', 'elf eleven', 'zwolf twelve'])
    .flatMap((names, i) => names.split(' ').map((name) => [name, String(i + 2)] as const)),
);
