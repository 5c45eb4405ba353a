import type { Block, Dispatch, RichText } from '../wire/dispatch.ts';

/** Bookmarks as a JSON array of dispatches, without the notes that are not for publication. */
export const bookmarksAsJson = (dispatches: readonly Dispatch[]): string =>
  `${JSON.stringify(
    dispatches.filter(isPublic).map((dispatch) => ({ ...dispatch, notes: [] })),
    null,
    2,
  )}\n`;

/** Bookmarks as Markdown (CommonMark), newest first; notes, killed and withheld texts are left out. */
export const bookmarksAsMarkdown = (dispatches: readonly Dispatch[]): string =>
  dispatches.filter(isPublic).map(asMarkdown).join('\n---\n\n');

/** Killed and withheld copy must not be exported, nor embargoed copy before its time. */
const isPublic = ({ status, embargoUntil }: Dispatch, now = Date.now()): boolean =>
  status === 'usable' || (status === 'embargoed' && embargoUntil !== undefined && Date.parse(embargoUntil) <= now);

function asMarkdown(dispatch: Dispatch): string {
  const line = [dispatch.source ?? '', dispatch.publishedAt, dispatch.categories.join(', ')]
    .filter(Boolean)
    .map(escaped)
    .join(' · ');
  const parts = [
    `# ${escaped(dispatch.headline)}`,
    dispatch.subhead === undefined ? '' : `**${escaped(dispatch.subhead)}**`,
    `*${line}*`,
    dispatch.byline === undefined ? '' : escaped(dispatch.byline),
    ...dispatch.body.map(blockAsMarkdown),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
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
      return [row(first), `|${first.map(() => ' --- |').join('')}`, ...rest.map(row)].join('\n');
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
