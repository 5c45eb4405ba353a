import { message } from '../../../../preload/contract/messages.ts';
import type { Block } from '../../dispatch.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import { bodyText } from '../../normalise.ts';
import type { Facts } from '../../story/facts.ts';

/** Names that agencies and press offices give the parts of a story, in lower case without `_`, `-` and `.`. */
export const LEAF_NAMES = {
  headline: [
    'headline',
    'hl1',
    'hl',
    'hed',
    'schlagzeile',
    'heading',
    'title',
    'titel',
    'überschrift',
    'ueberschrift',
    'rubrik',
    'tittel',
    'titre',
    'titolo',
    'titulo',
    'título',
    'kop',
  ],
  subhead: [
    'subhead',
    'subheadline',
    'subtitle',
    'hl2',
    'untertitel',
    'unterzeile',
    'subtitulo',
    'soustitre',
    'sottotitolo',
  ],
  kicker: ['kicker', 'dachzeile', 'overline'],
  lead: [
    'lead',
    'leadtext',
    'teaser',
    'summary',
    'abstract',
    'intro',
    'ingress',
    'vorspann',
    'standfirst',
    'chapeau',
    'chapo',
    'entradilla',
    'sommario',
    'teasertext',
  ],
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
    'artikeltext',
    'haupttext',
    'fließtext',
    'fliesstext',
    'texte',
    'contenu',
    'cuerpo',
    'testo',
    'brodtext',
    'brødtekst',
    'brødtext',
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
    'ts',
    'zeit',
    'zeitpunkt',
    'sendezeit',
    'erscheinungsdatum',
    'veröffentlicht',
    'fecha',
    'dato',
    'created',
    'createdat',
    'datecreated',
    'updated',
    'modified',
  ],
  id: ['guid', 'uri', 'urn', 'uuid', 'id', 'newsid', 'articleid', 'ntbid', 'identifier'],
  source: [
    'source',
    'provider',
    'agency',
    'agentur',
    'publisher',
    'quelle',
    'credit',
    'creditline',
    'agence',
    'agencia',
    'fonte',
    'fuente',
    'bron',
    'kilde',
  ],
  byline: ['byline', 'author', 'autor', 'creator', 'by', 'verfasser', 'autorin', 'auteur', 'autore', 'redakteur'],
  dateline: ['dateline', 'placeline', 'town', 'ort'],
  slug: ['slug', 'slugline', 'stichwort'],
  category: [
    'category',
    'categories',
    'section',
    'ressort',
    'rubric',
    'desk',
    'subcategory',
    'kategorie',
    'kategori',
    'catégorie',
    'categorie',
    'categoria',
    'sección',
  ],
  keyword: ['keyword', 'keywords', 'tags', 'tag', 'schlagwort', 'subject', 'subjects'],
  urgency: ['urgency', 'priority', 'priorität', 'dringlichkeit'],
  language: ['language', 'lang', 'sprache'],
  version: ['version', 'revision'],
  status: ['status', 'pubstatus', 'state'],
  embargo: ['embargo', 'embargoed', 'embargountil', 'sperrfrist'],
  note: ['ednote', 'editornote', 'note', 'notes', 'hinweis', 'instructions'],
  contact: ['contact', 'contacts', 'contactsastext', 'ansprechpartner', 'kontakt'],
  address: ['url', 'link', 'longurl', 'permalink', 'canonicalurl', 'weburl'],
  event: ['timestart', 'starttime', 'startdate', 'startdatetime', 'eventstart', 'dtstart', 'eventdate'],
  eventEnd: ['timeend', 'endtime', 'enddate', 'enddatetime', 'eventend', 'dtend'],
  venue: ['venue', 'location', 'eventplace', 'veranstaltungsort', 'place'],
} as const;
export type LeafName = keyof typeof LEAF_NAMES;

export const plainName = (name: string): string => name.toLowerCase().replace(/[_.-]/g, '');

