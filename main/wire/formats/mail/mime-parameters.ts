import { decodePart } from '../../bytes/decode.ts';
import { bytesOf, headerText } from './mime-words.ts';

/** `text/plain; charset=utf-8` as its value, in lower case, and its parameters by lower-case name. */
interface HeaderParameters {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A part of a parameter: RFC 2231 §3 numbers the parts of a long one, §4 encodes them with a charset. */
interface Section {
  readonly index: number | undefined;
  readonly isEncoded: boolean;
  readonly text: string;
}

/** A quoted string, closed or not, or what stands between two semicolons. */
const PIECES = /(?:"(?:[^"\\]|\\.)*"?|[^";])+/gs;
const PARAMETER = /^\s*(?<name>[^\s*=]+)(?:\*(?<index>\d{1,3}))?(?<encoded>\*)?\s*=(?<text>.*)$/s;

/** A structured header value (RFC 2045 §5.1, RFC 2183), given as one character per byte. */
export function readParameters(header: string): HeaderParameters {
  const [value = '', ...pieces] = withoutComments(header).match(PIECES) ?? [];
  const sections = new Map<string, Section[]>();
  for (const piece of pieces) {
    const { name, index, encoded, text = '' } = PARAMETER.exec(piece)?.groups ?? {};
    if (name === undefined) continue;
    const section = {
      index: index === undefined ? undefined : Number(index),
      isEncoded: encoded !== undefined,
      text: unquoted(text.trim()),
    };
    const key = name.toLowerCase();
    const known = sections.get(key);
    if (known) known.push(section);
    else sections.set(key, [section]);
  }
  const parameters = new Map([...sections].map(([name, found]) => [name, joined(name, found)]));
  return { value: value.trim().toLowerCase(), parameters };
}

/** RFC 5322 §3.2.2: comments nest and may stand between any two tokens. A parenthesis that is not closed is text. */
export function withoutComments(header: string): string {
  let kept = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < header.length; at += 1) {
    const char = header[at];
    if (char === '\\' && (isQuoted || depth > 0)) {
      if (depth === 0) kept += header.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (char === '"' && depth === 0) isQuoted = !isQuoted;
    if (char === '(' && !isQuoted) depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += char;
  }
  return depth === 0 ? kept : header;
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1') : (/^\S+/.exec(text)?.[0] ?? '');

/** RFC 2231 §3: the sections count, not their order. RFC 6266 §4.3: the encoded form wins over the plain one beside it. */
function joined(name: string, sections: readonly Section[]): string {
  const single = sections.filter((section) => section.index === undefined);
  const numbered = sections
    .filter((section) => section.index !== undefined)
    .sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  const encoded = single.find((section) => section.isEncoded);
  const chosen = encoded ? [encoded] : numbered.length > 0 ? numbered : single.slice(0, 1);
  // RFC 2231 §4.1: the first section alone names charset and language.
  const charset = chosen[0]?.isEncoded ? /^([^']*)'[^']*'/.exec(chosen[0].text) : null;
  const bytes = chosen
    .map(({ text, isEncoded }, at) => {
      const own = at === 0 && charset ? text.slice(charset[0].length) : text;
      return isEncoded ? percentDecoded(own) : own;
    })
    .join('');
  if (chosen.some((section) => section.isEncoded)) return decodePart(bytesOf(bytes), charset?.[1]);
  // A boundary is compared with the bytes of the body.
  return name === 'boundary' ? bytes : headerText(bytes);
}

/** `caf%C3%A9` as one character per byte. */
const percentDecoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
