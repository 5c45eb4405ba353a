import { hash } from 'node:crypto';
import { lowerText } from '../../../preload/text/folded-text.ts';
import { blockText, type Dispatch } from '../../wire/dispatch.ts';
import { bodyText, normaliseText } from '../../wire/normalise.ts';
import { berlinDayOf } from '../../wire/times/times.ts';
import { type ContentList, contentLists } from './content-lists.ts';
import { contentKey, keyOf, readingKey } from './fingerprint.ts';
import { packed } from './packed.ts';
import { storyKeys } from './story-keys.ts';
import type { OwnText } from './text-change.ts';

/** A dispatch with everything the index needs, computed outside the writing thread. */
export interface Prepared {
  readonly id: string;
  readonly version: number;
  /** The day it is filed under. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly json: string;
  /** The same, packed. */
  readonly whole: Uint8Array;
  /** Its list row, as JSON text of `StaticRow`. */
  readonly row: string;
  readonly status: Dispatch['status'];
  readonly signal: Dispatch['signal'];
  /** Lists it is on, besides all, unread and bookmarks. */
  readonly lists: readonly ContentList[];
  /** Its searchable text. */
  readonly text: OwnText;
  /** Equal if only the file differs. */
  readonly digest: Uint8Array;
  /** Equal for the same story in other paragraphs or from another service; absent for a dispatch without body. */
  readonly content: Uint8Array | undefined;
  /** Hash of the normalised headline: finds a teaser's dispatch. */
  readonly norm: number;
  /** Hash shared by dispatches that may be updates of each other. */
  readonly chain: number | undefined;
  /** What dispatches of the same story probably share. */
  readonly storyKeys: readonly number[];
  /** The source's own number, as kills name it. */
  readonly number: string | undefined;
  /** Empty if unknown. */
  readonly source: string;
  readonly refersTo: Dispatch['refersTo'];
  readonly path: string;
  readonly receivedAt: string;
}

/** The part of a list row that never changes with its status. */
export interface StaticRow {
  readonly headline: string;
  readonly snippet: string;
  readonly source: string;
  readonly categories: readonly string[];
  readonly publishedAt: string;
  readonly receivedAt: string;
  readonly urgency: number;
  /** As the dispatch arrived; a later kill or hold is stored in the index's own column. */
  readonly status: Dispatch['status'];
  readonly signal?: Dispatch['signal'];
  readonly embargoUntil?: string;
}

const SNIPPET_LENGTH = 240;

export function prepare(dispatch: Dispatch): Prepared {
  const json = JSON.stringify(dispatch);
  const at = momentOf(dispatch);
  const lower = lowerText(bodyText(dispatch.body));
  return {
    id: dispatch.id,
    version: dispatch.version,
    day: berlinDayOf(at),
    at,
    json,
    whole: packed(json),
    row: JSON.stringify(staticRow(dispatch)),
    status: dispatch.status,
    signal: dispatch.signal,
    lists: contentLists(dispatch),
    text: { headline: dispatch.headline, body: lower, meta: metaText(dispatch), place: placeText(dispatch) },
    digest: readingKey(dispatch),
    content: contentKey(dispatch.headline, lower),
    norm: headlineKey(dispatch.headline),
    chain: chainOf(dispatch),
    storyKeys: storyKeys(dispatch),
    number: dispatch.number === undefined ? undefined : numberKey(dispatch.source, dispatch.number),
    source: dispatch.source ?? '',
    refersTo: dispatch.refersTo,
    path: dispatch.file.path,
    receivedAt: dispatch.receivedAt,
  };
}

/** Seconds × 2²⁰ must stay safe integers: sort keys exist for these years only. */
const EARLIEST = Date.UTC(1700, 0, 2);
const LATEST = Date.UTC(2240, 0, 1);

/** When it was published; falls back to the time of its file if the sort key cannot represent it. */
function momentOf({ publishedAt, receivedAt }: Dispatch): number {
  const times = [Date.parse(publishedAt), Date.parse(receivedAt)];
  return times.find((time) => time >= EARLIEST && time <= LATEST) ?? 0;
}

export const headlineKey = (headline: string): number => keyOfText(normaliseText(headline));

const keyOfText = (text: string): number => keyOf(hash('sha1', text, 'buffer'));

/** How the index names an item by its source and number; kills write numbers with more or fewer zeros in front. */
export const numberKey = (source: string | undefined, number: string): string =>
  `#${source ?? ''}:${number.toUpperCase().replace(/^0+(?=\d)/, '')}`;

function staticRow(dispatch: Dispatch): StaticRow {
  return {
    headline: dispatch.headline,
    snippet: snippetOf(dispatch),
    // Empty if unknown: the window has a text for that.
    source: dispatch.source ?? '',
    categories: dispatch.categories,
    publishedAt: dispatch.publishedAt,
    receivedAt: dispatch.receivedAt,
    urgency: dispatch.urgency,
    status: dispatch.status,
    ...(dispatch.signal === undefined ? {} : { signal: dispatch.signal }),
    ...(dispatch.embargoUntil === undefined ? {} : { embargoUntil: dispatch.embargoUntil }),
  };
}

function snippetOf(dispatch: Dispatch): string {
  const lead = dispatch.body.find((block) => block.type === 'paragraph') ?? dispatch.body[0];
  if (!lead) return '';
  const text = blockText(lead);
  // Twice the length is enough unless it is mostly white space.
  const start = oneSpace(text.slice(0, 2 * SNIPPET_LENGTH));
  return cutBetweenWords(start.length < SNIPPET_LENGTH ? oneSpace(text) : start);
}

/** Half a word would count as a whole one when hits are looked up. */
function cutBetweenWords(text: string): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const space = text.lastIndexOf(' ', SNIPPET_LENGTH);
  return text.slice(0, space > SNIPPET_LENGTH / 2 ? space : SNIPPET_LENGTH);
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ');

const metaText = ({ kicker, subhead, slug, number, byline, source, categories, keywords }: Dispatch): string =>
  [kicker, subhead, slug, number, byline, source, ...categories, ...keywords].filter(Boolean).join('\n');

/** The dateline contains the place where it says one. */
const placeText = ({ dateline, place }: Dispatch): string => dateline ?? place ?? '';

/** Slug without cycle and version words, else the headline without its marker, within one source. */
function chainOf(dispatch: Dispatch): number | undefined {
  const words = dispatch.slug
    ? dispatch.slug.replace(/\b(?:BC|AM|PM|\d+(?:st|nd|rd|th)|Lead|Ld|Writethru|Update|Korr\w*|Add|Sub)\b/gi, ' ')
    : dispatch.headline.replace(/^(?:[\p{Lu}\d]{2,}(?: \d+)?:|\([^)]*\)|\+\+\+)\s*/u, '');
  const key = normaliseText(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? undefined : keyOfText(`${dispatch.source}|${key}`.slice(0, 200));
}
