import { distinctMessages, type Message, message } from '../../../preload/contract/messages.ts';
import { agencyOf } from '../agencies/agency.ts';
import { blockText, type Dispatch, type Reference, type Teaser } from '../dispatch.ts';
import type { DecodedFile } from '../file.ts';
import { distinct, oneLine } from '../markup/markup.ts';
import { placeOf } from '../text/dateline.ts';
import { guessLanguage } from '../text/language.ts';
import { type Copy, readCopy } from './copy.ts';
import { embargoOf, type StoryEmbargo } from './embargo-of.ts';
import { eventOf } from './event.ts';
import type { Facts, FoundNote, KnownStory } from './facts.ts';
import { beginning, firstSentence, MAX_HEADLINE_CHARS, shortHeadline } from './headline.ts';
import { identityOf, withoutVersion } from './identity.ts';
import { isBareOrder } from './kill-words.ts';
import { bareHeadline } from './markers.ts';
import { notesOf, remarksIn } from './notes.ts';
import { type Orders, ordersOf } from './orders.ts';
import { repairedFacts } from './repaired-facts.ts';
import { type Sent, sentOf } from './sent.ts';
import { type Source, sourceOf, statedSender } from './source.ts';
import { categoryNames, topicsOf } from './topics.ts';
import { languageOf, versionOf } from './words.ts';

/** Where facts come from. */
export interface FinishContext {
  readonly file: DecodedFile;
  /** The name of the format that read them. */
  readonly format: string;
}

/** What the rules found, each by itself. */
interface Findings {
  readonly headline: string;
  readonly copy: Copy;
  readonly source: Source;
  readonly sent: Sent;
  readonly orders: Orders;
  readonly embargo: StoryEmbargo | undefined;
  /** Notes beside those in the copy. */
  readonly notes: readonly FoundNote[];
  readonly story: KnownStory;
  readonly language: string | undefined;
}

/** 5 where neither a field nor a marker says anything (IPTC: 1 flash … 9 lowest). */
const URGENCY = 5;

/**
 * The Dispatch that facts make, by the same rules for every format, each rule in a file of its own in this folder.
 * Undefined for an item without headline and text, unless it kills or holds something, which needs no text. Pure; never throws.
 */
export function finish(found: Facts, { file, format }: FinishContext): Dispatch | undefined {
  const facts = repairedFacts(found);
  const given = oneLine(facts.headline);
  const sender = statedSender(facts);
  const copy = readCopy(facts, given, sender ?? facts.assumed?.provider ?? '');
  const opening = openingOf(copy.body);
  const source = sourceOf(facts, { ...copy, text: opening, path: file.path });
  const sent = sentOf(facts, { source: source.name, dateline: copy.dateline }, file);
  const notes = [...remarksIn(facts.above ?? []), ...(facts.notes ?? [])];
  const story: KnownStory = {
    headline: given,
    body: copy.body,
    notes: [...notes, ...copy.notes].flatMap((note) => note.text ?? []),
    source: source.name ?? '',
    sentAt: sent.iso,
    receivedAt: file.receivedAt,
    zone: file.zone,
  };
  const orders = ordersOf(facts, story);
  const isHeld = orders.held !== undefined;
  const headline = headlineOf(facts, story, isHeld);
  if (headline === undefined) return undefined;
  const embargo = embargoOf(facts, story);
  const language = languageFor(facts, opening, story);
  const findings = { headline, copy, source, sent, orders, embargo, notes, story, language };
  const identity = identityOf(facts, { ...story, source: sender ?? story.source, headline }, format);
  const dispatch: Dispatch = {
    id: identity.id,
    version: versionOf(facts.version) ?? identity.version ?? sent.version ?? 1,
    status: orders.held ?? (embargo ? 'embargoed' : 'usable'),
    headline,
    categories: categoryNames(facts.categories ?? [], language),
    keywords: distinct(facts.keywords ?? []),
    urgency: orders.urgency ?? URGENCY,
    publishedAt: sent.iso ?? file.receivedAt,
    receivedAt: file.receivedAt,
    body: copy.body,
    notes: notesOf(allNotes(facts, findings), isHeld),
    related: relatedOf([...(facts.related ?? []), ...copy.related], facts.guid, identity.id),
    file: {
      path: file.path,
      size: file.bytes.byteLength,
      sha256: file.sha256,
      encoding: file.encoding,
      format,
      warnings: distinctMessages([...file.warnings, ...warningsOf(facts, findings)]),
    },
  };
  return Object.assign(dispatch, filled(textsOf(facts, findings)), filled(listsOf(facts, findings)));
}

/** The headline, or what replaces it: the first sentence, a line above, the beginning of the text, the slug, an id. */
function headlineOf(facts: Facts, { headline, body, notes }: KnownStory, isHeld: boolean): string | undefined {
  // An order alone (`KILL KILL bdt9001`) tells nobody what is killed.
  const isOrder = isHeld && facts.isTyped === true && headline !== undefined && isBareOrder(headline);
  const told = isOrder ? (firstSentence(body) ?? beginning(body) ?? oneLine(notes[0])) : undefined;
  const found =
    told ??
    headline ??
    firstSentence(body) ??
    oneLine(facts.above?.at(-1)) ??
    beginning(body) ??
    (isHeld || body.length > 0 ? nameOf(facts) : undefined);
  if (!found) return undefined;
  return shortHeadline(facts.isTyped ? bareHeadline(found) : found);
}

