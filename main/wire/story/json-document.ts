import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf } from '../../errors.ts';
import type { DecodedFile, Format, Head, Parsed } from '../format.ts';
import { DEEPEST, salvageJson, stringEnd } from '../markup/json-salvage.ts';
import { isRecord } from '../markup/json-value.ts';
import { finishDispatch } from './draft.ts';
import { MOST_STORIES } from './most-stories.ts';
import { damaged, type Stories, settle } from './xml-format.ts';

export interface JsonReader {
  readonly name: string;
  /** Keys one of which shows in the beginning of such a file when it does so early. */
  readonly keys: RegExp;
  /** True when parsed JSON certainly has this format's shape. */
  readonly claims: (value: unknown) => boolean;
  readonly read: (value: unknown, file: DecodedFile) => Stories;
}

export type JsonDocument =
  | { readonly kind: 'json'; readonly value: unknown }
  /** What stands before the damage is the value; undefined where that is nothing. */
  | { readonly kind: 'damaged'; readonly message: Message; readonly complete: boolean; readonly value?: unknown }
  | { readonly kind: 'other' };

export type ReadableJson = Exclude<JsonDocument, { kind: 'other' }>;

const maxCharacters = 32 * 1024 * 1024;
/** One more than is read of a list, so that those left out are told of there. */
const mostLines = MOST_STORIES + 1;
const documents = new WeakMap<DecodedFile, JsonDocument>();

/** The JSON of a file, parsed once however many formats ask. JSON Lines count as a list. */
export function jsonDocument(file: DecodedFile): JsonDocument {
  const known = documents.get(file);
  if (known) return known;
  const read = readJson(file.text);
  documents.set(file, read);
  return read;
}

export const startsLikeJson = (text: string): boolean => /^\s*[{[]/.test(text.slice(0, 4096));

function readJson(text: string): JsonDocument {
  if (!startsLikeJson(text)) return { kind: 'other' };
  if (text.length > maxCharacters) {
    return { kind: 'damaged', message: message('json.too-long', { most: maxCharacters }), complete: true };
  }
  if (nestsTooDeep(text)) {
    return { kind: 'damaged', message: message('json.too-deep', { most: DEEPEST }), complete: true };
  }
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return jsonLines(text) ?? notJson(text, reasonOf(error));
  }
}

/** Found before parsing, which takes seconds and much memory for millions of levels. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = stringEnd(text, i + 1, text.length) ?? text.length;
    else if (code === OPEN_LIST || code === OPEN_RECORD) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_RECORD) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
const [QUOTE, OPEN_LIST, OPEN_RECORD, CLOSE_LIST, CLOSE_RECORD] = [34, 91, 123, 93, 125];

/** JSON Lines as a list; the last line may be cut. */
function jsonLines(text: string): JsonDocument | undefined {
  const lines = text.split('\n', mostLines).filter((line) => line.trim() !== '');
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

/** Text in brackets is no JSON at all; JSON that ends too early is cut; everything else is damaged. */
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

/** A Format out of a JSON reader. */
export function jsonFormat(reader: JsonReader): Format {
  return {
    name: reader.name,
    detects: (head: Head) => startsLikeJson(head.text) && reader.keys.test(head.text),
    parse: (file) => {
      const document = jsonDocument(file);
      if (document.kind === 'other' || !reader.claims(document.value)) return { kind: 'other' };
      return parseJson(reader, document, file);
    },
  };
}

/** The stories of a document; those of a damaged one carry its damage as a warning, or it is the Problem of the file. */
export function parseJson(reader: JsonReader, document: ReadableJson, file: DecodedFile): Parsed {
  if (document.kind === 'json') return answer(reader, file, reader.read(document.value, file));
  const { message: damage, complete, value } = document;
  const { drafts, problems } = value === undefined ? nothing : reader.read(value, file);
  const warning = message('json.part-shown', { damage });
  const warned = drafts.map((draft) => ({ ...draft, warnings: [warning, ...(draft.warnings ?? [])] }));
  return answer(reader, file, { drafts: warned, problems: drafts.length > 0 ? problems : [damaged(damage)] }, complete);
}

const nothing: Stories = { drafts: [], problems: [] };

const answer = (reader: JsonReader, file: DecodedFile, stories: Stories, complete = true): Parsed =>
  settle(
    stories.drafts.map((draft) => finishDispatch(file, reader.name, draft)),
    stories.problems,
    complete,
    stories.problems[0]?.message,
  );
