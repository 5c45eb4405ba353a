import { stripControls, unixLines } from '../bytes/control-codes.ts';
import type { Block } from '../dispatch.ts';
import { keepColumns } from '../text/columns.ts';
import { toBlocks } from '../text/wrapped-text.ts';
import { htmlToBlocks } from './html-blocks.ts';
import { decodeReferences } from './html-entities.ts';

/** Plain text inside a field of markup or JSON, by the rules of typed text; columns of bars or hard spaces stay columns. */
export const textToBlocks = (text: string): Block[] =>
  keepColumns(toBlocks(stripControls(unixLines(text)).split('\n')));

const tag = /<\/?[a-zA-Z][a-zA-Z\d]*(?:\s[^<>]*)?\/?>/;

export const looksLikeHtml = (text: string): boolean => tag.test(text);

/** Text or HTML, also HTML whose signs were escaped once or more often than it should be, as blocks. */
export function textOrHtmlToBlocks(text: string): Block[] {
  let found = text;
  for (let times = 0; times < 3 && !looksLikeHtml(found) && /&(?:amp;)*lt;\/?[a-zA-Z]/.test(found); times += 1) {
    found = decodeReferences(found);
  }
  return looksLikeHtml(found) ? htmlToBlocks(found) : textToBlocks(decodeReferences(found));
}

/** A single line out of text that may hold markup or character references, e.g. a feed's title. */
export function textOrHtmlToLine(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const blocks = textOrHtmlToBlocks(text);
  const line = blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
  return line.replace(/\s+/g, ' ').trim() || undefined;
}
