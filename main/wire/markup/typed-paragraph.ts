import type { Block } from '../dispatch.ts';
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
  return isTyped(lines) ? toBlocks(lines) : undefined;
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
