import { message } from '../../../../preload/contract/messages.ts';
import type { DecodedFile, Format, Head } from '../../format.ts';
import { firstText, isRecord, type JsonRecord, listOf, recordOf, textOf } from '../../markup/json-value.ts';
import { type JsonReader, jsonDocument, parseJson, startsLikeJson } from '../../story/json-document.ts';
import { MOST_STORIES } from '../../story/most-stories.ts';
import { notAStory, readEach } from '../../story/xml-format.ts';
import { apReader } from '../ap.ts';
import { digitalwiresReader } from '../digitalwires.ts';
import { jsonfeedReader } from '../feeds/jsonfeed.ts';
import { ninjsReader } from '../ninjs/ninjs.ts';
import { type LeafName, type Leaves, leafDraft, leafNames, plainName } from './leaf-draft.ts';

const known: readonly JsonReader[] = [digitalwiresReader, apReader, jsonfeedReader, ninjsReader];

const generic: JsonReader = {
  name: 'json',
  keys: /[{[]/,
  claims: () => true,
  read: (value) =>
    readEach(
      storiesOf(value, 0),
      (story, index) =>
        leafDraft(leavesOf(story), 'json') ?? notAStory(message('item.no-text', { format: 'JSON', item: index + 1 })),
    ),
};

/** Any other JSON: a known format whose telling keys stand late, else a story by the names of its keys. */
export const json: Format = {
  name: 'json',
  detects: (head: Head) => startsLikeJson(head.text),
  parse: (file: DecodedFile) => {
    const document = jsonDocument(file);
    if (document.kind === 'other') return { kind: 'other' };
    return parseJson(known.find((reader) => reader.claims(document.value)) ?? generic, document, file);
  },
};

const named = (key: string, name: LeafName): boolean => (leafNames[name] as readonly string[]).includes(plainName(key));
/** A text; WordPress (REST API, posts) puts what it made of it one level deeper. */
const written = (value: unknown): string | undefined => textOf(value) ?? textOf(recordOf(value).rendered);
const isStory = (value: unknown): value is JsonRecord =>
  isRecord(value) && Object.keys(value).some((key) => named(key, 'headline') && written(value[key]) !== undefined);

/** The records with a headline: the value itself, the entries of a list, or what a wrapper holds. */
function storiesOf(value: unknown, depth: number): readonly JsonRecord[] {
  if (Array.isArray(value)) return value.slice(0, MOST_STORIES + 1).flatMap((entry) => storiesOf(entry, depth + 1));
  if (!isRecord(value) || depth > 3) return [];
  const inner = Object.values(value).filter((entry) => typeof entry === 'object' && entry !== null);
  const lists = inner.filter((entry) => Array.isArray(entry) && entry.some((item) => isStory(item) && hasText(item)));
  if (isStory(value) && (hasText(value) || lists.length === 0)) return [value];
  return (lists.length > 0 ? lists : inner).flatMap((entry) => storiesOf(entry, depth + 1));
}

const hasText = (record: JsonRecord): boolean =>
  Object.keys(record).some(
    (key) =>
      (named(key, 'body') || named(key, 'description') || named(key, 'lead')) && written(record[key]) !== undefined,
  );

function leavesOf(story: JsonRecord): Leaves {
  const texts = (name: LeafName): string[] =>
    leafNames[name].flatMap((own) =>
      Object.entries(story).flatMap(([key, value]) => (plainName(key) === own ? textsIn(value) : [])),
    );
  return { texts, body: () => undefined };
}

/** A text, the texts of a list, or what a record calls its name or value. */
function textsIn(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    const text = isRecord(entry) ? firstText(entry.name, entry.value, entry.text, entry.rendered) : textOf(entry);
    return text ? [text] : [];
  });
}