/** True for a key or element that is one of the names of a part. */
export const isLeafNamed = (own: string, name: LeafName): boolean =>
  (LEAF_NAMES[name] as readonly string[]).includes(plainName(own));

const ALL_NAMES: ReadonlySet<string> = new Set(Object.values(LEAF_NAMES).flat());
/** True for a key or element that is a name of any part. */
export const isAnyLeafName = (own: string): boolean => ALL_NAMES.has(plainName(own));

/** The parts of a story in an unknown format. */
export interface Leaves {
  /** The texts under the names of a part, in the order of the names. */
  texts(name: LeafName): readonly string[];
  /** The text of the story if it has structure; undefined if it is only text. */
  body(): Block[] | undefined;
}

/** Facts from recognised names; none when there is no headline, or no text and no description with it. */
export function leafFacts(leaves: Leaves): Facts {
  const headline = line(leaves, 'headline');
  const body = storyBlocks(leaves);
  if (!headline || body.length === 0) return {};
  return { ...namedFacts(leaves), headline, body, warnings: [message('format.generic')] };
}

/** Words of a text that is more than a name, a date or a code. */
const MIN_WORDS = 5;
const isSentence = (text: string): boolean =>
  (/[.!?]["”“»]?\s*$/u.test(text) && /\p{L}{2}\P{L}+\p{L}{2}/u.test(text)) ||
  text
    .slice(0, 2000)
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word)).length >= MIN_WORDS;

/** The sentences of a file whose structure says nothing, as plain text, so that none is lost; no facts where there is none. */
export function remainingText(leaves: Leaves, texts: readonly string[]): Facts {
  const headline = line(leaves, 'headline');
  const sentences = distinct(texts).filter((text) => isSentence(text) && textOrHtmlToLine(text) !== headline);
  const body = sentences.flatMap((text) => textOrHtmlToBlocks(text));
  return body.length === 0 ? {} : { ...namedFacts(leaves), headline, body, warnings: [message('text.as-plain')] };
}

/** What the envelope around a story says of it: nothing of its text. */
export const envelopeFacts = (leaves: Leaves): Facts => ({
  ...namedFacts(leaves),
  headline: line(leaves, 'headline'),
  isNotice: undefined,
});

const line = (leaves: Leaves, name: LeafName): string | undefined => textOrHtmlToLine(leaves.texts(name)[0]);

/** Everything but headline and text. */
function namedFacts(leaves: Leaves): Facts {
  const first = (name: LeafName) => line(leaves, name);
  const lines = (name: LeafName, kind?: 'contact') =>
    leaves.texts(name).map((text) => ({ text: textOrHtmlToLine(text), kind }));
  return {
    localId: first('id'),
    version: first('version'),
    subhead: first('subhead'),
    kicker: first('kicker'),
    slug: first('slug'),
    byline: named(first('byline')),
    dateline: first('dateline'),
    categories: words(leaves.texts('category')),
    keywords: words(leaves.texts('keyword')),
    urgency: first('urgency'),
    language: first('language'),
    providers: [...leaves.texts('source'), ...leaves.texts('address').filter((address) => /^https?:/i.test(address))],
    times: leaves.texts('time'),
    statusWord: first('status'),
    releaseTime: first('embargo'),
    isNotice: leaves.texts('event').length > 0,
    event: { start: first('event'), end: first('eventEnd'), place: first('venue') },
    notes: [...lines('note'), ...lines('contact', 'contact')],
  };
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

const words = (texts: readonly string[]): string[] =>
  distinct(texts.flatMap((text) => text.split(/[,;|]/)).map((word) => named(textOrHtmlToLine(word)))).slice(0, 30);

/** Numbers are keys of the sender's tables and mean nothing to people, unless they are years. */
const named = (text: string | undefined): string | undefined =>
  /^(?!(?:19|20)\d\d$)\d+$/.test(text ?? '') ? undefined : text;
