import { type Block, blockText, type Dispatch } from '../../preload/contract/contract.ts';

/** Headline, subhead and body separated by blank lines: the text by which two versions are compared. */
export const comparableText = ({ headline, subhead, body }: Pick<Dispatch, 'headline' | 'subhead' | 'body'>): string =>
  [headline, ...(subhead ? [subhead] : []), ...body.map(blockText)].join('\n\n');

/** Words of a body, counted as runs of letters and digits. */
export const wordCount = (body: readonly Block[]): number =>
  body.reduce(
    (sum, block) => sum + (blockText(block).match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  );

/** The address of the first link in a body. */
export function firstLink(body: readonly Block[]): string | undefined {
  const texts = body.flatMap((block) => {
    if (block.type === 'preformatted') return [];
    if (block.type === 'list') return block.items;
    if (block.type === 'table') return [...(block.header ?? []), ...block.rows.flat()];
    return [block];
  });
  return texts.flatMap((text) => text.marks ?? []).find((mark) => mark.href !== undefined)?.href;
}
