import {
  attributeOf,
  childrenOf,
  isElement,
  type MarkupElement,
  type MarkupNode,
  rawText,
} from '../../markup/markup.ts';
import { isAnyLeafName, isLeafNamed } from './leaf-names.ts';

/** Elements that stand for any field, whose name is in an attribute: `<field name="headline">`, Solr's `<str name="title">`. */
const FIELD =
  /^(?:fields?|property|prop|attributes?|attr|meta|metadata|metadatum|param(?:eter)?|data|datum|value|str|arr|date|column|col|cell|tag|info|feld|eigenschaft)$/i;
const NAMES = ['name', 'key', 'field', 'property', 'label', 'id', 'n'];
const VALUES = ['value', 'content', 'val', 'v'];
/** What says in a `title` what a pointer would show, or holds the title of a picture or category. */
const POINTED =
  /^(?:a|abbr|img|image|picture|photo|p|span|div|td|th|link|category|section|media|video|audio|enclosure|file|contact)$/i;

/**
 * The tree with what is data in attributes as elements: `<field name="title" value="…"/>` as `<title>…</title>`, and the attributes
 * of `<story title="…" text="…"/>` as its children.
 */
export function withAttributeFields(element: MarkupElement): MarkupElement {
  const children = element.children.map((node) => (isElement(node) ? withAttributeFields(node) : node));
  const field = namedField({ ...element, children });
  if (field) return field;
  const hasHeadline = children.some((node) => isElement(node) && isLeafNamed(node.name, 'headline'));
  const isStory =
    !hasHeadline &&
    !POINTED.test(element.name) &&
    [...element.attributes.keys()].some((name) => isLeafNamed(name, 'headline'));
  return isStory ? { ...element, children: [...attributeElements(element), ...children] } : { ...element, children };
}

/** A field under its name; undefined for other elements, and fields with fields inside. */
function namedField(element: MarkupElement): MarkupElement | undefined {
  if (!FIELD.test(element.name)) return undefined;
  const name = NAMES.map((own) => attributeOf(element, own)).find((own) => own !== undefined && isAnyLeafName(own));
  if (name === undefined) return undefined;
  const value = VALUES.map((own) => attributeOf(element, own)).find((own) => own !== undefined);
  const hasText = rawText(element).trim() !== '';
  if (!hasText && value === undefined) return undefined;
  const inner = childrenOf(element).filter((child) => FIELD.test(child.name));
  // A list of values: `<arr name="category"><str>Traffic</str></arr>`.
  const text: readonly MarkupNode[] =
    inner.length > 0
      ? [inner.map((child) => rawText(child).trim()).join(', ')]
      : hasText
        ? element.children
        : [value ?? ''];
  return { name, attributes: new Map(), children: text };
}

const attributeElements = (element: MarkupElement): MarkupElement[] =>
  [...element.attributes]
    .filter(([name, value]) => isAnyLeafName(name) && value.trim() !== '')
    .map(([name, value]) => ({ name, attributes: new Map(), children: [value] }));

/** The values of all attributes below an element, for files that have no other text. */
export function attributeTexts(element: MarkupElement): string[] {
  return [...element.attributes.values(), ...childrenOf(element).flatMap(attributeTexts)];
}
