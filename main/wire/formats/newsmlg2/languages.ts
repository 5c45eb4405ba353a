import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  isElement,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { primaryLanguage } from './language.ts';

const languageIn = (element: MarkupElement): string | undefined => primaryLanguage(attributeOf(element, 'xml:lang'));

/** The texts of an item that name their language. */
const renditions = (item: MarkupElement): MarkupElement[] =>
  [...childrenOf(at(item, 'contentSet'), 'inlineXML'), ...childrenOf(at(item, 'contentSet'), 'inlineData')].filter(
    (rendition) => languageIn(rendition) !== undefined && rawText(rendition).trim() !== '',
  );

/**
 * An item whose texts are in several languages (NewsML-G2, contentSet) as one item a language, linked to each other. The item's own
 * language keeps its id; in the others the id ends with the language. An item in one language as it is.
 */
export function inLanguages(item: MarkupElement): MarkupElement[] {
  const languages = distinct(renditions(item).map(languageIn));
  if (languages.length < 2) return [item];
  const named = primaryLanguage(attributeOf(at(item, 'contentMeta', 'language'), 'tag')) ?? languageIn(item);
  const own = languages.find((language) => language === named) ?? languages[0];
  const guid = attributeOf(item, 'guid');
  const idOf = (language: string | undefined) =>
    language === own || guid === undefined ? guid : `${guid}#${language}`;
  return languages.map((language) => {
    const others = languages.filter((other) => other !== language);
    const links = others.map((other) => translationLink(idOf(other), headlineIn(item, other) ?? other));
    return itemIn(item, language, idOf(language), links);
  });
}

const headlineIn = (item: MarkupElement, language: string): string | undefined =>
  lineText(childrenOf(at(item, 'contentMeta'), 'headline').find((line) => languageIn(line) === language));

const translationLink = (id: string | undefined, headline: string): MarkupElement => ({
  name: 'link',
  attributes: new Map([['rel', 'irel:translation'], ...(id ? [['residref', id] as const] : [])]),
  children: [{ name: 'title', attributes: new Map(), children: [headline] }],
});

/** `fr-CH` of the texts in `fr`. */
const tagOf = (item: MarkupElement, language: string): string =>
  attributeOf(
    renditions(item).find((rendition) => languageIn(rendition) === language),
    'xml:lang',
  ) ?? language;

function itemIn(
  item: MarkupElement,
  language: string,
  guid: string | undefined,
  links: readonly MarkupElement[],
): MarkupElement {
  const isForeign = (element: MarkupElement) => (languageIn(element) ?? language) !== language;
  const part = (element: MarkupElement): MarkupElement => {
    if (element.name === 'contentSet')
      return { ...element, children: element.children.filter((node) => !isElement(node) || !isForeign(node)) };
    if (element.name === 'contentMeta')
      return { ...element, children: element.children.filter((node) => !isElement(node) || node.name !== 'language') };
    return element.name === 'itemMeta' ? { ...element, children: [...element.children, ...links] } : element;
  };
  const attributes = new Map([
    ...item.attributes,
    ['xml:lang', tagOf(item, language)],
    ...(guid ? [['guid', guid] as const] : []),
  ]);
  return { ...item, attributes, children: item.children.map((node) => (isElement(node) ? part(node) : node)) };
}
