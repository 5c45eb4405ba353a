import { message } from '../../../../preload/contract/messages.ts';
import { reasonOf } from '../../../errors.ts';
import type { Format } from '../../format.ts';
import { attributeOf, childrenOf, everyElement, isElement, type MarkupElement, rawText } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { readXml, rootName, type XmlElement } from '../../markup/xml-tree.ts';
import { damaged, type FormatId, notAStory, problemReading, type Story } from '../../story/reading.ts';
import { isLeafNamed, LEAF_NAMES, type LeafName, type Leaves, leafFacts, plainName } from './leaf-facts.ts';

/** A format of XML, known by its root. */
export interface XmlShape extends FormatId {
  /** True for the local name of a root element of this format. */
  isRoot(localName: string): boolean;
  /** The items below such a root. */
  stories(root: MarkupElement): readonly Story[];
}

/**
 * XML: each document in the file is read by the shape of its root, or of an element inside it (SOAP, an archive's export), else by
 * the names of its leaves.
 */
export const xmlFormat = (shapes: readonly XmlShape[]): Format => {
  const shapeOf = (name: string) => shapes.find((shape) => shape.isRoot(name));
  return {
    name: 'xml',
    label: 'XML',
    detects: (head) =>
      /^\s*<(?:\?xml|!--|!DOCTYPE\s+(?!html))/i.test(head.text.slice(0, 300)) ||
      rootName(head.text) !== undefined ||
      isUnfinishedTag(head.text),
    read(file) {
      if (isUnfinishedTag(file.text)) return problemReading(damaged(message('xml.no-element')), false);
      const root = rootName(file.text.slice(0, 4096));
      if (!looksLikeXml(file.text) && (root === undefined || !shapeOf(root))) return 'other';
      const document = readXml(file.text);
      if (document.refused) return problemReading(damaged(document.refused));
      const isComplete = document.complete;
      return {
        stories: document.roots.flatMap((element) => storiesBelow(element, shapeOf)),
        isComplete,
        damage: isComplete ? undefined : document.warnings[0],
        warnings: document.warnings,
      };
    },
  };
};

function storiesBelow(root: XmlElement, shapeOf: (name: string) => XmlShape | undefined): readonly Story[] {
  const inner = shapeOf(root.name) ? root : unwrapped(root, shapeOf);
  const shape = shapeOf(inner.name);
  try {
    if (!shape) return unknownStories(inner);
    const noItems = () => notAStory(message('format.no-items', { format: shape.label }));
    const stories = shape.stories(inner);
    return (stories.length > 0 ? stories : [{ read: noItems }]).map((story) => ({ ...story, format: shape }));
  } catch (error) {
    const problem = damaged(message('file.damaged', { reason: reasonOf(error) }));
    return [{ read: () => problem }];
  }
}

/** The document of a known format inside an envelope. */
function unwrapped(root: XmlElement, shapeOf: (name: string) => XmlShape | undefined): XmlElement {
  for (const element of everyElement(root)) {
    if (element.name !== 'entry' && element.name !== 'channel' && shapeOf(element.name)) {
      return { prefix: '', uri: '', ...element };
    }
  }
  return root;
}

const unknownStories = (root: MarkupElement): readonly Story[] =>
  storiesOf(root).map((story) => ({ item: `<${root.name}>`, read: () => leafFacts(leavesOf(story)) }));

/** A file that stops inside its first tag. */
const isUnfinishedTag = (text: string): boolean =>
  text.length <= 4096 && /^\s*<(?:[!?]?[\w:.-]{0,60}(?:\s+[\w:.-]+\s*=[^<>]*)?|[!?][^<>]*|!--[^>]*)\s*$/.test(text);

/** Plain text may start with a word in angle brackets, but has no declaration, end tag or nested tag. */
const looksLikeXml = (text: string): boolean =>
  /^\s*<(?:\?xml|!)/i.test(text.slice(0, 300)) ||
  /<\/|\/>/.test(text) ||
  /^\s*<[\w:.-]{1,60}(?:\s[^<>]*)?>\s*(?:<[\w!:.-]|$)/.test(text.slice(0, 4096));

/** Children of the same name that each have a headline are separate stories. */
function storiesOf(root: MarkupElement): readonly MarkupElement[] {
  const groups = [root, ...childrenOf(root)].map((parent) =>
    childrenOf(parent).filter((child) => hasLeaf(child, 'headline') && childrenOf(child).length > 1),
  );
  const several = groups.find((group) => group.length > 1 && new Set(group.map((child) => child.name)).size === 1);
  return several ?? [root];
}

const hasLeaf = (element: MarkupElement, name: LeafName): boolean =>
  childrenOf(element).some((child) => isLeafNamed(child.name, name));

function leavesOf(story: MarkupElement): Leaves {
  const elements = [...everyElement(story)];
  const leaves = elements.filter((element) => !element.children.some(isElement) && rawText(element).trim() !== '');
  const texts = (name: LeafName): string[] => {
    const order: readonly string[] = LEAF_NAMES[name];
    const found = leaves
      .filter((leaf) => isLeafNamed(leaf.name, name))
      .sort((a, b) => order.indexOf(plainName(a.name)) - order.indexOf(plainName(b.name)));
    const attribute =
      name === 'id' || name === 'language'
        ? order.map((own) => attributeOf(story, own)).filter((text) => text !== undefined)
        : [];
    const inside = elements
      .filter((element) => isLeafNamed(element.name, name) && name !== 'body')
      .map((element) => childrenOf(element, 'name').map((child) => rawText(child).trim())[0] ?? '')
      .filter((text) => text !== '');
    return [...attribute, ...found.map((leaf) => rawText(leaf).trim()), ...inside];
  };
  return { texts, body: () => markedUpBody(elements.slice(1)) };
}

/** A body made of elements: XHTML, or any paragraphs. */
function markedUpBody(elements: readonly MarkupElement[]): ReturnType<Leaves['body']> {
  const bodies = elements.filter((element) => isLeafNamed(element.name, 'body') && element.children.some(isElement));
  const longest = bodies
    .map((element) => ({ element, length: rawText(element).length }))
    .sort((a, b) => b.length - a.length)[0];
  if (longest) return blocksOf(longest.element.children);
  const paragraphs = elements.filter((element) => /^p(?:ara(?:graph)?)?$/i.test(element.name));
  return paragraphs.length > 1 ? blocksOf(paragraphs.map((paragraph) => ({ ...paragraph, name: 'p' }))) : undefined;
}
