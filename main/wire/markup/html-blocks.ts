import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import type { Block } from '../dispatch.ts';
import { paragraphsOnly } from './html-paragraphs.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import { type BlockOptions, blocksOf } from './markup-blocks.ts';

const htmlLimits = { characters: 8 * 1024 * 1024, depth: 300, elements: 200_000, tag: 16_384 } as const;

class TooMuch extends Error {}
type Tree = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;

/**
 * The blocks of an HTML document or fragment. Never throws: HTML beyond the limits (length, depth, number of elements) loses its
 * tags and becomes plain paragraphs.
 */
export function htmlToBlocks(html: string, options: BlockOptions = {}): Block[] {
  const tree = readHtml(html);
  return tree ? blocksOf([tree], options) : blocksOf(strippedParagraphs(html));
}

/** HTML as an element tree after the HTML Standard's parsing rules; undefined beyond the limits. */
export function readHtml(html: string): MarkupElement | undefined {
  if (html.length > htmlLimits.characters) return undefined;
  const paragraphs = paragraphsOnly(html);
  if (paragraphs) return paragraphs;
  try {
    const document = parse<Tree>(shortenTags(withEndTags(html)), {
      treeAdapter: boundedAdapter(),
      scriptingEnabled: true,
    });
    return { name: '#document', attributes: new Map(), children: markupOf(document.childNodes) };
  } catch {
    return undefined;
  }
}

/** Elements whose text HTML reads up to their end tag, written as XML writes empty ones: `<title/>`. */
const EMPTY_TEXT = /<(title|script|style|textarea|iframe|noscript|noframes|xmp)(\s[^<>]*)?\/>/gi;
/** The same for all elements that HTML closes by an end tag. */
const EMPTY = /<(a|b|div|em|h[1-6]|i|li|p|section|span|strong|sub|sup|table|td|th|tr|u|ul|ol)(\s[^<>]*)?\/>/gi;

/** XHTML as HTML: an empty element gets the end tag without which it would take in what follows. */
function withEndTags(html: string): string {
  const text = html.replace(EMPTY_TEXT, '<$1$2></$1>');
  return html.includes('http://www.w3.org/1999/xhtml') ? text.replace(EMPTY, '<$1$2></$1>') : text;
}

/** A tree adapter for parse5 that stops at the limits. */
function boundedAdapter(): TreeAdapter<Tree> {
  let elements = 0;
  const depths = new WeakMap<object, number>();
  const place = (parent: object, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > htmlLimits.depth) throw new TooMuch();
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > htmlLimits.elements) throw new TooMuch();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    appendChild(parent, child) {
      place(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, reference) {
      place(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, reference);
    },
  };
}

function markupOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): MarkupNode[] {
  const found: MarkupNode[] = [];
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) found.push(node.value);
    else if ('tagName' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, children: markupOf(node.childNodes) });
    }
  }
  return found;
}

/** parse5 compares each attribute of a tag with all others: a very long tag (an embedded picture, an attack) loses them. */
function shortenTags(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let start = html.indexOf('<'); start >= 0; ) {
    const end = html.indexOf('>', start);
    const last = end < 0 ? html.length : end;
    if (last - start > htmlLimits.tag && /^[a-z]/i.test(html.charAt(start + 1))) {
      const name = /^[a-z][a-z\d]{0,20}/i.exec(html.slice(start + 1, start + 22))?.[0] ?? 'span';
      parts.push(html.slice(kept, start), `<${name}`);
      kept = last;
    }
    if (end < 0) break;
    start = html.indexOf('<', end);
  }
  return kept === 0 ? html : parts.join('') + html.slice(kept);
}

/** The last resort: the text between tags, a paragraph for each end of one. */
function strippedParagraphs(html: string): MarkupNode[] {
  const pieces = html.slice(0, htmlLimits.characters).split(/<\/(?:p|div|li|h\d)>/i, 20_000);
  return pieces.map((piece) => ({ name: 'p', attributes: new Map(), children: [withoutTags(piece)] }));
}

function withoutTags(html: string): string {
  let text = '';
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    if (start < 0) return text + html.slice(position);
    text += `${html.slice(position, start)} `;
    const end = html.indexOf('>', start);
    if (end < 0) return text;
    position = end + 1;
  }
  return text;
}
