import type { Block } from '../../dispatch.ts';
import { readJson, startsLikeJson } from '../../markup/json-document.ts';
import { isRecord } from '../../markup/json-value.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';

/** Fields below each other prove a form. */
const MIN_FIELDS = 3;
/** Characters. A longer value is a text of its own. */
const MAX_VALUE_CHARS = 200;

/** Names of the text itself, which needs no label. */
const TEXT_NAME = /^(?:body|text|content|message|nachricht|inhalt)$/i;

type Field = readonly [name: string, value: string];

/**
 * A body that is the data of a form — JSON, `application/x-www-form-urlencoded`, or `Name: value` line by line — as a list of
 * its fields and, below, its long texts. Undefined for prose.
 */
export function formBlocks(lines: readonly string[]): Block[] | undefined {
  const fields = jsonFields(lines.join(' ')) ?? encodedFields(lines) ?? lineFields(lines);
  if (!fields) return undefined;
  const given = fields.filter(([, value]) => value.trim() !== '');
  const isLong = ([name, value]: Field) =>
    value.length > MAX_VALUE_CHARS || value.includes('\n') || TEXT_NAME.test(name);
  const short = given.filter((field) => !isLong(field)).map(([name, value]) => ({ text: `${name}: ${value}` }));
  return [
    ...(short.length > 0 ? [{ type: 'list' as const, ordered: false, items: short }] : []),
    ...given
      .filter(isLong)
      .flatMap(([name, value]) => textOrHtmlToBlocks(TEXT_NAME.test(name) ? value : `${name}: ${value}`)),
  ];
}

/** Lines joined by spaces: mailers wrap JSON inside its strings, too. */
function jsonFields(text: string): Field[] | undefined {
  if (!startsLikeJson(text)) return undefined;
  const document = readJson(text, 1);
  return document.kind === 'json' && isRecord(document.value) ? fieldsIn(document.value, '') : undefined;
}

/** The fields of a record, those of records in it by both names. */
const fieldsIn = (record: Readonly<Record<string, unknown>>, outer: string): Field[] =>
  Object.entries(record).flatMap(([key, value]): Field[] => {
    const name = outer === '' ? key : `${outer} ${key}`;
    if (isRecord(value)) return fieldsIn(value, name);
    if (!Array.isArray(value)) return [[name, value === null ? '' : String(value)]];
    const isPlain = value.every((entry) => typeof entry !== 'object' || entry === null);
    return isPlain
      ? [[name, value.join(', ')]]
      : value.flatMap((entry) => (isRecord(entry) ? fieldsIn(entry, name) : [[name, String(entry)] as const]));
  });

/** HTML, "URL-encoded form data": names and values joined by `=`, fields by `&`, without spaces. */
function encodedFields(lines: readonly string[]): Field[] | undefined {
  const [line = '', ...others] = lines.map((one) => one.trim()).filter(Boolean);
  if (others.length > 0 || /\s/.test(line)) return undefined;
  const isEncoded = line.includes('&') && line.split('&').every((pair) => /^[\w.%+[\]*-]+=[^=]*$/.test(pair));
  return isEncoded ? [...new URLSearchParams(line)] : undefined;
}

const LABELLED = /^(?<name>\p{Lu}[\p{L}\d /().-]{0,30}):(?<value>.*)$/u;

/** Labels in front of most lines; a line without one goes on with the value above. */
function lineFields(lines: readonly string[]): Field[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  const labelled = filled.filter((line) => LABELLED.test(line));
  if (labelled.length < MIN_FIELDS || labelled.length < filled.length * 0.7 || !LABELLED.test(filled[0] ?? '')) {
    return undefined;
  }
  const fields: [string, string][] = [];
  for (const line of filled) {
    const { name, value = '' } = LABELLED.exec(line)?.groups ?? {};
    const last = fields.at(-1);
    if (name !== undefined) fields.push([name, value.trim()]);
    else if (last) last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  // An interview repeats its labels.
  return new Set(fields.map(([name]) => name)).size === fields.length ? fields : undefined;
}
