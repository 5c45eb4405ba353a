import { type Message, message } from '../../../preload/contract/messages.ts';
import { codePage, otherName } from './code-pages.ts';
import { guessEncoding, otherAlphabet } from './guess.ts';
import { repairedMojibake } from './mojibake.ts';

export interface Decoded {
  /** Without byte order mark; line ends as they are. */
  readonly text: string;
  /** As the WHATWG Encoding Standard spells it. */
  readonly encoding: string;
  readonly warnings: readonly Message[];
}

/**
 * Decodes any bytes, by the most reliable evidence: byte order mark, the zeros of UTF-16, strict UTF-8, the declared encoding, a
 * confident statistical guess, windows-1252. `chosen` by a person wins over all of these. Never throws.
 */
export function decode(bytes: Uint8Array, chosen?: string): Decoded {
  const text = chosen === undefined ? undefined : as(chosen, bytes);
  if (chosen !== undefined && text !== undefined) return checked(text, chosen, []);
  const marked = byteOrderMark(bytes) ?? zeroPattern(bytes);
  if (marked) return checked(as(marked, bytes) ?? '', marked, []);
  const declared = declaredEncoding(bytes);
  const utf8 = as('utf-8', bytes, true);
  if (utf8 !== undefined) {
    const shifted = declared === 'iso-2022-jp' && bytes.includes(0x1b) ? as(declared, bytes, true) : undefined;
    if (shifted !== undefined) return checked(shifted, 'iso-2022-jp', []);
    if (isAscii(utf8)) return checked(utf8, 'utf-8', []);
    const repaired = repairedMojibake(utf8);
    const twice = repaired === undefined ? [] : [message('encoding.twice')];
    return checked(repaired ?? utf8, 'utf-8', [...lie(declared, 'utf-8'), ...twice]);
  }
  return checked(...legacy(bytes, declared));
}

type Reading = [text: string, encoding: string, warnings: Message[]];

function legacy(bytes: Uint8Array, declared: string | undefined): Reading {
  const damaged = mostlyUtf8(bytes);
  if (damaged !== undefined) {
    return [damaged, 'utf-8', [message('encoding.damaged')]];
  }
  if (declared && declared !== 'utf-8') {
    const text = as(declared, bytes, true);
    if (text !== undefined) return [text, declared, []];
  }
  const guess = guessEncoding(bytes);
  const encoding = guess?.encoding ?? 'windows-1252';
  const why = guess ? [message('encoding.guessed', { encoding })] : [];
  return [guess?.text ?? as(encoding, bytes) ?? '', encoding, [...lie(declared, encoding), ...why]];
}

function checked(text: string, encoding: string, warnings: readonly Message[]): Decoded {
  const lost = text.includes('\uFFFD') && !warnings.some(({ code }) => code === 'encoding.damaged');
  return {
    text,
    encoding,
    warnings: lost ? [...warnings, message('encoding.lost')] : warnings,
  };
}

const lie = (declared: string | undefined, used: string): Message[] =>
  declared && declared !== used ? [message('encoding.wrong', { declared, used })] : [];

const isAscii = (text: string): boolean => !/[^\p{ASCII}]/u.test(text);

const decoders = new Map<string, { decode(bytes: Uint8Array): string }>();

/** Undefined if the encoding is unknown, or if `strict` and a byte does not fit. */
function as(encoding: string, bytes: Uint8Array, strict = false): string | undefined {
  const key = `${encoding} ${strict}`;
  try {
    const decoder = decoders.get(key) ?? codePage(encoding) ?? new TextDecoder(encoding, { fatal: strict });
    decoders.set(key, decoder);
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: in Western text nearly every other byte is zero, and only those. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length, 512) >> 1;
  if (pairs < 4) return undefined;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++;
    if (bytes[2 * i + 1] === 0) second++;
  }
  if (second > pairs * 0.6 && first <= pairs * 0.02) return 'utf-16le';
  if (first > pairs * 0.6 && second <= pairs * 0.02) return 'utf-16be';
  return undefined;
}

/** The label of an XML declaration or an HTML meta element among the first kilobyte, by its WHATWG name. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  let start = 0;
  while (start < 64 && (bytes[start] ?? 0) <= 0x20) start++;
  if (bytes[start] !== 0x3c) return undefined;
  const head = (as('latin1', bytes.subarray(0, 1024)) ?? '').trimStart();
  const label =
    /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1];
  return label ? knownName(label) : undefined;
}

/** The name of an encoding by a label of WHATWG's or of another standard; undefined for unknown ones. */
const knownName = (label: string): string | undefined => whatwgName(label) ?? otherName(label);

/** The WHATWG name of an encoding label, undefined for one that the standard does not know. */
function whatwgName(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Encodings in which two letters may happen to be one character of UTF-8. */
const TWO_BYTE = /^(?:gbk|gb18030|big5|euc-|shift_jis|windows-874)/;
/** Characters that take three bytes or more in UTF-8. */
const LONG_CHARACTER = /[\u0800-\u{10ffff}]/u;
/** RFC 1468: the escapes to Japanese characters, which no other text has. */
const JAPANESE_ESCAPES = ['\x1b$@', '\x1b$B'];

/**
 * Text of a part of a mail whose transfer encoding is removed: strict UTF-8 where it has such characters, else the encoding that
 * the `label` names if the bytes fit, else as the bytes suggest. Mailers declare `us-ascii` and `iso-8859-1` for UTF-8.
 */
export function decodePart(bytes: Uint8Array, label?: string): string {
  const declared = label ? knownName(label) : undefined;
  const utf8 = as('utf-8', bytes, true);
  if (utf8 !== undefined && !isAscii(utf8) && (!TWO_BYTE.test(declared ?? '') || LONG_CHARACTER.test(utf8)))
    return utf8;
  if (utf8 !== undefined && JAPANESE_ESCAPES.some((sequence) => utf8.includes(sequence)))
    return as('iso-2022-jp', bytes, true) ?? utf8;
  if (utf8 !== undefined && declared === 'utf-7') return as(declared, bytes) ?? utf8;
  const text = declared === undefined ? undefined : as(declared, bytes, true);
  if (text === undefined) return decode(bytes).text;
  // Mailers declare Western encodings for Russian and Greek, too.
  const other = declared === 'windows-1252' ? otherAlphabet(bytes, text) : undefined;
  return (other === undefined ? undefined : as(other, bytes, true)) ?? text;
}

/** UTF-8 with few errors (such as a cut inside a character) has far more valid sequences than invalid ones. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = as('utf-8', bytes) ?? '';
  const bad = text.match(/\uFFFD+/g)?.length ?? 0;
  const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return good > 0 && bad <= Math.max(1, good / 10) ? text : undefined;
}
