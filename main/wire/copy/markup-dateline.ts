import type { Block, RichText } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { trimRich } from '../markup/rich-text.ts';

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

/** A bracket that is an agency and no party, place or age: `(dpa)`, `(dts Nachrichtenagentur)`, `/PRNewswire/`. */
const agency =
  /[(/](?:[^()/]{0,24}[ /-])?(?:dpa|dts|afp|ap|apa|reuters|afx|kna|epd|sid|ansa|efe|tass|tt|ntb|stt|ritzau|belga|anp|ats|sda|pa|aap|cp|upi|xinhua|kyodo|bloomberg|ots|prnewswire|globenewswire|(?:\p{L}+ ?)?(?:wire|newswire|nachrichtenagentur))\b[^()/]{0,24}[)/]/iu;
const byline = /^(?:By|Von|Par|Por|Di|Af|Av) /;

export interface Dateline {
  readonly dateline?: string;
  readonly body: Block[];
}

/**
 * The body without the dateline its first paragraph opens with. `known` is what the file itself gives as dateline: it
 * counts in the text in any case of letters, and gives way to another dateline that the text has. Without either the body stays as it is. In the text a
 * dateline is known by the agency in it: one everybody knows, or the `source` of this dispatch.
 */
export function splitDateline(body: Block[], known: string | undefined, source: string): Dateline {
  const line = oneLine(known)?.replace(/\s*[-–—]{1,2}$/, '');
  const given = line && !justDate.test(line) ? line : undefined;
  // A teaser or a headline may stand above the paragraph that the dateline opens.
  const index = given ? body.slice(0, 3).findIndex((block) => openingLength(block, given) > 0) : -1;
  const place = Math.max(index, 0);
  const opening = body[place];
  const length =
    opening?.type === 'paragraph' ? openingLength(opening, given) || patternLength(opening.text, source) : 0;
  const rest = opening?.type === 'paragraph' && length > 0 ? dropStart(opening, length) : undefined;
  if (opening?.type !== 'paragraph' || !rest) return given ? { dateline: given, body } : { body };
  const written = oneLine(opening.text.slice(0, length))?.replace(/[\s:.]*[-–—_]*$/, '');
  const dateline = given && written?.toLowerCase().includes(given.toLowerCase()) ? given : written;
  return {
    ...(dateline ? { dateline } : {}),
    body: [...body.slice(0, place), { type: 'paragraph', ...rest }, ...body.slice(place + 1)],
  };
}

function openingLength(block: Block, given: string | undefined): number {
  if (block.type !== 'paragraph' || !given) return 0;
  const { text } = block;
  if (!text.slice(0, given.length).toLowerCase().startsWith(given.toLowerCase())) return 0;
  const sign = /^[^\S\n]*(?:\([^()\n]{2,40}\)[^\S\n]*)?[.:]?[-–—]{1,2}[^\S\n]*/.exec(
    text.slice(given.length, given.length + 80),
  );
  return sign ? given.length + sign[0].length : 0;
}

function patternLength(text: string, source: string): number {
  const head = text.slice(0, 160);
  for (const pattern of datelines) {
    const match = pattern.exec(head);
    // A place has few words: a longer run before the bracket is a sentence with a bracket in it.
    if (match && !byline.test(head) && namesAgency(match[1] ?? '', source) && (match[1] ?? '').split(/\s+/).length <= 9)
      return match[0].length;
  }
  return 0;
}

const namesAgency = (dateline: string, source: string): boolean =>
  agency.test(dateline) || dateline.toLowerCase().includes(`(${source.toLowerCase()})`);

function dropStart(text: RichText, length: number): RichText | undefined {
  const marks = (text.marks ?? []).map((mark) => ({ ...mark, from: mark.from - length, to: mark.to - length }));
  return trimRich(
    text.text.slice(length),
    marks.filter((mark) => mark.to > 0),
  );
}
