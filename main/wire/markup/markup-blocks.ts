import type { Block, RichText } from '../dispatch.ts';
import { joinHardWrapped, keepColumns } from '../text/columns.ts';
import { namedBlock } from './block-names.ts';
import { decodeReferences } from './html-entities.ts';
import { withoutMadeUpTags } from './made-up-tags.ts';
import { attributeOf, childrenOf, isElement, type MarkupElement, type MarkupNode, rawText } from './markup.ts';
import { isLayout, tableBlock } from './markup-table.ts';
import { RichTextBuilder, safeHref } from './rich-text.ts';
import { typedParagraph } from './typed-paragraph.ts';

/** Elements that are dropped with everything in them: nothing to read, or not part of the text. */
const dropped = new Set(
  `script style noscript template iframe object embed applet img picture source video audio track canvas svg math map
   area head link meta base title button input select textarea form nav figcaption media nitf-table-metadata
   frameset frame noframes dialog param`.split(/\s+/),
);
const inline: ReadonlyMap<string, 'bold' | 'italic'> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
]);
/** Elements whose start and end separate paragraphs. */
const blocks = new Set(
  `p div section article main body html header footer aside address figure center details summary hgroup fieldset legend
   block lede nitf body.head body.content body.end abstract tagline note hr dd dt li tr td th caption thead tbody tfoot
   rows row cell content`.split(/\s+/),
);
/** Elements inside running text: HTML's, then NITF's. Elements of any other name are blocks where no text stands beside them. */
const running = new Set(
  `a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span
   strike strong sub sup time tt u var wbr
   alt-code chron city classifier copyrite country event frac function lang location money name.given name.family num
   object.title org person postaddr pronounce region state sublocation virtloc`.split(/\s+/),
);
/** Elements that hold running text: their children are no blocks by their names. */
const textHolders = new Set('p h1 h2 h3 h4 h5 h6 hl1 hl2 li dt dd td th caption'.split(' '));
const headingLevels: ReadonlyMap<string, number> = new Map([
  ['h1', 2],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
  ['hl1', 2],
  ['hl2', 2],
]);
/** Escaped embed code: a paragraph that starts and ends with a tag is not text. */
const embedCode = /^<(?:div|iframe|script|blockquote|figure|span|img)\b[\s\S]*>$/i;
/** `___`, `* * *`: a line between parts of a text. */
const RULE = /^[\s_*=~.–—-]{3,200}$/u;
const maxNesting = 250;
const maxStyles = 8;

export interface BlockOptions {
  /** True for elements to leave out besides those that are always dropped: a dateline, a repeated headline … */
  readonly without?: (element: MarkupElement) => boolean;
}

/**
 * The blocks of an element tree (HTML, XHTML or NITF): by an allow-list. Other elements lose their tags and keep their
 * text; scripts, forms, pictures and frames lose both. Links keep http, https and mailto addresses only.
 */
export function blocksOf(nodes: readonly MarkupNode[], options: BlockOptions = {}): Block[] {
  const walk = new Walk(options);
  walk.nodes(nodes, 0);
  walk.flush();
  return keepColumns(walk.blocks.map(joinHardWrapped));
}

/** Pages lay out authors, places and times as neighbours that only their styles keep apart: `<span>Jane Roe</span><span>Editor</span>`. */
const isLabel = (name: string): boolean => name === 'span' || name === 'time' || name === 'a';
const startsWord = (element: MarkupElement): boolean => /^[\p{Lu}\d]/u.test(rawText(element).trimStart());

/** The text of some nodes as one run, paragraphs as lines. */
function richTextOf(nodes: readonly MarkupNode[], options: BlockOptions = {}): RichText | undefined {
  const texts = blocksOf(nodes, options);
  const [only] = texts;
  if (texts.length === 1 && only && 'text' in only && only.type !== 'preformatted') {
    return only.marks ? { text: only.text, marks: only.marks } : { text: only.text };
  }
  const text = texts.map(plain).join('\n').trim();
  return text ? { text } : undefined;
}
function plain(block: Block): string {
  if (block.type === 'list') return block.items.map((item) => item.text).join('\n');
  if (block.type !== 'table') return block.text;
  return [...(block.header ? [block.header] : []), ...block.rows]
    .map((row) => row.map((cell) => cell.text).join('\t'))
    .join('\n');
}

class Walk {
  readonly blocks: Block[] = [];
  readonly #options: BlockOptions;
  readonly #running = new RichTextBuilder();
  #quoted = 0;

  constructor(options: BlockOptions) {
    this.#options = options;
  }

