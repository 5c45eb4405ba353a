import { message } from '../../../../preload/contract/messages.ts';
import { reasonOf } from '../../../errors.ts';
import type { Problem } from '../../dispatch.ts';
import type { Format } from '../../format.ts';
import { isHeadingName } from '../../markup/block-names.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  everyElement,
  isElement,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { readXml, rootName, type XmlElement } from '../../markup/xml-tree.ts';
import { type Facts, filledFacts } from '../../story/facts.ts';
import { damaged, type FormatId, notAStory, problemReading, type Story } from '../../story/reading.ts';
import { attributeTexts, withAttributeFields } from './attribute-fields.ts';
import { envelopeFacts, type Leaves, leafFacts, remainingText } from './leaf-facts.ts';
import { isAnyLeafName, isLeafNamed, LEAF_NAMES, type LeafName, plainName } from './leaf-names.ts';

/** A format of XML, known by its root. */
export interface XmlShape extends FormatId {
  /** True for the local name of a root element of this format, and its namespace (empty if it has none). */
  isRoot(localName: string, namespace: string): boolean;
  /** The items below such a root. */
  stories(root: MarkupElement): readonly Story[];
}

/**
 * XML: each document in the file is read by the shape of its root, or of an element inside it (SOAP, an archive's export), else by
 * the names of its leaves.
 */
export const xmlFormat = (shapes: readonly XmlShape[]): Format => {
  const shapeOf: ShapeOf = (name, namespace) => shapes.find((shape) => shape.isRoot(name, namespace));
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
      if (!looksLikeXml(file.text) && (root === undefined || !shapeOf(root, ''))) return 'other';
      const document = readXml(file.text);
      if (document.refused) return problemReading(damaged(document.refused));
      const isComplete = document.complete;
      // What a known format has in attributes is no text.
      const isKnown = document.roots.some((element) => outermost(element, shapeOf).length > 0);
      return {
        stories: document.roots.flatMap((element) => storiesBelow(element, shapeOf)),
        otherwise: [
          () => document.roots.flatMap(unknownStories),
          ...(isKnown ? [textsOf] : [textsOf, attributeTexts]).map(
            (texts) => () => document.roots.map((root) => ({ read: () => remainingText(leavesOf(root), texts(root)) })),
          ),
        ],
        isComplete,
        damage: isComplete ? undefined : document.warnings[0],
        warnings: document.warnings,
      };
    },
  };
};

type ShapeOf = (localName: string, namespace: string) => XmlShape | undefined;
const namespaceOf = (element: MarkupElement): string =>
  'uri' in element && typeof element.uri === 'string' ? element.uri : '';

function storiesBelow(root: XmlElement, shapeOf: ShapeOf): readonly Story[] {
  const documents = outermost(root, shapeOf);
  const [only] = documents;
  if (only === undefined) return unknownStories(root);
  if (only.element === root || documents.length > 1) return documents.flatMap(storiesOfShape);
  const envelope = filledFacts(envelopeFacts(leavesOf(without(root, only.element))));
  return storiesOfShape(only).map((story) => ({ ...story, read: () => inEnvelope(story.read(), envelope) }));
}

/** A document of a known format. */
interface KnownDocument {
  readonly element: MarkupElement;
  readonly shape: XmlShape;
}

/** The facts of a story, and those of the envelope that it lacks. */
const inEnvelope = (story: Facts | Problem, envelope: Facts): Facts | Problem =>
  'reason' in story ? story : { ...envelope, ...filledFacts(story) };

/** An element without one that is somewhere below it. */
const without = (element: MarkupElement, left: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.flatMap((node) => (node === left ? [] : isElement(node) ? without(node, left) : node)),
});

function storiesOfShape({ element, shape }: KnownDocument): readonly Story[] {
  try {
    const noItems = () => notAStory(message('format.no-items', { format: shape.label }));
    const stories = shape.stories(element);
    return (stories.length > 0 ? stories : [{ read: noItems }]).map((story) => ({ ...story, format: shape }));
  } catch (error) {
    const problem = damaged(message('item.unreadable', { item: 1, reason: reasonOf(error) }));
    return [{ read: () => problem }];
  }
}

