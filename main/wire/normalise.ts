import { hash } from 'node:crypto';
import type { Block } from './dispatch.ts';

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** Quotes and dashes as one sign each, no-break spaces as spaces, Unicode NFC, lower case, runs of space as one. */
export function normaliseText(text: string): string {
  if (text !== latest.text) latest = { text, normal: normalised(text) };
  return latest.normal;
}

/** The last answer: a headline is asked for by all who want to know it again. */
let latest = { text: '', normal: '' };

const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[„“”‟«»″]/g, '"')
    .replace(/[‚‘’‛‹›′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The plain text of a block, lines and cells apart. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => item.text).join('\n');
    case 'table':
      return [block.caption ?? '', ...[...(block.header ? [block.header] : []), ...block.rows].map(cells)].join('\n');
    default:
      return block.text;
  }
}
const cells = (row: readonly { text: string }[]) => row.map((cell) => cell.text).join('\t');

/** The whole body as plain text, a blank line between blocks. */
export const bodyText = (body: readonly Block[]): string => body.map(blockText).join('\n\n');
