import { message } from '../../../../preload/contract/messages.ts';
import type { Format } from '../../format.ts';
import { readJson, startsLikeJson } from '../../markup/json-document.ts';
import { firstText, isRecord, type JsonRecord, listOf, recordOf, textOf } from '../../markup/json-value.ts';
import { type FormatId, MAX_STORIES, notAStory, type Story } from '../../story/reading.ts';
import { isListed, listedBody } from './json-body.ts';
import { byLanguage } from './json-languages.ts';
import { type Leaves, leafFacts, remainingText } from './leaf-facts.ts';
import { isLeafNamed, LEAF_NAMES, type LeafName, plainName } from './leaf-names.ts';

/** A format of JSON, known by the shape of its value. */
export interface JsonShape extends FormatId {
  /** True when parsed JSON certainly has this shape. */
  claims(value: unknown): boolean;
  /** The items of a value that this format claims. */
  stories(value: unknown): readonly Story[];
}

/** JSON: read by the first shape that claims the value, else by the names of its keys. */
export const jsonFormat = (shapes: readonly JsonShape[]): Format => ({
  name: 'json',
  label: 'JSON',
  detects: (head) => startsLikeJson(head.text),
  read(file) {
    const document = readJson(file.text, MAX_STORIES + 1);
    if (document.kind === 'other') return 'other';
    const { value } = document;
    const [stories = [], ...otherwise] = value === undefined ? [] : waysToRead(value, shapes);
    if (document.kind === 'json') {
      return {
        stories,
        otherwise: otherwise.map((ways) => () => ways),
        isComplete: true,
        warnings: document.isRepaired ? [message('json.repaired')] : [],
      };
    }
    const { message: damage, complete } = document;
    return { stories, isComplete: complete, damage, warnings: [message('json.part-shown', { damage })] };
  },
});

/** By the shapes that claim the value, by the names of its keys, as plain text. */
const waysToRead = (value: unknown, shapes: readonly JsonShape[]): (readonly Story[])[] => [
  ...shapes.filter((shape) => shape.claims(value)).map((shape) => storiesIn(shape, value)),
  unknownStories(value),
  [{ read: () => remainingText(leavesOf(recordOf(value)), textsBelow(value)) }],
];

/** Every text in a value. */
function textsBelow(value: unknown): string[] {
  const texts: string[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') texts.push(next);
    else if (typeof next === 'object' && next !== null) {
      // Pushed backwards, so that they are read in order.
      for (const inner of Object.values(next).reverse()) waiting.push(inner);
    }
  }
  return texts;
}

function storiesIn(shape: JsonShape, value: unknown): readonly Story[] {
  const noItems = () => notAStory(message('format.no-items', { format: shape.label }));
  const stories = shape.stories(value);
  return (stories.length > 0 ? stories : [{ read: noItems }]).map((story) => ({ ...story, format: shape }));
}

const unknownStories = (value: unknown): readonly Story[] =>
  storiesOf(value, 0).map((story, index) => ({ item: index + 1, read: () => leafFacts(leavesOf(story)) }));

/** A text; WordPress (REST API, posts) nests it one level deeper. */
const written = (value: unknown): string | undefined => textOf(value) ?? textOf(recordOf(value).rendered);
const isStory = (value: unknown): value is JsonRecord =>
  isRecord(value) &&
  Object.keys(value).some((key) => isLeafNamed(key, 'headline') && written(value[key]) !== undefined);

/** Levels of a value in which stories are looked for: `data.articles.edges[].node`. */
const MAX_DEPTH = 6;
/** Where an archive keeps the fields of a record: JSON:API, Elasticsearch, the Guardian. */
const FIELDS = ['fields', 'attributes', '_source'];

/** A record with what stands in its fields. */
function unwrapped(record: JsonRecord): JsonRecord {
  const fields = FIELDS.map((key) => record[key]).find(isRecord);
  if (fields === undefined || !(isStory(fields) || isStory(record))) return record;
  const own = Object.entries(record).filter(
    ([key, value]) => value !== fields && textOf(value) !== undefined && key !== 'type',
  );
  return { ...Object.fromEntries(own), ...fields };
}

/** The records with a headline: the value itself, the entries of a list, or what a wrapper contains. */
function storiesOf(found: unknown, depth: number): readonly JsonRecord[] {
  if (Array.isArray(found)) return found.slice(0, MAX_STORIES + 1).flatMap((entry) => storiesOf(entry, depth + 1));
  if (!isRecord(found) || depth > MAX_DEPTH) return [];
  const value = unwrapped(found);
  const versions = isStory(value) ? undefined : byLanguage(value);
  if (versions) return versions;
  const inner = Object.values(value).filter((entry) => typeof entry === 'object' && entry !== null);
  const lists = inner.filter((entry) => Array.isArray(entry) && entry.some((item) => isStory(item) && hasText(item)));
  if (isStory(value) && (hasText(value) || lists.length === 0)) return [value];
  return (lists.length > 0 ? lists : inner).flatMap((entry) => storiesOf(entry, depth + 1));
}

const hasText = (record: JsonRecord): boolean =>
  Object.keys(record).some(
    (key) =>
      (isLeafNamed(key, 'body') || isLeafNamed(key, 'description') || isLeafNamed(key, 'lead')) &&
      (written(record[key]) !== undefined || isListed(record[key])),
  );

function leavesOf(story: JsonRecord): Leaves {
  const texts = (name: LeafName): string[] =>
    LEAF_NAMES[name].flatMap((own) =>
      Object.entries(story).flatMap(([key, value]) =>
        plainName(key) !== own ? [] : name === 'contact' ? contactsIn(value) : textsIn(value),
      ),
    );
  return { texts, body: () => listedBody(story) };
}

/** A text, the texts of a list, the name or value of a record, or the only list in it (`{ "keyword": [ … ] }`). */
function textsIn(value: unknown): string[] {
  return listOf(value).flatMap((entry): string[] => {
    const text = isRecord(entry) ? firstText(entry.name, entry.value, entry.text, entry.rendered) : textOf(entry);
    if (text !== undefined) return [text];
    const [inner, ...others] = isRecord(entry) ? Object.values(entry) : [];
    return others.length === 0 && Array.isArray(inner) ? inner.flatMap((one) => textOf(one) ?? []) : [];
  });
}

/** How to reach somebody, on one line. */
const contactsIn = (value: unknown): string[] =>
  listOf(value).map((entry) =>
    (isRecord(entry) ? Object.values(entry) : [entry]).flatMap((one) => textOf(one) ?? []).join(', '),
  );