/** The root, if it is of a known format, else all documents of one inside the envelope that the root is. */
function outermost(root: XmlElement, shapeOf: ShapeOf): KnownDocument[] {
  const found: KnownDocument[] = [];
  const waiting: MarkupElement[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    // Other formats call parts of theirs `entry` and `channel`.
    const isNamed = element === root || (element.name !== 'entry' && element.name !== 'channel');
    const shape = isNamed ? shapeOf(element.name, namespaceOf(element)) : undefined;
    if (shape) found.push({ element, shape });
    else for (const child of childrenOf(element).reverse()) waiting.push(child);
  }
  return found;
}

function unknownStories(element: MarkupElement): readonly Story[] {
  const root = withAttributeFields(element);
  const stories = storiesOf(root);
  const shared = stories.includes(root) ? {} : sharedFacts(root, stories);
  return stories.map((story) => ({
    item: `<${root.name}>`,
    read: () => inEnvelope(leafFacts(leavesOf(story)), shared),
  }));
}

/** What a list says of all its stories: who sends them, their language, a time for those without one. */
function sharedFacts(root: MarkupElement, stories: readonly MarkupElement[]): Facts {
  const attributes = [...root.attributes].map(([name, value]) => ({ name, attributes: new Map(), children: [value] }));
  const children = root.children.filter((node) => isElement(node) && !stories.includes(node) && isLeaf(node));
  const lists = { ...root, attributes: new Map(), children: [...attributes, ...children] };
  const { providers = [], language, times = [] } = envelopeFacts(leavesOf(lists));
  return filledFacts({ providers, language, outerTime: times.find((time) => typeof time === 'string') });
}

/** A file that stops inside its first tag. */
const isUnfinishedTag = (text: string): boolean =>
  text.length <= 4096 && /^\s*<(?:[!?]?[\w:.-]{0,60}(?:\s+[\w:.-]+\s*=[^<>]*|\s*)|[!?][^<>]*|!--[^>]*)$/.test(text);

/** Plain text may start with a word in angle brackets, but has no declaration, end tag or nested tag. */
const looksLikeXml = (text: string): boolean =>
  /^\s*<(?:\?xml|!)/i.test(text.slice(0, 300)) ||
  /<\/|\/>/.test(text) ||
  /^\s*<[\w:.-]{1,60}(?:\s[^<>]*)?>\s*(?:<[\w!:.-]|$)/.test(text.slice(0, 4096));

/** Children of the same name that each have a headline are separate stories, unless the root is one and they have no text. */
function storiesOf(root: MarkupElement): readonly MarkupElement[] {
  const groups = [root, ...childrenOf(root)].map((parent) =>
    childrenOf(parent).filter((child) => hasLeaf(child, 'headline') && childrenOf(child).length > 1),
  );
  const several = groups.find((group) => group.length > 1 && new Set(group.map((child) => child.name)).size === 1);
  if (several === undefined || (hasLeaf(root, 'body') && hasLeaf(root, 'headline'))) return [root];
  const isStory = hasLeaf(root, 'headline') && (hasLeaf(root, 'lead') || hasLeaf(root, 'description'));
  return isStory && !several.some((child) => hasLeaf(child, 'body')) ? [root] : several;
}

/** A child of this name that is no story itself. */
const hasLeaf = (element: MarkupElement, name: LeafName): boolean =>
  childrenOf(element).some(
    (child) => isLeafNamed(child.name, name) && !childrenOf(child).some((inner) => isLeafNamed(inner.name, 'headline')),
  );

/** What has titles, names and texts of its own, which are not those of the story. */
const ASIDE =
  /^(?:contacts?|kontakte?|ansprechpartner|persons?|images?|pictures?|photos?|bild(?:er)?|media|videos?|audios?|links?|attachments?|enclosures?|files?|documents?|related\w*|galler(?:y|ies)|logos?|assets?)$/i;

/** Every element below a story, without those of its contacts, pictures and links. */
function* ownElements(story: MarkupElement): Generator<MarkupElement> {
  const waiting = [story];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (next !== story && isAside(next)) continue;
    // Pushed one by one: an element may have more children than a call may have arguments.
    for (const child of childrenOf(next).reverse()) waiting.push(child);
  }
}

const isAside = (element: MarkupElement): boolean => ASIDE.test(element.name) && childrenOf(element).length > 0;

const isLeaf = (element: MarkupElement): boolean => !element.children.some(isElement) && rawText(element).trim() !== '';

