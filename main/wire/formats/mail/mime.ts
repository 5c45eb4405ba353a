import { readParameters, withoutComments } from './mime-parameters.ts';
import { unbase64, unquote } from './mime-words.ts';

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

/**
 * Reads a mail given as one character per byte (RFC 5322 headers, RFC 2045/2046 parts). Skips blank lines before the headers.
 * `unnamed`: the type of a part that names none.
 */
export function readMime(binary: string, depth = 0, unnamed = 'text/plain'): MimePart {
  const { headers, body, ended } = splitHeaders(depth === 0 ? binary.replace(/^(?:[ \t]*\r?\n)+/, '') : binary);
  const type = readParameters(headers.get('content-type')?.[0] ?? unnamed);
  const disposition = readParameters(headers.get('content-disposition')?.[0] ?? '');
  const boundary = type.parameters.get('boundary');
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const charset = type.parameters.get('charset');
  const shared = {
    type: type.value || unnamed,
    ...(charset ? { charset } : {}),
    flowed: type.parameters.get('format')?.toLowerCase() === 'flowed',
    delSp: type.parameters.get('delsp')?.toLowerCase() === 'yes',
    attachment: disposition.value === 'attachment',
    ...(name ? { name } : {}),
    headers,
  };
  if (type.value.startsWith('multipart/') && boundary && depth < MAX_DEPTH) {
    const { parts, closed } = splitParts(body, boundary);
    // RFC 2046 §5.1.5: the parts of a digest are mails.
    const inner = type.value === 'multipart/digest' ? 'message/rfc822' : undefined;
    const read = parts.map((part) => readMime(part, depth + 1, inner));
    return { ...shared, content: '', parts: read, complete: closed && read.every((part) => part.complete) };
  }
  const encoding = withoutComments(headers.get('content-transfer-encoding')?.[0] ?? '')
    .trim()
    .toLowerCase();
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

/** RFC 2046 §5.1.1: a delimiter is a whole line but for spaces at its end, so that one boundary may begin with another. */
function splitParts(body: string, boundary: string): { parts: string[]; closed: boolean } {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let start: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    DELIMITER_END.lastIndex = at + mark.length;
    const end = DELIMITER_END.exec(body);
    if (!end) continue;
    // The line end before a delimiter belongs to it.
    if (start !== undefined) parts.push(body.slice(start, at).replace(/\r?\n$/, ''));
    if (end[1] !== undefined) return { parts, closed: true };
    if (parts.length === MAX_PARTS) return { parts, closed: false };
    start = DELIMITER_END.lastIndex;
  }
  if (start !== undefined) parts.push(body.slice(start));
  return { parts, closed: false };
}
const DELIMITER_END = /(--)?[ \t]*(?:\r?\n|$)/y;
