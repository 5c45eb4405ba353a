import { hash } from 'node:crypto';
import { type Block, blockText } from './dispatch.ts';

export { blockText };

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

/** The whole body as plain text, a blank line between blocks. */
export const bodyText = (body: readonly Block[]): string => body.map(blockText).join('\n\n');