/** The text of every leaf. */
const textsOf = (root: MarkupElement): string[] => [...everyElement(root)].filter(isLeaf).map(leafText);

function leavesOf(story: MarkupElement): Leaves {
  const elements = [...ownElements(story)];
  const named = elements.filter((element) => isAnyLeafName(element.name));
  const contacts = [...everyElement(story)].filter((element) => isLeafNamed(element.name, 'contact'));
  const leaves = named.filter(isLeaf);
  const texts = (name: LeafName): string[] => {
    const order: readonly string[] = LEAF_NAMES[name];
    const found = leaves
      .filter((leaf) => isLeafNamed(leaf.name, name))
      .sort((a, b) => order.indexOf(plainName(a.name)) - order.indexOf(plainName(b.name)));
    const attribute =
      name === 'id' || name === 'language' || name === 'urgency'
        ? order.map((own) => attributeOf(story, own)).filter((text) => text !== undefined)
        : [];
    const inside =
      name === 'body'
        ? []
        : (name === 'contact' ? contacts : named)
            .filter((element) => isLeafNamed(element.name, name))
            .flatMap((element) => (name === 'contact' ? wholeContact(element) : nameOf(element)));
    return [...attribute, ...found.map(leafText), ...inside];
  };
  return { texts, body: () => markedUpBody(elements.slice(1)) };
}

/** Line breaks of pretty-printed XML are spaces; text between blank lines, and HTML, keep theirs. */
function leafText(leaf: MarkupElement): string {
  const text = rawText(leaf).trim();
  return isPrettyPrinted(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Lines that are all indented alike below the first, which is not what typists do; no blank lines, no tags. */
function isPrettyPrinted(text: string): boolean {
  const [, ...below] = text.split('\n');
  if (below.length === 0 || text.includes('<')) return false;
  const indent = /^[ \t]*/.exec(below[0] ?? '')?.[0] ?? '';
  return indent !== '' && below.every((line) => line.startsWith(indent) && /^\S/.test(line.slice(indent.length)));
}

/** What an entry of a list is called: `<category><label>Traffic</label></category>`. */
const nameOf = (element: MarkupElement): string[] =>
  distinct([['name', 'label', 'title'].map((own) => lineText(at(element, own))).find(Boolean)]);

/** A contact on one line; none for a list of contacts. */
const wholeContact = (element: MarkupElement): string[] =>
  childrenOf(element).some((child) => isLeafNamed(child.name, 'contact'))
    ? []
    : distinct([
        distinct([...everyElement(element)].filter((inner) => inner !== element && isLeaf(inner)).map(lineText)).join(
          ', ',
        ),
      ]);

/** What belongs to a picture. */
const PICTURE_TEXT =
  /^(?:bild(?:unterschrift|text|quelle|nachweis|zeile|skapare|fil)|(?:photo|image|picture|foto|media)[_-]?(?:caption|credit|text|source)|caption|figcaption|photographer|fotograf|legende|légende|didascalia|pie[_-]?de[_-]?foto|bijschrift)$/iu;
const isPictureText = (element: MarkupElement): boolean => PICTURE_TEXT.test(element.name);

const isParagraph = (element: MarkupElement): boolean =>
  /^(?:p(?:ara(?:graph)?)?|absatz|alin[eé]a|p[aá]rrafo|paragrafo|avsnitt|stycke)$/i.test(element.name);

/** A body made of elements: XHTML, or any paragraphs. */
function markedUpBody(elements: readonly MarkupElement[]): ReturnType<Leaves['body']> {
  const bodies = elements.filter((element) => isLeafNamed(element.name, 'body') && element.children.some(isElement));
  const longest = bodies
    .map((element) => ({ element, length: rawText(element).length }))
    .sort((a, b) => b.length - a.length)[0];
  if (longest) return blocksOf(longest.element.children, { without: isPictureText });
  const first = elements.findIndex(isParagraph);
  const paragraphs = elements.filter(
    (element, i) => isParagraph(element) || (i > first && first >= 0 && isHeadingName(element.name)),
  );
  const isBody = paragraphs.length > 1 || !elements.some((element) => isLeafNamed(element.name, 'body'));
  return paragraphs.length > 0 && isBody
    ? blocksOf(paragraphs.map((paragraph) => (isParagraph(paragraph) ? { ...paragraph, name: 'p' } : paragraph)))
    : undefined;
}
