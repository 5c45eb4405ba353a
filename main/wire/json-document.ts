import type { FormatName } from './dispatch.ts';
import { finishDispatch } from './draft.ts';
import type { DecodedFile, Format, Head, Parsed } from './format.ts';
import { isRecord } from './json-value.ts';
import { damaged, type Stories, settle } from './xml-format.ts';

export interface JsonReader {
  readonly name: FormatName;
  /** Keys one of which shows in the beginning of such a file when it does so early. */
  readonly keys: RegExp;
  /** True when parsed JSON certainly has this format's shape. */
  readonly claims: (value: unknown) => boolean;
  readonly read: (value: unknown, file: DecodedFile) => Stories;
}

export type JsonDocument =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'damaged'; readonly message: string; readonly complete: boolean }
  | { readonly kind: 'other' };

const maxCharacters = 32 * 1024 * 1024;
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
    return { kind: 'damaged', message: `The JSON is longer than ${maxCharacters} characters.`, complete: true };
  }
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return jsonLines(text) ?? notJson(text, error instanceof Error ? error.message : String(error));
  }
}

function jsonLines(text: string): JsonDocument | undefined {
  const lines = text
    .slice(0, maxCharacters)
    .split('\n', 10_000)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    const values = lines.map((line): unknown => JSON.parse(line));
    return values.every(isRecord) ? { kind: 'json', value: values } : undefined;
  } catch {
    return undefined;
  }
}

/** Text in brackets is no JSON at all; JSON that ends too early is cut; everything else is damaged. */
function notJson(text: string, message: string): JsonDocument {
  if (
    !/^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\d\]]|$))/.test(text.slice(0, 4096)) ||
    !/"[^"\n]{1,80}"\s*:/.test(text.slice(0, 4096))
  ) {
    return /^\s*(?:\{\s*(?:"[^"\n]{0,60}"?\s*)?|\[\s*(?:\{\s*(?:"[^"\n]{0,60}"?\s*)?)?)$/.test(text.slice(0, 200))
      ? { kind: 'damaged', message: 'The JSON stops before its first value.', complete: false }
      : { kind: 'other' };
  }
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  const trimmed = text.trimEnd().length;
  const cut = /end of JSON|Unterminated/.test(message) || position >= trimmed;
  const at = Number.isNaN(position) || cut ? trimmed : position;
  const before = text.slice(0, at).split('\n');
  const where = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return cut
    ? { kind: 'damaged', message: `The JSON stops in ${where}.`, complete: false }
    : { kind: 'damaged', message: `The JSON is damaged in ${where}: ${message}`, complete: true };
}

/** A Format out of a JSON reader. */
export function jsonFormat(reader: JsonReader): Format {
  return {
    name: reader.name,
    detects: (head: Head) => startsLikeJson(head.text) && reader.keys.test(head.text),
    parse: (file) => {
      const document = jsonDocument(file);
      if (document.kind === 'other') return { kind: 'other' };
      if (document.kind === 'damaged') return damagedJson(document);
      return reader.claims(document.value) ? parseJson(reader, document.value, file) : { kind: 'other' };
    },
  };
}

export const damagedJson = (document: Extract<JsonDocument, { kind: 'damaged' }>): Parsed => ({
  kind: 'problem',
  problem: damaged(document.message),
  complete: document.complete,
});

export function parseJson(reader: JsonReader, value: unknown, file: DecodedFile): Parsed {
  const { drafts, problems } = reader.read(value, file);
  return settle(
    drafts.map((draft) => finishDispatch(file, reader.name, draft)),
    problems,
    true,
  );
}
