import type { Block } from '../dispatch.ts';
import { namesOf } from '../text/byline.ts';
import { dateline } from '../text/dateline.ts';
import { CHANGES } from '../text/desk-lines.ts';
import { toBlocks } from '../text/wrapped-text.ts';
import { isElement, type MarkupElement } from './markup.ts';

/** Lines that a machine has wrapped are shorter. */
const MAX_LINE_CHARS = 100;
/** Fewer lines are a paragraph that was wrapped. */
const MIN_LINES = 4;

/**
 * The blocks of a `<p>` that holds a whole typed story (Reuters): its line breaks and indents are layout, as in typed copy.
 * Undefined for every other paragraph.
 */
export function typedParagraph(element: MarkupElement): Block[] | undefined {
  const [text = '', ...others] = element.children.filter((node) => !isElement(node) || node.children.length > 0);
  if (isElement(text) || others.length > 0 || element.children.length > 1) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (!isTyped(lines)) return undefined;
  // A story is laid out where its dateline is read.
  return datelineAt(lines) < 0 ? toBlocks(lines) : [{ type: 'preformatted', text: lines.join('\n') }];
}

/** Bullets, columns, or indents that begin paragraphs among lines without one. */
function isTyped(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < MIN_LINES || filled.some((line) => line.length > MAX_LINE_CHARS)) return false;
  const below = filled.slice(1);
  // Pretty-printed: every line is indented.
  if (below.every((line) => /^\s/.test(line))) return false;
  const begun = below.filter((line, index) => /^[ \t]{2,}\S/.test(line) && /[.!?:)"”]\s*$/u.test(filled[index] ?? ''));
  const bullets = below.filter((line) => /^\s*[*•]\s+\S/u.test(line));
  const rows = below.filter((line) => /\S {3,}\S/.test(line));
  return begun.length > 1 || bullets.length > 1 || rows.length > 2;
}

/**
 * The blocks of a paragraph whose line breaks are those of a typed story, or of a preformatted text that is one: a line in it is a
 * dateline, byline or says what is new. Any other block as it is.
 */
export function relaidOut(block: Block): readonly Block[] {
  if (block.type !== 'paragraph' && block.type !== 'preformatted') return [block];
  if (!block.text.includes('\n') || (block.type === 'paragraph' && block.marks !== undefined)) return [block];
  const lines = block.text.replaceAll('\u00a0', ' ').split('\n');
  const at = datelineAt(lines);
  const isStory =
    block.type === 'preformatted'
      ? at >= 0 && lines.length >= MIN_LINES
      : (at >= 0 && at < MAX_ABOVE && lines.length > 2) || isDeskLine(lines[0] ?? '');
  if (!isStory) return [block];
  return toBlocks(
    lines.every(isWhole) ? lines.flatMap((line) => (BULLET.test(line) ? [line] : ['', line, ''])) : lines,
  );
}

const datelineAt = (lines: readonly string[]): number =>
  lines.findIndex((line) => dateline(line.trim())?.agency !== undefined);

/** A line that a machine did not wrap: a short one, or one that ends a sentence. */
const isWhole = (line: string): boolean =>
  line.trim().length < 40 || /[.!?:)]["”“»’]?\s*$/u.test(line) || BULLET.test(line);
const BULLET = /^\s*[*•]\s+\S/u;

/** Lines above the one with the dateline: what is new, main points, a byline. */
const MAX_ABOVE = 8;

const isDeskLine = (line: string): boolean => CHANGES.test(line.trim()) || namesOf(line.trim()) !== undefined;
