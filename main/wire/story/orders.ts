import { blockText, type Reference, type Signal } from '../dispatch.ts';
import { bodyText } from '../normalise.ts';
import { isSignOff } from '../text/sign-off.ts';
import type { Facts, KnownStory } from './facts.ts';
import { killOfHeadline } from './kill-headline.ts';
import { LABEL } from './kill-lexicon.ts';
import { killReferences, namedNumber } from './kill-number.ts';
import { quotedTarget } from './kill-target.ts';
import { isBareOrder, killInNote, killInWords } from './kill-words.ts';
import { headlineMarker, lineMarker, type Marker, strongest } from './markers.ts';
import { isHeld, saysUpdate, signalOf, signalOfWords, statusOf, urgencyOf } from './words.ts';

/** What a story says of itself or of another one: kills, holds, corrections, updates, flashes. */
export interface Orders {
  readonly held: 'killed' | 'withheld' | undefined;
  readonly signal: Signal | undefined;
  readonly urgency: number | undefined;
  readonly refersTo: readonly Reference[];
  /** Why a typed kill or hold takes its story back, in its own words. */
  readonly reason?: string;
}

/** Blocks at the top of a text in which an order stands. */
const TOP_BLOCKS = 3;
const MAX_REASON_CHARS = 600;
/** Characters of a line that may be a marker or an order. */
const MAX_LINE_CHARS = 200;
const FLASH_URGENCY = 2;

/**
 * Status, signal, urgency and references of a story. Typed copy says all of it by its lines; in marked-up copy, which has fields
 * for it, words of the headline give a signal and no status, unless they are an order to kill.
 */
export function ordersOf(facts: Facts, story: KnownStory): Orders {
  const marker = markerOf(facts, story);
  const { held, refersTo, isKillNotice } = facts.isTyped ? typedOrder(facts, story, marker) : fieldOrder(facts, story);
  const ofGenre = signalOfWords(...(facts.genres ?? []));
  const stated = signalOf(facts.signals ?? []) ?? ofGenre;
  // A notice stays one when it is corrected.
  const isNotice = facts.isNotice || ofGenre === 'advisory';
  const ofWords =
    marker?.signal ?? ([story.headline, facts.slug].some((line) => saysUpdate(line ?? '')) ? 'update' : undefined);
  const signal = isNotice ? 'advisory' : (stated ?? (isKillNotice ? 'advisory' : ofWords));
  return {
    held,
    signal,
    urgency: raised(urgencyOf(facts.urgency), facts, marker, signal),
    refersTo,
    ...(facts.isTyped && held ? { reason: reasonOf(facts, story) } : {}),
  };
}

/** The strongest marker in the words of the desk, the headline and the slug. */
function markerOf(facts: Facts, { headline, body, source }: KnownStory): Marker | undefined {
  const { markers = [], above = [], slug } = facts;
  const heads = [headline, slug].flatMap((line) => (line ? [line.slice(0, MAX_LINE_CHARS)] : []));
  const first = body[0] && blockText(body[0]).slice(0, MAX_LINE_CHARS);
  const categories = (facts.categories ?? []).map((category) =>
    typeof category === 'object' ? category.name : category,
  );
  const text = facts.isTyped ? bodyText(body) : '';
  return strongest([
    ...[...markers, ...above].map(lineMarker),
    ...heads.flatMap((head) => [headlineMarker(head), lineMarker(head)]),
    facts.isTyped ? killInWords(headline, [slug, ...above, ...categories, first], text, source) : undefined,
    facts.isTyped
      ? killInNote(
          (facts.notes ?? []).flatMap((note) => note.text?.slice(0, MAX_LINE_CHARS) ?? []),
          text,
        )
      : undefined,
  ]);
}

interface Order extends Pick<Orders, 'held' | 'refersTo'> {
  /** The story is an order about another one, and no story itself. */
  readonly isKillNotice: boolean;
}

