import { headerText, unbase64, unquote } from './mime-words.ts';

/** A part of a mail (RFC 2045); the mail itself is one. */
export interface MimePart {
  /** Lower case, e.g. `text/plain`. */
  readonly type: string;
  readonly charset?: string;
  readonly flowed: boolean;
  /** RFC 3676 §4.2: the space at the end of a flowed line is not text. */
  readonly delSp: boolean;
  readonly attachment: boolean;
  readonly name?: string;
  /** Without its transfer encoding, one character per byte; empty if there are parts. */
  readonly content: string;
  readonly parts: readonly MimePart[];
  /** False when the headers do not end, or a multipart stops before its closing boundary. */
  readonly complete: boolean;
  /** Raw header values by lower-case name, unfolded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** More is an attack. */
const MAX_DEPTH = 8;
const MAX_PARTS = 100;
/** Characters of all headers of a part, and of one of them. */
const MAX_HEAD_CHARS = 256 * 1024;
const MAX_VALUE_CHARS = 16 * 1024;

/** Reads a mail given as one character per byte (RFC 5322 headers, RFC 2045/2046 parts). Skips blank lines before the headers. */
export function readMime(binary: string, depth = 0): MimePart {
  const { headers, body, ended } = splitHeaders(depth === 0 ? binary.replace(/^(?:[ \t]*\r?\n)+/, '') : binary);
  const type = parameters(headers.get('content-type')?.[0] ?? 'text/plain');
  const disposition = parameters(headers.get('content-disposition')?.[0] ?? '');
  const boundary = type.values.get('boundary');
  const name = disposition.values.get('filename') ?? type.values.get('name');
  const charset = type.values.get('charset');
  const shared = {
    type: type.value || 'text/plain',
    ...(charset ? { charset } : {}),
    flowed: type.values.get('format')?.toLowerCase() === 'flowed',
    delSp: type.values.get('delsp')?.toLowerCase() === 'yes',
    attachment: disposition.value === 'attachment',
    ...(name ? { name: headerText(name) } : {}),
    headers,
  };
  if (type.value.startsWith('multipart/') && boundary && depth < MAX_DEPTH) {
    const { parts, closed } = splitParts(body, boundary);
    const read = parts.map((part) => readMime(part, depth + 1));
    return { ...shared, content: '', parts: read, complete: closed && read.every((part) => part.complete) };
  }
  const encoding = headers.get('content-transfer-encoding')?.[0]?.trim().toLowerCase();
  const content = encoding === 'base64' ? unbase64(body) : encoding === 'quoted-printable' ? unquote(body) : body;
  return { ...shared, content, parts: [], complete: ended };
}

/** RFC 5322 §2.2: name, colon, value; lines that begin with a space continue it; the first empty line ends the headers. */
function splitHeaders(binary: string): { headers: Map<string, string[]>; body: string; ended: boolean } {
  const end = /\r?\n[ \t]*\r?\n|^\r?\n/.exec(binary);
  const head = (end ? binary.slice(0, end.index) : binary).slice(0, MAX_HEAD_CHARS);
  const headers = new Map<string, string[]>();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const match = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line);
    if (!match) continue;
    const name = (match[1] ?? '').toLowerCase();
    const values = headers.get(name) ?? [];
    values.push((match[2] ?? '').slice(0, MAX_VALUE_CHARS).trim());
    headers.set(name, values);
  }
  return { headers, body: end ? binary.slice(end.index + end[0].length) : '', ended: end !== null };
}

/** `text/plain; charset="utf-8"; name*=utf-8''caf%C3%A9` (RFC 2045 §5.1, RFC 2231 §3 and §4) as value and parameters. */
function parameters(header: string): { value: string; values: Map<string, string> } {
  const values = new Map<string, string>();
  const pattern =
    /;\s*(?<name>[\w-]+)(?:\*\d+)?(?<extended>\*)?\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s;]+))/g;
  for (const match of header.matchAll(pattern)) {
    const { name = '', extended, quoted, bare = '' } = match.groups ?? {};
    const raw = quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1');
    const text = extended ? percentDecoded(raw) : raw;
    values.set(name.toLowerCase(), (values.get(name.toLowerCase()) ?? '') + text);
  }
  return { value: (header.split(';', 1)[0] ?? '').trim().toLowerCase(), values };
}

/** `charset'language'percent%20encoded` as one character per byte; the charset is nearly always UTF-8, which is tried first. */
const percentDecoded = (text: string): string =>
  text
    .replace(/^[\w-]*'[\w-]*'/, '')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function splitParts(body: string, boundary: string): { parts: string[]; closed: boolean } {
  const mark = `--${boundary}`;
  const pieces = `\n${body}`.split(`\n${mark}`).slice(1, MAX_PARTS + 2);
  const last = pieces.findIndex((piece) => piece.startsWith('--'));
  const kept = last < 0 ? pieces : pieces.slice(0, last);
  return {
    parts: kept.slice(0, MAX_PARTS).map((piece) => piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')),
    closed: last >= 0,
  };
}
