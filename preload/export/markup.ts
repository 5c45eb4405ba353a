import type { Block, Mark, RichText } from '../contract/contract.ts';

/** The elements that a format has for blocks and marks. */
interface Elements {
  readonly heading: (level: number) => string;
  readonly quote: readonly [open: string, close: string];
  readonly bold: readonly [open: string, close: string];
  readonly italic: readonly [open: string, close: string];
}

export const HTML: Elements = {
  heading: (level) => `h${Math.max(3, level)}`,
  quote: ['<blockquote>', '</blockquote>'],
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
};

/** NITF 3.6: headings are hl2, quotes bq, and em is the only emphasis. */
export const NITF: Elements = {
  heading: () => 'hl2',
  quote: ['<bq><block><p>', '</p></block></bq>'],
  bold: ['<em class="bold">', '</em>'],
  italic: ['<em>', '</em>'],
};

/** A block of a body as markup: well-formed XML, whatever its text holds. */
export function blockMarkup(block: Block, elements: Elements): string {
  const rich = (text: RichText) => richMarkup(text, elements);
  switch (block.type) {
    case 'paragraph':
      return `<p>${rich(block)}</p>`;
    case 'heading': {
      const tag = elements.heading(block.level);
      return `<${tag}>${rich(block)}</${tag}>`;
    }
    case 'quote':
      return elements.quote.join(rich(block));
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${rich(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const line = (cells: readonly RichText[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}>${rich(cell)}</${tag}>`).join('')}</tr>`;
      const caption = block.caption === undefined ? '' : `<caption>${escaped(block.caption)}</caption>`;
      const rows = block.rows.map((row) => line(row, 'td')).join('');
      return `<table>${caption}${block.header ? line(block.header, 'th') : ''}${rows}</table>`;
    }
    case 'preformatted':
      return `<pre>${escaped(block.text)}</pre>`;
  }
}

/** Text with its marks; marks that overlap are closed and opened again where one ends. */
function richMarkup({ text, marks = [] }: RichText, elements: Elements): string {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge <= text.length)
    .sort((a, b) => a - b);
  return edges
    .slice(0, -1)
    .map((from, index) => {
      const to = edges[index + 1] ?? text.length;
      const on = marks.filter((mark) => mark.from <= from && mark.to >= to);
      const inner = escaped(text.slice(from, to)).replaceAll('\n', '<br/>');
      return on.reduce((within, mark) => marked(within, mark, elements), inner);
    })
    .join('');
}

function marked(inner: string, { kind, href }: Mark, elements: Elements): string {
  if (kind !== 'link') return elements[kind].join(inner);
  return href === undefined ? inner : `<a href="${escaped(href)}">${inner}</a>`;
}

/** Text for XML and HTML, without the characters that XML forbids. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML 1.0 (2.2) leaves out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
