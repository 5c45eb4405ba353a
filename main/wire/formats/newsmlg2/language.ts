import { attributeOf, type MarkupElement } from '../../markup/markup.ts';
import { languageOf } from '../../story/words.ts';

/** `de` of `de-CH`, `DE` and `de_DE`. */
export const primaryLanguage = (language: string | undefined): string | undefined =>
  languageOf(language)?.split('-', 1)[0];

/** Elements in several languages (xml:lang) sorted: the item's own language first, then those without one, then others. */
export function ownLanguageFirst(elements: readonly MarkupElement[], language: string | undefined): MarkupElement[] {
  const rank = (element: MarkupElement): number => {
    const named = attributeOf(element, 'xml:lang');
    if (named === undefined) return 1;
    return primaryLanguage(named) === primaryLanguage(language) ? 0 : 2;
  };
  return [...elements].sort((a, b) => rank(a) - rank(b));
}
