/** Nesting of lists and records: news never nests deeper. */
export const MAX_JSON_DEPTH = 200;
/** Keys whose text is useful in part; half a date, id or headline would be wrong. */
const RUNNING_TEXT = /body|text|html|content|article|value|description/i;

interface Open {
  readonly close: '}' | ']';
  /** The key of the current value; for a list, the key of the list. */
  key: string;
}

/**
 * The usable part of JSON that is cut or damaged: everything up to the last complete token, with open lists and records closed.
 * A text that is cut keeps its complete words. Undefined if nothing is usable. Reads up to `end`, once; never throws.
 */
export function salvageJson(text: string, end: number): unknown {
  const whole = lastWhole(text, end);
  if (!whole) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(0, whole.end) + whole.closing);
    return value;
  } catch {
    return undefined;
  }
}

/** The end of the last complete token and the brackets that close the text there; undefined if nested too deep. */
function lastWhole(text: string, end: number): { end: number; closing: string } | undefined {
  const open: Open[] = [];
  const token = /[{}[\]:,"]|[^\s{}[\]:,"]+/g;
  let whole = 0;
  let isKey = false;
  for (let match = token.exec(text); match && match.index < end; match = token.exec(text)) {
    const [sign] = match;
    const inside = open.at(-1);
    if (sign === '{' || sign === '[') {
      if (open.length === MAX_JSON_DEPTH) return undefined;
      open.push({ close: sign === '{' ? '}' : ']', key: inside?.key ?? '' });
      isKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      if (inside?.close !== sign) break;
      open.pop();
      isKey = false;
    } else if (sign === ',' || sign === ':') {
      isKey = sign === ',' && inside?.close === '}';
      continue;
    } else if (sign === '"') {
      const close = stringEnd(text, token.lastIndex, end);
      const cut = close === undefined && !isKey ? textSoFar(text, token.lastIndex, end, inside) : undefined;
      if (cut !== undefined) return { end: cut, closing: `"${closers(open)}` };
      if (close === undefined) break;
      token.lastIndex = close + 1;
      if (isKey && inside) inside.key = text.slice(match.index + 1, close);
      if (isKey) continue;
    } else if (token.lastIndex >= end || !/^(?:-?\d[\d.eE+-]*|true|false|null)$/.test(sign)) break;
    whole = token.lastIndex;
    if (open.length === 0) break;
  }
  // Nothing opened or closed after the last complete token.
  return { end: whole, closing: closers(open) };
}

const closers = (open: readonly Open[]): string =>
  open
    .map((one) => one.close)
    .reverse()
    .join('');

/** The offset of the quote that closes a string; undefined if none does before `end`. */
export function stringEnd(text: string, from: number, end: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return undefined;
}

/** The end of the last complete word of a text that is cut. */
function textSoFar(text: string, from: number, end: number, inside: Open | undefined): number | undefined {
  if (!inside || !RUNNING_TEXT.test(inside.key)) return undefined;
  // A JSON string has no raw line feed: what follows may not belong to it.
  const line = text.slice(from, end).split('\n', 1)[0] ?? '';
  const words = line.lastIndexOf(' ');
  return words > 0 ? from + words : undefined;
}
