import { joinHardWrapped, keepColumns } from '../copy/columns.ts';
import { asItStands, isOverlong } from '../copy/wrapped-text.ts';
import type { Block } from '../dispatch.ts';
import { htmlToBlocks } from './html-blocks.ts';
import { decodeReferences } from './html-entities.ts';
import { trimRich } from './rich-text.ts';

/**
 * Plain text as paragraphs: parted by blank lines, or, where the text has none, by indented lines, or else by lines. Lines of
 * one paragraph that are wrapped at an even width are joined.
 */
export function textToBlocks(text: string): Block[] {
  const clean = text.replace(/\r\n?/g, '\n').trim();
  const all = clean.split('\n');
  if (isOverlong(all)) return [asItStands(all)];
  const parts = clean.split(/\n[ \t]*\n\s*/);
  const pieces = parts.flatMap((part) => (parts.length > 1 && !/\n(?: {2,}|\t)\S/.test(part) ? [part] : split(part)));
  return keepColumns(pieces.flatMap(paragraph).map(joinHardWrapped));
}

function split(part: string): string[] {
  if (/\n(?: {2,}|\t)\S/.test(part)) return part.split(/\n(?= {2,}\S|\t\S)/);
  const lines = part.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  // Lines far beyond any wrapping width are paragraphs themselves.
  return longest > 100 ? lines : [part];
}

function paragraph(text: string): Block[] {
  if (text.split('\n').filter((line) => /\S {3,}\S/.test(line)).length > 1)
    return [{ type: 'preformatted', text: text.replace(/\s+$/, '') }];
  const lines = text.split('\n').map((line) => line.trim());
  const rich = trimRich(lines.join('\n'), []);
  return rich ? [{ type: 'paragraph', ...rich }] : [];
}

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