/** The order of typed copy: its marker, and the item its words name. */
function typedOrder(facts: Facts, story: KnownStory, marker: Marker | undefined): Order {
  const held = marker?.status;
  const given = facts.references ?? [];
  if (marker?.relation === undefined || (held === undefined && (given.length > 0 || facts.number === undefined))) {
    return { held, refersTo: given, isKillNotice: held !== undefined };
  }
  // Updates name no number as a rule: without one the library proposes the chain.
  const words = wordsOf(facts, story);
  const number = namedNumber(words, facts.number) ?? given.find((one) => one.number)?.number;
  const meant = number === undefined ? quotedTarget(words, story) : { number };
  const refersTo = held || number ? [{ relation: marker.relation, ...meant }] : [];
  return { held, refersTo, isKillNotice: held !== undefined };
}

/** The order of fields: a status, references, and what an agency asks for in notes, headline or first sentences. */
function fieldOrder(facts: Facts, story: KnownStory): Order {
  const status = statusOf(facts.statusWord);
  const held = isHeld(status) ? status : undefined;
  const opening = story.body.slice(0, TOP_BLOCKS).map(blockText);
  const asked = facts.isAgency ? killReferences(...story.notes, story.headline, ...opening) : [];
  const refersTo = [...(facts.references ?? []), ...asked];
  if (held) return { held, refersTo, isKillNotice: false };
  const killed = killOfHeadline({ headline: story.headline, body: story.body, refersTo }, facts.isAgency === true);
  const worded = killed
    ? undefined
    : wordedOrder(story, facts.isAgency || isLabelled(story.headline) ? opening.join('\n') : '');
  if (worded) return { ...worded, refersTo: refersTo.length > 0 ? refersTo : worded.refersTo };
  const isKillNotice = [...refersTo, ...(killed?.refersTo ?? [])].some(({ relation }) => relation === 'kills');
  return { held: killed ? 'killed' : undefined, refersTo: killed?.refersTo ?? refersTo, isKillNotice };
}

/** `Zurückgezogen: Werk in Sandau schließt`. */
const isLabelled = (headline: string | undefined): boolean => headline !== undefined && LABEL.test(headline);

/** What a headline to the desks orders, in an agency's format also the text below it. */
function wordedOrder(story: KnownStory, opening: string): Order | undefined {
  const { status: held, relation } = killInWords(story.headline, [], opening, story.source) ?? {};
  if (held === undefined || relation === undefined) return undefined;
  const words = [story.headline, ...story.body.slice(0, TOP_BLOCKS).map(blockText)].join('\n');
  const number = namedNumber(words, undefined);
  const meant = number === undefined ? quotedTarget(words, story) : { number };
  return { held, refersTo: [{ relation, ...meant }], isKillNotice: true };
}

/** A flash is urgent. Only its agency can call it the highest, or, in a field, less urgent than that. */
function raised(
  stated: number | undefined,
  facts: Facts,
  marker: Marker | undefined,
  signal: Signal | undefined,
): number | undefined {
  if (facts.isTyped) return marker?.urgency === undefined ? stated : Math.min(stated ?? FLASH_URGENCY, marker.urgency);
  return stated ?? (signal === 'flash' ? FLASH_URGENCY : undefined);
}

/** Why a story is killed or held: its headline and text, or the notes where everything is for the desk. */
function reasonOf(facts: Facts, { headline = '', body, notes }: KnownStory): string {
  const text =
    bodyText(body) || notes.filter((note) => !isSignOff(note) && facts.above?.includes(note) !== true).join('\n');
  const words = [isBareOrder(headline) || text.startsWith(headline) ? '' : headline, text].filter(
    (part) => part !== '',
  );
  const said = words.length > 0 ? words : [...(facts.above ?? []), headline];
  return said.join('\n').replace(/\s+/gu, ' ').trim().slice(0, MAX_REASON_CHARS);
}

/** Everything a story says in words, on one line. */
const wordsOf = ({ above = [], notes = [] }: Facts, { headline, body }: KnownStory): string =>
  [...above, headline ?? '', ...notes.map((note) => note.text ?? ''), bodyText(body)]
    .join('\n')
    .replace(/\s+/g, ' ')
    .trim();
