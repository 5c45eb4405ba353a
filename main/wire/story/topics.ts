import { oneLine } from '../markup/markup.ts';
import type { Subject } from './facts.ts';
import { topicOfCode, topicOfIptc } from './topic-codes.ts';
import { TOPIC_NAMES, topicsOfName } from './topic-words.ts';

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
 * its codes; the bare letters of an agency (`POL`, `z`) only where nothing better is known. Each once, in any case.
 */
export function categoryNames(categories: readonly Category[]): string[] {
  const subjects = categories.map(subjectOf);
  const words = subjects.map(({ name, code }) =>
    name === undefined ? subjectName(code) : isLetters(name) ? undefined : name.split('\\').at(-1)?.trim(),
  );
  const named = distinctWords(words);
  if (named.length > 0) return named;
  return distinctWords(subjects.map(({ name }) => (name ? (TOPIC_NAMES[topicOfCode(name) ?? ''] ?? name) : undefined)));
}

const isLetters = (name: string): boolean => name.length === 1 || topicOfCode(name) !== undefined;

function distinctWords(words: readonly (string | undefined)[]): string[] {
  const found = new Map<string, string>();
  for (const word of words) if (word && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
  return [...found.values()];
}

/**
 * The Media Topics of categories, by code or by word in any case, as QCodes (`medtop:04000000`), each once. A category that names
 * none of the 17 has no topic.
 */
export function topicsOf(categories: readonly Category[]): string[] {
  const digits = categories
    .map(subjectOf)
    .flatMap(({ name, code }) => [
      ...(code === undefined ? [] : [topicOfCode(code)]),
      ...(name === undefined ? [] : [topicOfCode(name), ...topicsOfName(name)]),
    ]);
  return [...new Set(digits)].flatMap((two) => (two === undefined ? [] : [`medtop:${two}000000`]));
}
