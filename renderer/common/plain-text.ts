import type { Block, Dispatch } from '../../preload/contract/contract.ts';

const cells = (row: readonly { readonly text: string }[]) => row.map((cell) => cell.text).join('\t');

/** The text of a block without its marks; items and rows a line each. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => item.text).join('\n');
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...(block.header ? [cells(block.header)] : []),
        ...block.rows.map(cells),
      ].join('\n');
    default:
      return block.text;
  }
}

/** Headline, subhead and text, a blank line between them: what two versions are compared by. */
export const comparable = ({ headline, subhead, body }: Pick<Dispatch, 'headline' | 'subhead' | 'body'>): string =>
  [headline, ...(subhead ? [subhead] : []), ...body.map(blockText)].join('\n\n');

export const wordCount = (body: readonly Block[]): number =>
  body.reduce(
    (sum, block) => sum + (blockText(block).match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  );
