import { message } from '../../../../preload/contract/messages.ts';
import type { DecodedFile, Format, Head } from '../../format.ts';
import { attributeOf, childrenOf, everyElement, isElement, type MarkupElement, rawText } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { readXml, rootName, type XmlElement } from '../../markup/xml-tree.ts';
import { damaged, notAStory, parseXml, readEach, type XmlReader } from '../../story/xml-format.ts';
import { atomReader } from '../feeds/atom.ts';
import { rssReader } from '../feeds/rss.ts';
import { jimiReader } from '../jimi.ts';
import { newsml1Reader } from '../newsml1/newsml1.ts';
import { newsmlg2Reader } from '../newsmlg2/newsmlg2.ts';
import { nitfReader } from '../nitf.ts';
import { ritzauReader } from '../ritzau.ts';
import { type LeafName, type Leaves, leafDraft, leafNames, plainName } from './leaf-draft.ts';

const known: readonly XmlReader[] = [
  nitfReader,
  newsml1Reader,
  newsmlg2Reader,
  rssReader,
  atomReader,
  ritzauReader,
  jimiReader,
];

const generic: XmlReader = {
  name: 'xml',
  isRoot: () => true,
  read: (root) =>
    readEach(
      storiesOf(root),
      (story) =>
        leafDraft(leavesOf(story), 'xml') ??
        notAStory(message('item.no-text', { format: 'XML', item: `<${root.name}>` })),
    ),
};

/** Any other XML: a known format under a long preamble or inside a wrapper, else a story by the names of its leaves. */
export const xml: Format = {
  name: 'xml',
  detects: (head: Head) =>
    /^\s*<(?:\?xml|!--|!DOCTYPE\s+(?!html))/i.test(head.text.slice(0, 300)) ||
    rootName(head.text) !== undefined ||
    isUnfinishedTag(head.text),
  parse: (file: DecodedFile) => {
    if (isUnfinishedTag(file.text)) {
      return { kind: 'problem', problem: damaged(message('xml.no-element')), complete: false };
    }
    if (!looksLikeXml(file.text)) return { kind: 'other' };
    const document = readXml(file.text);
    const wrapped = { ...document, roots: document.roots.map(unwrapped) };
    return parseXml(wrapped, file, (root) => readerOf(root));
  },
};

/** A file cut so early that not even its first tag is whole. */
const isUnfinishedTag = (text: string): boolean =>
  text.length <= 4096 && /^\s*<(?:[!?]?[\w:.-]{0,60}(?:\s+[\w:.-]+\s*=[^<>]*)?|[!?][^<>]*|!--[^>]*)\s*$/.test(text);

/** Text that merely begins with a word in angle brackets declares nothing, closes nothing and has no tag inside that. */
const looksLikeXml = (text: string): boolean =>
  /^\s*<(?:\?xml|!)/i.test(text.slice(0, 300)) ||
  /<\/|\/>/.test(text) ||
  /^\s*<[\w:.-]{1,60}(?:\s[^<>]*)?>\s*(?:<[\w!:.-]|$)/.test(text.slice(0, 4096));

const readerOf = (element: MarkupElement): XmlReader => known.find((reader) => reader.isRoot(element.name)) ?? generic;

/** The document of a known format inside an envelope of another: SOAP, an archive's export. */
function unwrapped(root: XmlElement): XmlElement {
  for (const element of everyElement(root)) {
    if (element.name !== 'entry' && element.name !== 'channel' && readerOf(element) !== generic)
      return { prefix: '', uri: '', ...element };
  }
  return root;
}

/** Children of one name that have a headline each are stories of their own. */
function storiesOf(root: MarkupElement): readonly MarkupElement[] {
  const groups = [root, ...childrenOf(root)].map((parent) =>
    childrenOf(parent).filter((child) => hasLeaf(child, 'headline') && childrenOf(child).length > 1),
  );
  const several = groups.find((group) => group.length > 1 && new Set(group.map((child) => child.name)).size === 1);
  return several ?? [root];
}

const named = (element: MarkupElement, name: LeafName): boolean =>
  (leafNames[name] as readonly string[]).includes(plainName(element.name));
const hasLeaf = (element: MarkupElement, name: LeafName): boolean =>
  childrenOf(element).some((child) => named(child, name));

function leavesOf(story: MarkupElement): Leaves {
  const elements = [...everyElement(story)];
  const leaves = elements.filter((element) => !element.children.some(isElement) && rawText(element).trim() !== '');
  const texts = (name: LeafName): string[] => {
    const order: readonly string[] = leafNames[name];
    const found = leaves
      .filter((leaf) => named(leaf, name))
      .sort((a, b) => order.indexOf(plainName(a.name)) - order.indexOf(plainName(b.name)));
    const attribute =
      name === 'id' || name === 'language'
        ? order.map((own) => attributeOf(story, own)).filter((text) => text !== undefined)
        : [];
    const inside = elements
      .filter((element) => named(element, name) && name !== 'body')
      .map((element) => childrenOf(element, 'name').map((child) => rawText(child).trim())[0] ?? '')
      .filter((text) => text !== '');
    return [...attribute, ...found.map((leaf) => rawText(leaf).trim()), ...inside];
  };
  return { texts, body: () => markedUpBody(elements.slice(1)) };
}

/** A body that consists of elements: XHTML, or paragraphs of any make. */
function markedUpBody(elements: readonly MarkupElement[]): ReturnType<Leaves['body']> {
  const bodies = elements.filter((element) => named(element, 'body') && element.children.some(isElement));
  const longest = bodies
    .map((element) => ({ element, length: rawText(element).length }))
    .sort((a, b) => b.length - a.length)[0];
  if (longest) return blocksOf(longest.element.children);
  const paragraphs = elements.filter((element) => /^p(?:ara(?:graph)?)?$/i.test(element.name));
  return paragraphs.length > 1 ? blocksOf(paragraphs.map((paragraph) => ({ ...paragraph, name: 'p' }))) : undefined;
}