const nameOf = ({ slug, guid, localId, number }: Facts): string | undefined =>
  [slug, guid, localId, number].map(oneLine).find(Boolean);

/** The notes of a story: why it is killed, its embargo, its own, its rights, those in the copy. */
function allNotes(facts: Facts, { orders, embargo, notes, copy, story }: Findings): FoundNote[] {
  const isNoted = story.notes.some((note) => note.includes(embargo?.text ?? ''));
  return [
    { kind: 'reason', text: orders.reason },
    { kind: 'embargo', text: isNoted ? undefined : embargo?.text },
    ...notes,
    ...(facts.rights ?? []).map((text) => ({ kind: 'copyright' as const, text: oneLine(text) })),
    ...copy.notes,
  ];
}

/** Related stories but itself. */
const relatedOf = (related: readonly Teaser[], guid: string | undefined, id: string): Teaser[] =>
  related
    .filter(({ dispatchId }) => dispatchId === undefined || dispatchId !== guid)
    .map((teaser) => (teaser.dispatchId ? { ...teaser, dispatchId: withoutVersion(teaser.dispatchId).id } : teaser))
    .filter(({ dispatchId }) => dispatchId !== id);

/** The fields that are text and may be missing. */
const textsOf = (facts: Facts, { copy, sent, embargo, language, source }: Findings) => ({
  kicker: oneLine(facts.kicker),
  subhead: oneLine(facts.subhead) ?? copy.subhead,
  slug: oneLine(facts.slug),
  dateline: copy.dateline,
  place: oneLine(facts.place) ?? placeOf(copy.dateline),
  byline: authorOf(facts.byline, source.name) || copy.byline,
  language,
  source: source.name,
  number: facts.number,
  publishedRaw: sent.raw,
  embargoUntil: embargo?.until,
  rights: distinct((facts.rights ?? []).map(oneLine)).join('\n'),
});

/** The language a file names, that of its words, or the only one of its agency. */
const languageFor = (facts: Facts, opening: string, story: KnownStory): string | undefined =>
  languageOf(facts.language) ?? guessLanguage(opening) ?? agencyOf(story.source)?.language;

/** The other fields that may be missing. */
function listsOf(facts: Facts, { orders, source }: Findings) {
  const topics = topicsOf(facts);
  return {
    signal: orders.signal,
    event: eventOf(facts, source.name),
    topics: topics.length > 0 ? topics : undefined,
    refersTo: orders.refersTo.length > 0 ? orders.refersTo.map(withPlainId) : undefined,
  };
}

/** A reference by the id over all versions. */
const withPlainId = (reference: Reference): Reference =>
  reference.id ? { ...reference, id: withoutVersion(reference.id).id } : reference;

/** Fields without those that say nothing. */
function filled<Fields extends object>(fields: Fields): { [K in keyof Fields]?: Exclude<Fields[K], undefined> } {
  const kept: { [K in keyof Fields]?: Exclude<Fields[K], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (isFilled(value)) kept[key] = value;
  }
  return kept;
}

const isFilled = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined && value !== '';

/** `By Jane Roe`, `Von Anna Brook`, `Av Ole Brandt` without the word. */
const withoutBy = (byline: string | undefined): string | undefined =>
  byline?.replace(/^(?:by|von|par|por|door|A[fv]|A[FV])\s+(?=\p{Lu})|^(?:by|von)\s+(?=\S)/iu, '');

/** Who wrote a story; nobody where that is only who sends it. */
function authorOf(byline: string | undefined, source: string | undefined): string | undefined {
  const author = withoutBy(oneLine(byline));
  return author === source ? undefined : author;
}

/** Characters of a text in which its language shows. */
const OPENING_CHARS = 1_500;

function openingOf(body: Dispatch['body']): string {
  let text = '';
  for (const block of body) {
    if (text.length > OPENING_CHARS) break;
    text += `${blockText(block).slice(0, OPENING_CHARS)}\n`;
  }
  return text;
}

function warningsOf(facts: Facts, { copy, source, sent, orders }: Findings): Message[] {
  const given = oneLine(facts.headline);
  const warnings = [...(facts.warnings ?? [])];
  if (!given) warnings.push(message('headline.replaced'));
  else if (given.length > MAX_HEADLINE_CHARS) warnings.push(message('headline.shortened'));
  if (copy.body.length === 0 && !orders.held && orders.signal !== 'advisory') warnings.push(message('text.missing'));
  if (source.warning) warnings.push(source.warning);
  warnings.push(...sent.warnings);
  if (sent.iso === undefined && sent.warnings.every(({ code }) => code !== 'time.ahead'))
    warnings.push(message('time.missing'));
  return warnings;
}
