import { stripControls, unixLines } from '../bytes/control-codes.ts';
import type { Block } from '../dispatch.ts';
import { keepColumns } from '../text/columns.ts';
import { toBlocks } from '../text/wrapped-text.ts';
import { htmlToBlocks } from './html-blocks.ts';
import { decodeReferences } from './html-entities.ts';
import type { BlockOptions } from './markup-blocks.ts';

/** Plain text inside a field of markup or JSON, as blocks by the rules of typed text. */
export const textToBlocks = (text: string): Block[] =>
  keepColumns(toBlocks(stripControls(unixLines(text)).split('\n')));

const tag = /<\/?[a-zA-Z][a-zA-Z\d]*(?:\s[^<>]*)?\/?>/;

export const looksLikeHtml = (text: string): boolean => tag.test(text);

/** Text or HTML as blocks, including HTML that was escaped too often. */
export function textOrHtmlToBlocks(text: string, options: BlockOptions = {}): Block[] {
  let found = text;
  for (let times = 0; times < 3 && !looksLikeHtml(found) && /&(?:amp;)*lt;\/?[a-zA-Z]/.test(found); times += 1) {
    found = decodeReferences(found);
  }
  return looksLikeHtml(found) ? htmlToBlocks(found, options) : textToBlocks(decodeReferences(found));
}

/** One line of text that may contain markup or character references, such as a feed's title. */
export function textOrHtmlToLine(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const blocks = textOrHtmlToBlocks(text);
  const line = blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
  return line.replace(/\s+/g, ' ').trim() || undefined;
}
