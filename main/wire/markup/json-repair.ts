/** Outside strings: text in which nothing has to be repaired. */
const PLAIN = /[^"/,}\]\0\uFEFF]+/y;
/** Inside strings: the same. */
const CONTENT = /[^"\\\p{Cc}]+/uy;
/** A valid escape (RFC 8259, section 7). */
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const LINE_COMMENT = /\/\/[^\n]*/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * JSON with the faults of careless senders made good: raw line breaks and other control characters in strings, unknown escapes
 * (which lose their backslash), trailing commas, comments, byte order marks and NUL bytes. Other damage stays. Reads the text
 * once; never throws.
 */
export function repairJson(text: string): string {
  const pieces: string[] = [];
  /** Where the last comma stands among the pieces, as long as only white space follows it. */
  let comma = -1;
  let at = 0;
  const run = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const plain = run(PLAIN);
    if (plain !== undefined) {
      if (/\S/.test(plain)) comma = -1;
      pieces.push(plain);
      at += plain.length;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '"') {
      comma = -1;
      at = repairString(text, at, pieces);
      continue;
    }
    const comment = sign === '/' ? (run(LINE_COMMENT) ?? blockComment(text, at)) : undefined;
    if (comment !== undefined) {
      at += comment.length;
      continue;
    }
    if ((sign === '}' || sign === ']') && comma >= 0) pieces[comma] = '';
    comma = sign === ',' ? pieces.length : -1;
    if (sign !== '\0' && sign !== '\uFEFF') pieces.push(sign);
    at += 1;
  }
  return pieces.join('');
}

function blockComment(text: string, at: number): string | undefined {
  if (!text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  return text.slice(at, end < 0 ? text.length : end + 2);
}

/** Adds the string that starts at `from` to the pieces; returns the offset behind it. */
function repairString(text: string, from: number, pieces: string[]): number {
  pieces.push('"');
  let at = from + 1;
  while (at < text.length) {
    CONTENT.lastIndex = at;
    ESCAPE.lastIndex = at;
    const kept = CONTENT.exec(text)?.[0] ?? ESCAPE.exec(text)?.[0];
    if (kept !== undefined) {
      pieces.push(kept);
      at += kept.length;
      continue;
    }
    const sign = text.charAt(at);
    at += 1;
    if (sign === '"') {
      pieces.push('"');
      return at;
    }
    // An unknown escape is what follows its backslash.
    if (sign !== '\\' && sign !== '\0') pieces.push(ESCAPES.get(sign) ?? controlEscape(sign));
  }
  return at;
}

/** C1 controls may stand in a string as they are. */
const controlEscape = (sign: string): string =>
  sign < ' ' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign;
