import type { Block, RichText } from '../dispatch.ts';
import { printedLength } from '../text/dateline.ts';
import { oneLine } from './markup.ts';
import { trimRich } from './rich-text.ts';

/** Some agencies put only the day there. */
const justDate = /^(?:\d|\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?$)/u;

export interface Dateline {
  readonly dateline?: string;
  readonly body: Block[];
}

/**
 * Splits the dateline from the start of a body. `known` is the dateline from a field of the file: it is looked for in the text,
 * ignoring case, and replaced by another dateline in the text. A dateline in the text is recognised by an agency in it: one of
 * the table, or the `source` of this dispatch.
 */
export function splitDateline(body: Block[], known: string | undefined, source: string): Dateline {
  const line = oneLine(known)?.replace(/(?<!\s)\s*[-–—]{1,2}$/, '');
  const given = line && !justDate.test(line) ? line : undefined;
  // A teaser, a headline or a remark may precede the paragraph with the dateline.
  const index = given ? body.slice(0, MAX_ABOVE).findIndex((block) => openingLength(block, given) > 0) : -1;
  const place = index >= 0 ? index : printedAt(body, source);
  const opening = body[place];
  const length = opening?.type === 'paragraph' ? openingLength(opening, given) || lengthIn(opening, source) : 0;
  if (opening?.type !== 'paragraph' || length === 0) return given ? { dateline: given, body } : { body };
  const rest = dropStart(opening, length);
  const written = oneLine(opening.text.slice(0, length))
    ?.replace(/(?<![-–—_=])[-–—_=]+$/, '')
    .replace(/(?<![\s:.])[\s:.]+$/, '');
  const dateline = given && written?.toLowerCase().includes(given.toLowerCase()) ? given : written;
  return {
    ...(dateline ? { dateline } : {}),
    body: [
      ...body.slice(0, place),
      ...(rest ? [{ type: 'paragraph' as const, ...rest }] : []),
      ...body.slice(place + 1),
    ],
  };
}

/** Blocks above the paragraph with the dateline, and that one. */
const MAX_ABOVE = 4;

/** The block with the dateline: one of the first; the very first where there are several, as in a round-up, or none. */
function printedAt(body: readonly Block[], source: string): number {
  const at = body.slice(0, MAX_ABOVE).findIndex((block) => lengthIn(block, source) > 0);
  return at > 0 && !body.slice(at + 1).some((block) => lengthIn(block, source) > 0) ? at : 0;
}

const lengthIn = (block: Block, source: string): number =>
  block.type === 'paragraph' ? printedLength(block.text, source) : 0;

function openingLength(block: Block, given: string | undefined): number {
  if (block.type !== 'paragraph' || !given) return 0;
  const { text } = block;
  if (!text.slice(0, given.length).toLowerCase().startsWith(given.toLowerCase())) return 0;
  const sign = /^[^\S\n]*(?:\([^()\n]{2,40}\)[^\S\n]*)?[.:]?[-–—]{1,2}[^\S\n]*/.exec(
    text.slice(given.length, given.length + 80),
  );
  return sign ? given.length + sign[0].length : 0;
}

/** A text without its first characters; undefined where nothing is left. */
export function dropStart(text: RichText, length: number): RichText | undefined {
  const marks = (text.marks ?? []).map((mark) => ({ ...mark, from: mark.from - length, to: mark.to - length }));
  return trimRich(
    text.text.slice(length),
    marks.filter((mark) => mark.to > 0),
  );
}
