import type { Block, Dispatch, RichText } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf, datelineBefore, eventLine, ownLines, sourceLine, stopLine } from './lines.ts';

/** Dispatches as Markdown (CommonMark, tables as GitHub has them), without the agency's notes to the desk. */
export const markdown = (items: readonly Exported[], context: ExportContext): string =>
  items.map((item) => oneAsMarkdown(item, context)).join('\n---\n\n');

function oneAsMarkdown(item: Exported, context: ExportContext): string {
  const { dispatch } = item;
  const stop = stopLine(dispatch, context);
  const event = eventLine(dispatch, context);
  const { kicker, headline, subhead, byline, categories, rights } = dispatch;
  const line = [sourceLine(dispatch, context), categories.join(', ')].filter(Boolean).map(escaped).join(' · ');
  const parts = [
    stop === undefined ? '' : `**${escaped(stop)}**`,
    kicker === undefined ? '' : escaped(kicker),
    `# ${escaped(headline)}`,
    subhead === undefined ? '' : `**${escaped(subhead)}**`,
    `*${line}*`,
    byline === undefined ? '' : escaped(byline),
    event === undefined ? '' : escaped(event),
    ...textOf(dispatch, context),
    rights ? `${context.t('export.rights')}: ${escaped(rights)}` : '',
    ...ownLines(item, context).map(([name, text]) => `> **${name}:** ${escaped(text)}`.replaceAll('\n', '\n> ')),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function textOf(dispatch: Dispatch, context: ExportContext): string[] {
  const [first, ...rest] = bodyOf(dispatch, context).map(blockAsMarkdown);
  const dateline = escaped(datelineBefore(dispatch));
  if (first === undefined) return [];
  const isText = dispatch.body[0]?.type === 'paragraph';
  return isText ? [`${dateline}${first}`, ...rest] : [dateline.replace(/ – $/, ''), first, ...rest];
}

function blockAsMarkdown(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return rich(block);
    case 'heading':
      return `${'#'.repeat(block.level)} ${rich(block)}`;
    case 'quote':
      return rich(block).replace(/^/gm, '> ');
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${rich(item)}`).join('\n');
    case 'table': {
      const [first = [], ...rest] = block.header ? [block.header, ...block.rows] : block.rows;
      const table = [row(first), `|${first.map(() => ' --- |').join('')}`, ...rest.map(row)].join('\n');
      return block.caption === undefined ? table : `${escaped(block.caption)}\n\n${table}`;
    }
    case 'preformatted':
      return `${'`'.repeat(4)}\n${block.text}\n${'`'.repeat(4)}`;
  }
}

const row = (cells: readonly RichText[]): string =>
  `| ${cells.map((cell) => rich(cell).replaceAll('\n', ' ')).join(' | ')} |`;

function rich({ text, marks = [] }: RichText): string {
  const links = marks.filter(({ kind, href }) => kind === 'link' && href !== undefined).sort((a, b) => a.from - b.from);
  let done = 0;
  let out = '';
  for (const { from, to, href = '' } of links) {
    if (from < done) continue;
    out += `${escaped(text.slice(done, from))}[${escaped(text.slice(from, to))}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    done = to;
  }
  return out + escaped(text.slice(done));
}

/** Backslash escapes for what CommonMark would take as markup (spec section 2.4). */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/^([ \t]*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2');
