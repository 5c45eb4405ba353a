import { type Message, message } from '../../../preload/contract/messages.ts';
import { agencyOf } from '../agencies/agency.ts';
import type { Dispatch } from '../dispatch.ts';
import type { DecodedFile } from '../file.ts';
import { distinct, oneLine } from '../markup/markup.ts';
import { blockText } from '../normalise.ts';
import { placeOf } from '../text/dateline.ts';
import { guessLanguage } from '../text/language.ts';
import { type Copy, readCopy } from './copy.ts';
import { embargoOf, type StoryEmbargo } from './embargo-of.ts';
import type { Facts, FoundNote, KnownStory } from './facts.ts';
import { beginning, firstSentence, MAX_HEADLINE_CHARS, shortHeadline } from './headline.ts';
import { identityOf } from './identity.ts';
import { bareHeadline } from './markers.ts';
import { notesOf, remarksIn } from './notes.ts';
import { type Orders, ordersOf } from './orders.ts';
import { type Sent, sentOf } from './sent.ts';
import { type Source, sourceOf, statedSource } from './source.ts';
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
}

/** 5 where neither a field nor a marker says anything (IPTC: 1 flash … 9 lowest). */
const URGENCY = 5;

/**
 * The Dispatch that facts make, by rules that are the same for every format and stand in files of their own beside this one.
 * Undefined for an item without headline and text, unless it kills or holds something, which needs no text. Pure; never throws.
 */
export function finish(facts: Facts, { file, format }: FinishContext): Dispatch | undefined {
  const given = oneLine(facts.headline);
  const copy = readCopy(facts, given, statedSource(facts) ?? facts.assumed?.provider ?? '');
  const source = sourceOf(facts, { dateline: copy.agency, text: opening(copy.body), path: file.path });
  const sent = sentOf(facts, source.name);
  const notes = [...remarksIn(facts.above ?? []), ...(facts.notes ?? [])];
  const story: KnownStory = {
    headline: given,
    body: copy.body,
    notes: [...notes, ...copy.notes].flatMap((note) => note.text ?? []),
    source: source.name ?? '',
    sentAt: sent.iso,
    receivedAt: file.receivedAt,
  };
  const orders = ordersOf(facts, story);
  const headline = headlineOf(facts, story, orders.held !== undefined);
  if (headline === undefined) return undefined;
  const findings = { headline, copy, source, sent, orders, embargo: embargoOf(facts, story), notes, story };
  return {
    ...decided(facts, findings, format),
    ...described(facts, findings),
    file: {
      path: file.path,
      size: file.bytes.byteLength,
      sha256: file.sha256,
      encoding: file.encoding,
      format,
      warnings: [...file.warnings, ...warningsOf(facts, findings)],
    },
  };
}

/** The headline, or what stands in for it: the first sentence, a line above, the beginning of the text, the slug, an id. */
function headlineOf(facts: Facts, { headline, body }: KnownStory, isHeld: boolean): string | undefined {
  const line = oneLine(facts.above?.at(-1));
  const found =
    headline ??
    firstSentence(body) ??
    line ??
    beginning(body) ??
    (isHeld || body.length > 0 ? nameOf(facts) : undefined);
  if (!found) return undefined;
  return shortHeadline(facts.isTyped ? bareHeadline(found) : found);
}

const nameOf = ({ slug, guid, localId, number }: Facts): string | undefined =>
  [slug, guid, localId, number].map(oneLine).find(Boolean);

type Decided = Pick<
  Dispatch,
  'id' | 'version' | 'status' | 'signal' | 'urgency' | 'source' | 'publishedAt' | 'publishedRaw' | 'receivedAt'
> &
  Pick<Dispatch, 'embargoUntil' | 'refersTo' | 'notes'>;

/** Identity, times and status, and the notes that follow from them. */
function decided(
  facts: Facts,
  { headline, source, sent, orders, embargo, notes, copy, story }: Findings,
  format: string,
): Decided {
  const { held, signal, refersTo, reason } = orders;
  const copyright = (facts.rights ?? []).map((text) => ({ kind: 'copyright' as const, text: oneLine(text) }));
  const isNoted = story.notes.some((note) => note.includes(embargo?.text ?? ''));
  const all: FoundNote[] = [
    { kind: 'reason', text: reason },
    { kind: 'embargo', text: isNoted ? undefined : embargo?.text },
    ...notes,
    ...copyright,
    ...copy.notes,
  ];
  return {
    id: identityOf(facts, { ...story, headline }, format),
    version: versionOf(facts.version) ?? sent.version ?? 1,
    status: held ?? (embargo ? 'embargoed' : 'usable'),
    ...(signal ? { signal } : {}),
    urgency: orders.urgency ?? URGENCY,
    ...(source.name ? { source: source.name } : {}),
    publishedAt: sent.iso ?? story.receivedAt,
    ...(sent.raw ? { publishedRaw: sent.raw } : {}),
    receivedAt: story.receivedAt,
    ...(embargo?.until ? { embargoUntil: embargo.until } : {}),
    ...(refersTo.length > 0 ? { refersTo: [...refersTo] } : {}),
    notes: notesOf(all, held !== undefined),
  };
}

/** What the story says and is about. */
function described(facts: Facts, { headline, copy, story }: Findings): Omit<Dispatch, keyof Decided | 'file'> {
  const { slug, guid, categories = [] } = facts;
  const texts = {
    kicker: oneLine(facts.kicker),
    subhead: oneLine(facts.subhead),
    slug: oneLine(slug),
    dateline: copy.dateline,
    place: oneLine(facts.place) ?? placeOf(copy.dateline),
    byline: (facts.isTyped ? withoutBy(oneLine(facts.byline)) : oneLine(facts.byline)) || copy.byline,
    language: languageOf(facts.language) ?? guessLanguage(opening(copy.body)) ?? agencyOf(story.source)?.language,
    number: facts.number,
    rights: distinct((facts.rights ?? []).map(oneLine)).join('\n'),
  };
  const topics = topicsOf(categories);
  return {
    headline,
    ...filled(texts),
    categories: categoryNames(categories),
    keywords: distinct(facts.keywords ?? []),
    ...(topics.length > 0 ? { topics } : {}),
    body: copy.body,
    related: (facts.related ?? []).filter((teaser) => teaser.dispatchId === undefined || teaser.dispatchId !== guid),
  };
}

/** `By Jane Roe`, `Von Anna Brook` without the word. */
const withoutBy = (byline: string | undefined): string | undefined => byline?.replace(/^(?:by|von)\s+(?=\S)/iu, '');

/** The fields that have text. */
function filled<Key extends string>(fields: Record<Key, string | undefined>): { [K in Key]?: string } {
  const kept: { [K in Key]?: string } = {};
  for (const key in fields) if (fields[key]) kept[key] = fields[key];
  return kept;
}

/** Characters of a text in which its language shows. */
const OPENING_CHARS = 1_500;

function opening(body: Dispatch['body']): string {
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
  if (copy.body.length === 0 && !orders.held) warnings.push(message('text.missing'));
  if (source.warning) warnings.push(source.warning);
  warnings.push(...sent.warnings);
  if (sent.iso === undefined) warnings.push(message('time.missing'));
  return warnings;
}
