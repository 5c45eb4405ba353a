import { hash } from 'node:crypto';
import { type Block, blockText } from './dispatch.ts';

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** Text for comparison: one kind of quotes and dashes, single spaces, Unicode NFC, lower case. */
export function normaliseText(text: string): string {
  if (text !== latest.text) latest = { text, normal: normalised(text) };
  return latest.normal;
}

/** The last answer: several callers ask for the same headline in a row. */
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

/** The body as plain text, with blank lines between blocks. */
export const bodyText = (body: readonly Block[]): string => body.map(blockText).join('\n\n');

/** An id for a story that shares its own with unrelated ones: with its headline, as a hash. */
export const idWithHeadline = (id: string, headline: string): string =>
  `${id} ${sha256(normaliseText(headline)).slice(0, 16)}`;
