import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf } from '../../errors.ts';
import { repairJson } from './json-repair.ts';
import { MAX_JSON_DEPTH, salvageJson, stringEnd } from './json-salvage.ts';
import { isRecord } from './json-value.ts';

/** What a text holds as JSON. */
export type JsonDocument =
  | { readonly kind: 'json'; readonly value: unknown; readonly isRepaired?: boolean }
  /** The value is what precedes the damage; undefined if that is nothing. */
  | { readonly kind: 'damaged'; readonly message: Message; readonly complete: boolean; readonly value?: unknown }
  | { readonly kind: 'other' };

const MAX_CHARS = 32 * 1024 * 1024;

/** White space and comments, then a bracket. */
const START = /^\s*(?:\/\/[^\n]*\n\s*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/\s*){0,9}[{[]/;
export const startsLikeJson = (text: string): boolean => START.test(text.slice(0, 4096));

/**
 * The JSON of a text. JSON Lines count as a list, of which the first `maxLines` are read. Never throws: small faults are made
 * good; JSON that is damaged more or cut gives what precedes the damage; text that only starts with a bracket is `other`.
 */
export function readJson(text: string, maxLines: number): JsonDocument {
  if (!startsLikeJson(text)) return { kind: 'other' };
  if (text.length > MAX_CHARS) {
    return { kind: 'damaged', message: message('json.too-long', { most: MAX_CHARS }), complete: true };
  }
  if (nestsTooDeep(text)) {
    return { kind: 'damaged', message: message('json.too-deep', { most: MAX_JSON_DEPTH }), complete: true };
  }
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return jsonLines(text, maxLines) ?? repaired(text) ?? notJson(text, reasonOf(error));
  }
}

/** JSON with small faults, made good; undefined where that is not enough. */
function repaired(text: string): JsonDocument | undefined {
  const good = repairJson(text);
  if (good === text || nestsTooDeep(good)) return undefined;
  try {
    return { kind: 'json', value: JSON.parse(good), isRepaired: true };
  } catch (error) {
    const found = notJson(good, reasonOf(error));
    return found.kind === 'damaged' && found.value !== undefined ? found : undefined;
  }
}

/** Checked before parsing, which would take seconds and much memory for millions of levels. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = stringEnd(text, i + 1, text.length) ?? text.length;
    else if (code === OPEN_LIST || code === OPEN_RECORD) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_RECORD) depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}
const [QUOTE, OPEN_LIST, OPEN_RECORD, CLOSE_LIST, CLOSE_RECORD] = [34, 91, 123, 93, 125];

/** JSON Lines as a list; the last line may be cut. */
function jsonLines(text: string, maxLines: number): JsonDocument | undefined {
  const lines = text.split('\n', maxLines).filter((line) => line.trim() !== '');
  const values: unknown[] = [];
  for (const line of lines) {
    try {
      values.push(JSON.parse(line));
    } catch {
      if (values.length === 0 || values.length < lines.length - 1) return undefined;
      const value = [...values, salvageJson(line, line.length)];
      const at = { line: lines.length, column: line.length + 1 };
      return { kind: 'damaged', message: message('json.cut', at), complete: false, value };
    }
  }
  return values.length > 1 && values.every(isRecord) ? { kind: 'json', value: values } : undefined;
}

/** Text in brackets is not JSON; JSON that ends too early is cut; everything else is damaged. */
function notJson(text: string, reason: string): JsonDocument {
  if (
    !/^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\d\]]|$))/.test(text.slice(0, 4096)) ||
    !/"[^"\n]{1,80}"\s*:/.test(text.slice(0, 4096))
  ) {
    return /^\s*(?:\{\s*(?:"[^"\n]{0,60}"?\s*)?|\[\s*(?:"[^"\n]{0,60}|\{\s*(?:"[^"\n]{0,60}"?\s*)?)?)$/.test(
      text.slice(0, 200),
    )
      ? { kind: 'damaged', message: message('json.no-value'), complete: false }
      : { kind: 'other' };
  }
  const position = Number(/position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
  const trimmed = text.trimEnd().length;
  const cut = /end of JSON|Unterminated/.test(reason) || position >= trimmed;
  const at = Number.isNaN(position) || cut ? trimmed : position;
  const before = text.slice(0, at).split('\n');
  const where = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const value = salvageJson(text, at);
  return cut
    ? { kind: 'damaged', message: message('json.cut', where), complete: false, value }
    : {
        kind: 'damaged',
        message: message('json.damaged', { ...where, reason: reason.replace(/ in JSON at position.*$/s, '') }),
        complete: true,
        value,
      };
}
