/** Not part of what is read: words for screen readers, and labels that stand for a character. */
const APART = '.visually-hidden, .turned, [role="tooltip"]';
const BLOCK = 'h1, h2, h3, h4, p, li, td, th, caption, blockquote, pre';
const SOFT_HYPHEN = '\u00ad';

/** The text of elements as it is read, one block a line, and where each of its characters stands in the page. */
export interface TextMap {
  readonly text: string;
  /** The part of the page that shows a part of the text. */
  rangeOf(from: number, to: number): Range;
  /** The part of the text that a part of the page shows; undefined when it shows none of it. */
  partOf(range: Range): { readonly from: number; readonly to: number } | undefined;
}

interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** Maps the text of all elements with `data-text` below `root`, in their order. */
export function mapText(root: Element): TextMap {
  const places: Place[] = [];
  let text = '';
  let block: Element | null = null;
  for (const node of textNodes(root)) {
    const itsBlock = node.parentElement?.closest(BLOCK) ?? null;
    if (text !== '' && itsBlock !== block) {
      text += '\n';
      places.push({ node, offset: 0 });
    }
    block = itsBlock;
    for (let offset = 0; offset < node.data.length; offset++) {
      const unit = node.data.charAt(offset);
      if (unit === SOFT_HYPHEN) continue;
      text += unit;
      places.push({ node, offset });
    }
  }
  return {
    text,
    rangeOf(from, to) {
      const range = document.createRange();
      const [first, last] = [places[from], places[to - 1]];
      if (first) range.setStart(first.node, first.offset);
      if (last) range.setEnd(last.node, last.offset + 1);
      return range;
    },
    partOf(range) {
      const isBefore = ({ node, offset }: Place) => range.comparePoint(node, offset) < 0;
      const isWithin = ({ node, offset }: Place) =>
        range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + 1) === 0;
      const from = places.findIndex((place) => !isBefore(place) && isWithin(place));
      if (from < 0) return undefined;
      const to = places.findLastIndex(isWithin) + 1;
      return { from, to };
    },
  };
}

function* textNodes(root: Element): Iterable<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node instanceof Text && parent?.closest('[data-text]') && !parent.closest(APART)) yield node;
  }
}

/**
 * Paints parts of the page under a name that the style sheets give a look (`::highlight(name)`); replaces those painted before.
 * Leaves the document as it is, so that nothing it is drawn from has to know.
 */
export function paint(name: string, ranges: readonly Range[]): void {
  // The DOM of component tests cannot paint.
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