  /** Ends the current paragraph. */
  flush(): void {
    const text = this.#running.take();
    if (text && !embedCode.test(text.text) && !RULE.test(text.text))
      this.blocks.push({ type: this.#quoted > 0 ? 'quote' : 'paragraph', ...text });
  }

  /** `holdsText`: an element around these nodes holds running text. */
  nodes(nodes: readonly MarkupNode[], depth: number, holdsText = false): void {
    const isMixed = holdsText || nodes.some((node) => !isElement(node) && node.trim() !== '');
    let wasUnknown = false;
    let wasLabel = false;
    for (const node of nodes) {
      if (!isElement(node)) {
        wasUnknown = false;
        wasLabel = false;
        this.#running.add(withoutMadeUpTags(decodeReferences(node)));
      } else if (depth < maxNesting) {
        const name = node.name.toLowerCase();
        const isUnknown = !running.has(name);
        // Neighbours without a text between them are words of their own.
        if ((isUnknown && wasUnknown) || (isLabel(name) && wasLabel && startsWord(node))) this.#running.addGap();
        wasUnknown = isUnknown;
        wasLabel = isLabel(name);
        this.#element(node, name, depth, isMixed);
      }
    }
  }

  #element(element: MarkupElement, name: string, depth: number, isMixed: boolean): void {
    const named = namedBlock(element, name);
    if (dropped.has(name) || named === 'caption' || this.#options.without?.(element)) return;
    const style = inline.get(name);
    const level = named === 'heading' ? 3 : headingLevels.get(name);
    if (name === 'br') {
      if (this.#running.lineBreak()) this.flush();
    } else if (style) this.#styled({ kind: style }, element, depth);
    else if (name === 'a') this.#link(element, depth);
    else if (level !== undefined) this.#heading(element, level, depth);
    else if (name === 'ul' || name === 'ol' || name === 'dl') this.#list(element, name === 'ol');
    else if (name === 'table') this.#table(element, depth);
    else if (name === 'pre') this.#preformatted(element);
    else if (name === 'blockquote' || name === 'bq') this.#quote(element, depth);
    else if (name === 'p' && this.#typed(element)) return;
    else if (blocks.has(name) || !(isMixed || running.has(name))) {
      this.flush();
      this.nodes(element.children, depth + 1, textHolders.has(name));
      this.flush();
    } else this.nodes(element.children, depth + 1, isMixed);
  }

  /** Adds a paragraph that holds typed copy; false for any other. */
  #typed(element: MarkupElement): boolean {
    const typed = typedParagraph(element);
    if (typed === undefined) return false;
    this.flush();
    this.blocks.push(...typed);
    return true;
  }

  #styled(style: { kind: 'bold' | 'italic' | 'link'; href?: string }, element: MarkupElement, depth: number): void {
    const marked = this.#running.open < maxStyles;
    if (marked) this.#running.begin(style);
    this.nodes(element.children, depth + 1, true);
    if (marked) this.#running.end();
  }

  #link(element: MarkupElement, depth: number): void {
    const href = safeHref(attributeOf(element, 'href'));
    if (href) this.#styled({ kind: 'link', href }, element, depth);
    else this.nodes(element.children, depth + 1, true);
  }

  #heading(element: MarkupElement, level: number, depth: number): void {
    this.flush();
    this.nodes(element.children, depth + 1, true);
    const text = this.#running.take();
    if (text) this.blocks.push({ type: 'heading', level, ...text });
  }

  #quote(element: MarkupElement, depth: number): void {
    this.flush();
    this.#quoted += 1;
    this.nodes(element.children, depth + 1);
    this.flush();
    this.#quoted -= 1;
  }

  #preformatted(element: MarkupElement): void {
    this.flush();
    const text = preformattedText(element)
      .replace(/\r\n?/g, '\n')
      .replace(/^\n+|(?<!\s)\s+$/g, '');
    if (text) this.blocks.push({ type: 'preformatted', text });
  }

  #list(element: MarkupElement, ordered: boolean): void {
    this.flush();
    const items = listItems(element, this.#options, 0);
    if (items.length > 0) this.blocks.push({ type: 'list', ordered, items });
  }

  #table(element: MarkupElement, depth: number): void {
    this.flush();
    if (isLayout(element)) {
      this.nodes(element.children, depth + 1);
      this.flush();
      return;
    }
    const table = tableBlock(element, (nodes) => richTextOf(nodes, this.#options));
    if (table) this.blocks.push(table);
  }
}

function preformattedText(element: MarkupElement): string {
  return element.children
    .map((node) => (isElement(node) ? (node.name.toLowerCase() === 'br' ? '\n' : preformattedText(node)) : node))
    .join('');
}

const isList = (element: MarkupElement) => /^(?:ul|ol|dl)$/i.test(element.name);

/** The lists in an item, not those inside them. */
const listsIn = (element: MarkupElement, depth: number): MarkupElement[] =>
  childrenOf(element).flatMap((child) => (isList(child) ? [child] : depth < 20 ? listsIn(child, depth + 1) : []));

/** The items of a list; those of lists inside it follow the item they belong to. */
function listItems(list: MarkupElement, options: BlockOptions, depth: number): RichText[] {
  const items: RichText[] = [];
  for (const item of childrenOf(list)) {
    if (options.without?.(item)) continue;
    if (isList(item)) {
      if (depth < 20) items.push(...listItems(item, options, depth + 1));
      continue;
    }
    const inner = listsIn(item, 0);
    const text = richTextOf(item.children, {
      without: (element) => isList(element) || options.without?.(element) === true,
    });
    if (text) items.push(text);
    if (depth < 20) for (const nested of inner) items.push(...listItems(nested, options, depth + 1));
  }
  return items;
}
