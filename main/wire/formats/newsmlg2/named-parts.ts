import type { Block } from '../../dispatch.ts';
import { isHeadingName } from '../../markup/block-names.ts';
import {
  at,
  attributeOf,
  childrenOf,
  find,
  findAll,
  isElement,
  lineText,
  type MarkupElement,
  type MarkupNode,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';

/** The parts of a text whose elements or types have names for them. */
export interface NamedParts {
  readonly body: Block[];
  readonly headline?: string | undefined;
  readonly kicker?: string | undefined;
  readonly dateline?: string | undefined;
  readonly byline?: string | undefined;
}

/** The text of inline XML in a markup of Nordic agencies: TT's (`ttnitf`) or Infomaker's and Naviga's (`idf`); undefined for others. */
export function namedParts(xml: MarkupElement): NamedParts | undefined {
  const text = find(xml, 'TEXT');
  if (text?.name === 'TEXT' && find(text, 'BRODTEXT', 'INGRESS')) return ttnitfParts(find(xml, 'BODY') ?? xml);
  const idf = find(xml, 'idf');
  return idf && /infomaker|naviga/i.test(attributeOf(idf, 'xmlns') ?? uriOf(idf)) ? idfParts(idf) : undefined;
}

const uriOf = (element: MarkupElement): string =>
  'uri' in element && typeof element.uri === 'string' ? element.uri : '';

/** Names of what is no text. */
const TT_OUTSIDE = /^(?:rubrik|vinjett|dat|byline|bild|grafik|video|ljud|bildfil|bildtext|bildskapare)$/i;

/** TT: each `TEXT` is a story part; those after the first are boxes of facts below the text. */
function ttnitfParts(body: MarkupElement): NamedParts {
  const [first, ...boxes] = findAll(body, 'TEXT');
  const part = (name: string) => lineText(find(first, name));
  return {
    headline: part('RUBRIK'),
    kicker: part('VINJETT'),
    dateline: lineText(find(at(first, 'DAT'), 'ORT')) ?? part('ORT'),
    byline: part('BYLINE'),
    body: [
      ...ttnitfBlocks(first),
      ...boxes.flatMap((box) => [...boxTitle(lineText(find(box, 'RUBRIK'))), ...ttnitfBlocks(box)]),
    ],
  };
}

const boxTitle = (text: string | undefined): Block[] =>
  text === undefined ? [] : [{ type: 'heading', level: 3, text }];

const ttnitfBlocks = (text: MarkupElement | undefined): Block[] =>
  blocksOf(text?.children ?? [], {
    without: (element) => TT_OUTSIDE.test(element.name) || element.name === 'TEXT',
  });

/** IDF: `element`s with a type, and `object`s, of which only links and boxes of facts hold text. */
function idfParts(idf: MarkupElement): NamedParts {
  const elements = findAll(idf, 'element');
  const ofType = (pattern: RegExp) =>
    lineText(elements.find((element) => pattern.test(attributeOf(element, 'type') ?? '')));
  return {
    headline: ofType(/^headline\d?$/i),
    kicker: ofType(/^(?:vignette|kicker|overline)$/i),
    dateline: ofType(/dateline$/i),
    byline: ofType(/^byline$/i),
    body: childrenOf(idf).flatMap(idfBlocks),
  };
}

const IDF_OUTSIDE = /^(?:headline\d?|vignette|kicker|overline|.*dateline|byline)$/i;

function idfBlocks(element: MarkupElement): Block[] {
  const type = attributeOf(element, 'type') ?? '';
  if (element.name === 'object') return /content-?part|fact/i.test(type) ? factBox(element) : [];
  if (element.name !== 'element') return childrenOf(element).flatMap(idfBlocks);
  if (IDF_OUTSIDE.test(type)) return [];
  const name = isHeadingName(type) || /^h[2-6]$/i.test(type) ? 'h3' : /quote/i.test(type) ? 'blockquote' : 'p';
  return blocksOf([{ name, attributes: new Map(), children: element.children.map(withLinks) }]);
}

/** `<object type="x-im/link"><data><href/><anchor/></data></object>` as the link of HTML. */
function withLinks(node: MarkupNode): MarkupNode {
  if (!isElement(node)) return node;
  if (node.name !== 'object') return { ...node, children: node.children.map(withLinks) };
  if (!/link$/i.test(attributeOf(node, 'type') ?? '')) return '';
  const href = lineText(find(node, 'href')) ?? attributeOf(node, 'url') ?? '';
  return { name: 'a', attributes: new Map([['href', href]]), children: [lineText(find(node, 'anchor')) ?? ''] };
}

function factBox(object: MarkupElement): Block[] {
  const data = at(object, 'data');
  const text = find(data, 'text');
  const title = lineText(find(data, 'subject')) ?? lineText(find(data, 'title')) ?? attributeOf(object, 'title');
  const elements = findAll(text, 'element');
  return [
    ...boxTitle(title),
    ...(elements.length > 0 ? elements.flatMap(idfBlocks) : textOrHtmlToBlocks(rawText(text))),
  ];
}
