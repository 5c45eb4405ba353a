import type { Block, RichText } from './dispatch.ts';
import { oneLine } from './markup.ts';
import { trimRich } from './rich-text.ts';

/**
 * Datelines agencies open their first paragraph with. Tried in this order; each names place, and most the agency:
 * `Berlin (dpa) - `, `STOCKHOLM, Aug 29, 2014 (AFP) -`, `(ANSA) - ROME, JUL 11 - `, `GREENWICH, Conn.--(BUSINESS WIRE)--`,
 * `Nueva Delhi, 21 ene (EFE).- `, `København /ritzau/: `, `MOSCOW, January 21. /TASS/. `.
 */
const datelines: readonly RegExp[] = [
  /^(\p{Lu}[^()\n]{1,70}? ?[-–—]{0,2}\([^()\n]{2,40}\))(?:\s*\.?[-–—_]{1,2}\s*|:\s+)/u,
  /^(\([^()\n]{2,30}\)\s*[-–—]\s*\p{Lu}[^()\n]{1,50}?)\s+[-–—]\s+/u,
  /^(\p{Lu}[^/\n]{1,60}?\s\/[^/\n]{2,30}\/)[.:]?\s+(?:[-–—]\s+)?/u,
];

/** Some agencies write nothing but the day there. */
const justDate = /^(?:\d|\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?$)/u;

export interface Dateline {
  readonly dateline?: string;
  readonly body: Block[];
}

/**
 * The body without the dateline its first paragraph opens with. `known` is what the file itself gives as dateline: it
 * counts in the text in any case of letters, and gives way to another dateline that the text has. Without either the body stays as it is.
 */
export function splitDateline(body: Block[], known: string | undefined): Dateline {
  const line = oneLine(known)?.replace(/\s*[-–—]{1,2}$/, '');
  const given = line && !justDate.test(line) ? line : undefined;
  const first = body[0];
  if (first?.type !== 'paragraph') return given ? { dateline: given, body } : { body };
  const length = (given ? openingLength(first.text, given) : 0) || patternLength(first.text);
  const rest = length > 0 ? dropStart(first, length) : undefined;
  if (!rest) return given ? { dateline: given, body } : { body };
  const written = oneLine(first.text.slice(0, length))?.replace(/[\s:.]*[-–—_]*$/, '');
  const dateline = given && written?.toLowerCase().includes(given.toLowerCase()) ? given : written;
  return { ...(dateline ? { dateline } : {}), body: [{ type: 'paragraph', ...rest }, ...body.slice(1)] };
}

function openingLength(text: string, given: string): number {
  if (!text.slice(0, given.length).toLowerCase().startsWith(given.toLowerCase())) return 0;
  const sign = /^[^\S\n]*(?:\([^()\n]{2,40}\)[^\S\n]*)?[.:]?[-–—]{1,2}[^\S\n]*/.exec(
    text.slice(given.length, given.length + 80),
  );
  return sign ? given.length + sign[0].length : 0;
}

function patternLength(text: string): number {
  const head = text.slice(0, 160);
  for (const pattern of datelines) {
    const match = pattern.exec(head);
    // A place has few words: a longer run before the bracket is a sentence with a bracket in it.
    if (match && (match[1] ?? '').split(/\s+/).length <= 9) return match[0].length;
  }
  return 0;
}

function dropStart(text: RichText, length: number): RichText | undefined {
  const marks = (text.marks ?? []).map((mark) => ({ ...mark, from: mark.from - length, to: mark.to - length }));
  return trimRich(
    text.text.slice(length),
    marks.filter((mark) => mark.to > 0),
  );
}
