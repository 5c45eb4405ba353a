import { decode, decodeAs } from '../../bytes/decode.ts';

/** The bytes of a string with one character per byte, as MIME is read before a charset is known. */
export const bytesOf = (binary: string): Uint8Array => Uint8Array.from(binary, (char) => char.charCodeAt(0) & 0xff);

/** Quoted-printable (RFC 2045 §6.7): damaged escapes stay as they are. */
export const unquote = (binary: string): string =>
  binary
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Base64 (RFC 2045 §6.8) as one character per byte; characters outside its alphabet are skipped. */
export const unbase64 = (binary: string): string => Buffer.from(binary, 'base64').toString('latin1');

/** Text in the declared charset if that fits, else in the one the bytes suggest. */
export function charsetText(binary: string, charset: string | undefined): string {
  const bytes = bytesOf(binary);
  return (charset ? decodeAs(charset, bytes) : undefined) ?? decode(bytes).text;
}

const WORD = /=\?(?<charset>[\w.:-]+)(?:\*[\w-]*)?\?(?<kind>[bq])\?(?<text>[^?]*)\?=/gi;

/**
 * The text of a header value: RFC 2047 encoded words, spaces between two of them dropped; bare bytes as UTF-8 or as they
 * suggest. Some mailers put raw UTF-8 into a word that declares another charset: UTF-8 wins.
 */
export function headerText(binary: string): string {
  const joined = binary.replace(/(\?=)\s+(?==\?)/g, '$1');
  let result = '';
  let at = 0;
  for (const match of joined.matchAll(WORD)) {
    const { charset, kind = 'q', text = '' } = match.groups ?? {};
    result += charsetText(joined.slice(at, match.index), 'utf-8');
    const raw = /[\x80-\xff]/.test(text);
    const bytes = kind.toLowerCase() === 'b' ? unbase64(text) : unquote(text.replace(/_/g, '=20'));
    result += charsetText(bytes, raw ? 'utf-8' : charset);
    at = match.index + match[0].length;
  }
  return (result + charsetText(joined.slice(at), 'utf-8')).replace(/\s+/g, ' ').trim();
}
