import { decodePart } from '../../bytes/decode.ts';

/** The bytes of a string with one character per byte, as MIME is read before a charset is known. */
export const bytesOf = (binary: string): Uint8Array => Buffer.from(binary, 'latin1');

/** Quoted-printable (RFC 2045 §6.7): damaged escapes stay as they are. */
export const unquote = (binary: string): string =>
  binary
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Escapes and soft line breaks of quoted-printable. */
const ESCAPE = /=(?:[\dA-F]{2}|\r?\n)/g;
const HIGH = /=[89A-F][\dA-F]/g;
/** Escapes of characters beyond ASCII that prove an encoding nobody declares. */
const MIN_ESCAPES = 2;

/** A text that a gateway left in quoted-printable without saying so, decoded; every other one as it is. */
export function unquoteDamaged(binary: string): string {
  if ((binary.match(HIGH)?.length ?? 0) < MIN_ESCAPES || /[\x80-\xff]/.test(binary)) return binary;
  const signs = binary.split('=').length - 1;
  return (binary.match(ESCAPE)?.length ?? 0) >= signs * 0.9 ? unquote(binary) : binary;
}

/** Base64 (RFC 2045 §6.8) as one character per byte; characters outside its alphabet are skipped. */
export const unbase64 = (binary: string): string => Buffer.from(binary, 'base64').toString('latin1');

const WORD = /=\?(?<charset>[\w.:-]+)(?:\*[\w-]*)?\?(?<kind>[bq])\?(?<text>[^?]*)\?=/gi;

/** Every word begins in ASCII (§5): joined, two escapes in a row would be an error. */
const STATEFUL = /^iso-2022/i;

/**
 * The text of a header value: RFC 2047 encoded words, spaces between two of them dropped; bare bytes as UTF-8 or as they
 * suggest. Words of the same charset are decoded together: some mailers split a character over two of them, against §5.
 */
export function headerText(binary: string): string {
  let result = '';
  let at = 0;
  let words = { bytes: '', charset: '' };
  const endWords = () => {
    if (words.bytes) result += decodePart(bytesOf(words.bytes), words.charset);
    words = { bytes: '', charset: '' };
  };
  for (const match of binary.matchAll(WORD)) {
    const { charset = '', kind = 'q', text = '' } = match.groups ?? {};
    const between = binary.slice(at, match.index);
    const isFirst = words.charset === '';
    const isJoined = words.charset === charset.toLowerCase() && !STATEFUL.test(charset);
    if (between.trim() !== '' || !isJoined) endWords();
    if (isFirst || between.trim() !== '') result += decodePart(bytesOf(between));
    const bytes = kind.toLowerCase() === 'b' ? unbase64(text) : unquote(text.replace(/_/g, '=20'));
    words = { bytes: words.bytes + bytes, charset: charset.toLowerCase() };
    at = match.index + match[0].length;
  }
  endWords();
  return (result + decodePart(bytesOf(binary.slice(at)))).replace(/\s+/g, ' ').trim();
}
