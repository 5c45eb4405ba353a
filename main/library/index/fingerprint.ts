import { hash as digestOf } from 'node:crypto';
import { lowerText } from '../../../preload/text/folded-text.ts';
import { type Block, blockText, type Dispatch } from '../../wire/dispatch.ts';
import { mapUnits } from './code-units.ts';

/** A shorter body proves nothing: many stories say "Zusammenfassung folgt". */
const SHORTEST = 40;

/**
 * 16 bytes that are equal for the same story in other paragraphs, quotes, dashes, spaces or capitals, with another dateline or
 * from another service: headline and body (the latter as `lowerText` returns it), without anything that copies lose. Undefined
 * if the body is too short to prove anything.
 */
export function contentKey(headline: string, lowerBody: string): Uint8Array | undefined {
  const body = bare(lowerBody);
  if (body.length < SHORTEST) return undefined;
  return hash(`${bare(lowerText(headline))}\n${body}`);
}

/**
 * 16 bytes that are equal if two readings of a dispatch have the same content, whatever their file and version. The fields are
 * hashed in a fixed order: a dispatch read back from a day file has its keys in another order.
 */
export function readingKey(dispatch: Dispatch): Uint8Array {
  const { id, status, signal, headline, kicker, subhead, slug, dateline, byline, urgency, language } = dispatch;
  const {
    source,
    number,
    publishedAt,
    embargoUntil,
    categories,
    keywords,
    body,
    notes,
    related,
    refersTo = [],
  } = dispatch;
  const lines = [
    [id, status, signal, headline, kicker, subhead, slug, dateline, byline, urgency, language].join('\u001f'),
    [source, number, publishedAt, embargoUntil, categories.join('\u001e'), keywords.join('\u001e')].join('\u001f'),
    ...body.map((block) => `${block.type}\u001f${captionGap(block)}${blockText(block)}`),
    ...notes.map((note) => `${note.kind}\u001f${note.text}`),
    ...related.map((teaser) => teaser.text),
    ...refersTo.map(({ relation, id: target, number: item }) => `${relation}\u001f${target}\u001f${item}`),
  ];
  return hash(lines.join('\u001d'));
}

/** Stored fingerprints have an empty line where a table has no caption. */
const captionGap = (block: Block): string => (block.type === 'table' && block.caption === undefined ? '\n' : '');

/** The first 48 bits of a hash, as a whole number that JavaScript keeps exactly: small enough for an index's integer column. */
export const keyOf = (hashed: Uint8Array): number => Buffer.from(hashed.buffer, hashed.byteOffset, 6).readUIntBE(0, 6);

const hash = (text: string): Uint8Array => digestOf('sha1', text, 'buffer').subarray(0, 16);

const SPACE = 0;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DASH = 0x2d;

function plain(code: number): number {
  if (code <= 0x20) return SPACE;
  if (code < 0xa0) return code === 0x60 ? APOSTROPHE : code;
  if (code === 0xa0 || code === 0xad || code === 0xfeff || code === 0x202f || code === 0x3000) return SPACE;
  if (code === 0xab || code === 0xbb) return QUOTE;
  if (code === 0xb4) return APOSTROPHE;
  if (code < 0x2000 || code > 0x2212) return code;
  if (code <= 0x200d || code === 0x2028 || code === 0x2029) return SPACE;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return DASH;
  if ((code >= 0x201c && code <= 0x201f) || code === 0x2033) return QUOTE;
  if ((code >= 0x2018 && code <= 0x201b) || code === 0x2032 || code === 0x2039 || code === 0x203a) return APOSTROPHE;
  return code;
}

const PLAIN = new Uint16Array(0x10000).map((_, code) => plain(code));

/** Text in lower case without any space, quotes and dashes as one sign each. */
const bare = (lower: string): string => mapUnits(lower, PLAIN);
