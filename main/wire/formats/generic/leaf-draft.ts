import { message } from '../../../../preload/contract/messages.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import type { Block } from '../../dispatch.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import { bodyText } from '../../normalise.ts';
import {
  completeDraft,
  type Found,
  languageOf,
  note,
  providerName,
  statusOf,
  urgencyOf,
  versionOf,
} from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { embargoTimeIn, speaksOfEmbargo } from '../../story/embargo.ts';

/** Names under which agencies and press offices keep the parts of a story, in lower case without `_`, `-` and `.`. */
export const leafNames = {
  headline: [
    'headline',
    'hl1',
    'heading',
    'title',
    'titel',
    'überschrift',
    'ueberschrift',
    'rubrik',
    'tittel',
    'titre',
    'titolo',
  ],
  subhead: ['subhead', 'subheadline', 'subtitle', 'hl2', 'untertitel'],
  kicker: ['kicker', 'dachzeile', 'overline'],
  lead: ['lead', 'leadtext', 'teaser', 'summary', 'abstract', 'intro', 'ingress', 'vorspann', 'standfirst'],
  body: [
    'body',
    'bodytext',
    'bodyhtml',
    'contenthtml',
    'contenttext',
    'text',
    'content',
    'fulltext',
    'maintext',
    'story',
    'inhalt',
    'html',
    'articlebody',
    'message',
  ],
  description: ['description', 'desc', 'beschreibung'],
  time: [
    'published',
    'publishedat',
    'publishdate',
    'publicationdate',
    'datepublished',
    'pubdate',
    'publisheddate',
    'versioncreated',
    'issued',
    'datetime',
    'date',
    'datum',
    'time',
    'timestamp',
    'created',
    'createdat',
    'datecreated',
    'updated',
    'modified',
  ],
  id: ['guid', 'uri', 'urn', 'uuid', 'id', 'newsid', 'articleid', 'ntbid', 'identifier'],
  source: ['source', 'provider', 'agency', 'agentur', 'publisher', 'quelle', 'credit', 'creditline'],
  byline: ['byline', 'author', 'autor', 'creator', 'by'],
  dateline: ['dateline', 'placeline', 'town', 'ort'],
  slug: ['slug', 'slugline', 'stichwort'],
  category: ['category', 'categories', 'section', 'ressort', 'rubric', 'desk', 'subcategory'],
  keyword: ['keyword', 'keywords', 'tags', 'tag', 'schlagwort', 'subject', 'subjects'],
  urgency: ['urgency', 'priority', 'priorität', 'dringlichkeit'],
  language: ['language', 'lang', 'sprache'],
  version: ['version', 'revision'],
  status: ['status', 'pubstatus', 'state'],
  embargo: ['embargo', 'embargoed', 'embargountil', 'sperrfrist'],
  note: ['ednote', 'editornote', 'note', 'notes', 'hinweis', 'instructions'],
  contact: ['contact', 'contacts', 'contactsastext', 'ansprechpartner', 'kontakt'],
  address: ['url', 'link', 'longurl', 'permalink', 'canonicalurl', 'weburl'],
  event: ['timestart', 'starttime', 'startdate', 'eventstart', 'dtstart', 'eventdate'],
} as const;
export type LeafName = keyof typeof leafNames;

export const plainName = (name: string): string => name.toLowerCase().replace(/[_.-]/g, '');

export interface Leaves {
  /** The texts kept under these names, in the order of the names. */
  texts(name: LeafName): readonly string[];
  /** The text of the story when it is more than a leaf, else undefined. */
  body(): Block[] | undefined;
}

/** A draft from recognised names; undefined when there is no headline, or no text and no description with it. */
export function leafDraft(leaves: Leaves, fallbackSource: string): Draft | undefined {
  const first = (name: LeafName): string | undefined => textOrHtmlToLine(leaves.texts(name)[0]);
  const headline = first('headline');
  const body = storyBlocks(leaves);
  if (!headline || body.length === 0) return undefined;
  const senders = [
    ...leaves.texts('source'),
    ...leaves.texts('address').filter((address) => /^https?:/i.test(address)),
  ];
  const source = senders.map(providerName).find(Boolean) ?? fallbackSource;
  const time =
    leaves
      .texts('time')
      .map((text) => agencyTime(text, source))
      .find((found) => found.iso) ?? agencyTime(leaves.texts('time')[0]);
  const status = statusOf(first('status'));
  const held = status === 'killed' || status === 'withheld';
  const embargo = first('embargo');
  const embargoUntil =
    embargo && !/^(?:false|0|no|none|null)$/i.test(embargo)
      ? (agencyTime(embargo, source).iso ?? embargoTimeIn(embargo, source))
      : undefined;
  const notes = leaves
    .texts('note')
    .flatMap((text) => note(held ? 'reason' : speaksOfEmbargo(text) ? 'embargo' : 'editor', textOrHtmlToLine(text)));
  const found: Found = {
    guid: identity(first('id'), source),
    version: versionOf(first('version')),
    headline,
    subhead: first('subhead'),
    kicker: first('kicker'),
    slug: first('slug'),
    byline: named(first('byline')),
    dateline: first('dateline'),
    categories: words(leaves.texts('category')),
    keywords: words(leaves.texts('keyword')),
    urgency: urgencyOf(first('urgency')),
    language: languageOf(first('language')),
    source,
    publishedAt: time.iso,
    publishedRaw: time.raw,
    status: held ? status : embargoUntil || notes.some((found) => found.kind === 'embargo') ? 'embargoed' : 'usable',
    embargoUntil,
    signal: leaves.texts('event').length > 0 ? 'advisory' : undefined,
    body,
    notes: [...notes, ...leaves.texts('contact').flatMap((text) => note('contact', textOrHtmlToLine(text)))],
    warnings: [message('format.generic'), ...(time.warning ? [time.warning] : [])],
  };
  return completeDraft(found);
}

function storyBlocks(leaves: Leaves): Block[] {
  const longest = [...leaves.texts('body')].sort((a, b) => b.length - a.length)[0];
  const body = leaves.body() ?? (longest ? textOrHtmlToBlocks(longest) : []);
  const lead = leaves
    .texts('lead')
    .flatMap((text) => textOrHtmlToBlocks(text))
    .slice(0, 3);
  if (body.length === 0) return lead.length > 0 ? lead : textOrHtmlToBlocks(leaves.texts('description')[0] ?? '');
  const start = bodyText(body.slice(0, 2));
  const fresh = lead.filter((block) => 'text' in block && !start.includes(block.text.slice(0, 60)));
  return [...fresh, ...body];
}

/** An id that could be one anywhere stays; a bare number belongs to its source. */
const identity = (id: string | undefined, source: string): string | undefined =>
  id === undefined ? undefined : /[:/]/.test(id) || id.length > 30 ? id : `${source}:${id}`;

const words = (texts: readonly string[]): string[] =>
  distinct(texts.flatMap((text) => text.split(/[,;|]/)).map((word) => named(textOrHtmlToLine(word)))).slice(0, 30);

/** A number is a key into a table of the sender's and names nothing; what looks like a year may be one. */
const named = (text: string | undefined): string | undefined =>
  /^(?!(?:19|20)\d\d$)\d+$/.test(text ?? '') ? undefined : text;
