import { oneLine } from '../markup/markup.ts';
import type { Facts, Subject } from './facts.ts';
import { topicOfApSlug, topicOfCode, topicOfIptc } from './topic-codes.ts';
import { GERMAN_TOPIC_NAMES, TOPIC_NAMES } from './topic-names.ts';
import { topicOfWord, topicsOfName } from './topic-words.ts';

type Category = string | Subject | undefined;

/** The English name of the topic that a code of the IPTC falls under; undefined for other codes. */
export const subjectName = (code: string | undefined): string | undefined => TOPIC_NAMES[topicOfIptc(code ?? '') ?? ''];

/** Text that is a code of a scheme (`4000000`, `N2:POL`, `medtop:20000394`), which names nothing a person knows. */
const isCode = (text: string): boolean => /^(?:[a-z][\w-]*:[\w.-]+|[A-Z\d]+:[A-Z\d-]+|\d+)$/.test(text);

/** A category by name, code or both, whichever way the format gave it. */
function subjectOf(category: Category): Subject {
  const { name, code } = typeof category === 'object' ? category : { name: category, code: undefined };
  const text = oneLine(name);
  return text !== undefined && isCode(text) ? { code: code ?? text } : { name: text, code };
}

/**
 * Names of categories as a dispatch has them: an agency's own, of paths (`Transport\Shipping`) the last; those of the IPTC for
 * its codes, German in a German text; the bare letters of an agency (`POL`, `z`) only where nothing better is known. Each once,
 * in any case.
 */
export function categoryNames(categories: readonly Category[], language = ''): string[] {
  const names = /^de\b/iu.test(language) ? GERMAN_TOPIC_NAMES : TOPIC_NAMES;
  const subjects = categories.map(subjectOf);
  const words = subjects.map(({ name, code }) =>
    name === undefined
      ? names[topicOfIptc(code ?? '') ?? '']
      : isLetters(name)
        ? undefined
        : name.split('\\').at(-1)?.trim(),
  );
  const named = distinctWords(words);
  if (named.length > 0) return named;
  return distinctWords(subjects.map(({ name }) => (name ? (names[topicOfCode(name) ?? ''] ?? name) : undefined)));
}

const isLetters = (name: string): boolean => name.length === 1 || topicOfCode(name) !== undefined;

function distinctWords(words: readonly (string | undefined)[]): string[] {
  const found = new Map<string, string>();
  for (const word of words) if (word && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
  return [...found.values()];
}

/** What a story is about, as far as a format says. */
type About = Pick<Facts, 'categories' | 'keywords' | 'slug'>;

/**
 * The Media Topics of a story as QCodes (`medtop:04000000`), each once: of its categories, by code or by word in any case; where
 * these name none of the 17, of its slug, else of its keywords.
 */
export function topicsOf({ categories = [], keywords = [], slug = '' }: About): string[] {
  const found =
    [ofCategories(categories), ofSlug(slug), ofKeywords(keywords)].find((digits) => digits.length > 0) ?? [];
  return [...new Set(found)].map((two) => `medtop:${two}000000`);
}

const known = (digits: readonly (string | undefined)[]): string[] => digits.filter((two) => two !== undefined);

const ofCategories = (categories: readonly Category[]): string[] =>
  known(
    categories
      .map(subjectOf)
      .flatMap(({ name, code }) => [
        ...(code === undefined ? [] : topicsOfCode(code)),
        ...(name === undefined ? [] : [topicOfCode(name), ...topicsOfName(name)]),
      ]),
  );

/** What a code stands for; one that is a word, by that: `NEWS/SPORTS`, `ttsubject:sport`, `epd:Soziales`. */
function topicsOfCode(code: string): (string | undefined)[] {
  const known = topicOfCode(code);
  if (known !== undefined) return [known];
  return code
    .slice(0, MAX_CODE_CHARS)
    .replace(/^[\w-]+:/u, '')
    .split(/[/_.]/u)
    .filter((word) => /\p{L}{4}/u.test(word))
    .map(topicOfWord);
}
const MAX_CODE_CHARS = 100;

/** A slug names its subject first: `Wahlen/Beispielland/Regierung`. */
const ofSlug = (slug: string): string[] =>
  known([topicOfApSlug(slug), ...slug.split(/[/,_]|\s?--?\s?/u).map(topicOfWord)]).slice(0, 1);

/** Keywords are many and need not say what a story is about: those of more than two topics say nothing. */
function ofKeywords(keywords: readonly (string | undefined)[]): string[] {
  const digits = new Set(
    known(keywords.flatMap((keyword) => [topicOfApSlug(keyword ?? ''), topicOfWord(keyword ?? '')])),
  );
  return digits.size > 2 ? [] : [...digits];
}
