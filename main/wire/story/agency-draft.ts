import { message } from '../../../preload/contract/messages.ts';
import { agencyName, agencyZone } from '../agencies/agency.ts';
import type { Block, DispatchStatus, Note, Signal } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { splitDateline } from '../markup/markup-dateline.ts';
import { blockText, bodyText } from '../normalise.ts';
import { partDeskLines } from '../text/desk-lines.ts';
import { BERLIN } from '../times/times.ts';
import type { Draft } from './draft.ts';
import { type Embargo, readEmbargo } from './embargo.ts';
import { headlineMarker, lineMarker, strongest } from './markers.ts';

/** What an item gave for a story, before the rules every agency shares are applied to it. */
export interface Found extends Omit<Draft, 'headline'> {
  readonly headline?: string | undefined;
  /** Dateline as its own field gives it; the one in the text is found without it. */
  readonly dateline?: string | undefined;
}

const longestHeadline = 200;

/**
 * The shared rules: dateline out of the body, a missing headline taken from the text, and nothing at all for an item
 * without headline and text (undefined), unless it takes something back: a kill needs no text.
 */
export function completeDraft(found: Found): Draft | undefined {
  const headline = oneLine(found.headline);
  const told = partDeskLines(headline ? withoutRepeated(found.body, headline) : found.body);
  const split = splitDateline([...told.body], found.dateline, found.source);
  const { dateline } = split;
  const body = headline ? withoutRepeated(split.body, headline) : split.body;
  const takenBack = found.status === 'killed' || found.status === 'withheld';
  const instead =
    headline ?? firstSentence(body) ?? (takenBack || body.length > 0 ? (found.slug ?? found.guid) : undefined);
  if (!instead) return undefined;
  const warnings = [...(found.warnings ?? [])];
  if (!headline) warnings.push(message('headline.replaced'));
  if (body.length === 0 && !takenBack) warnings.push(message('text.missing'));
  const orders = !takenBack && found.refersTo?.some((reference) => reference.relation === 'kills');
  const signal = found.signal ?? (orders ? 'advisory' : signalOfWords(headline, found.slug));
  const related = found.related?.filter(
    (teaser) => teaser.dispatchId === undefined || teaser.dispatchId !== found.guid,
  );
  // A flash without a figure is urgent, but only its agency can call it the highest.
  const urgency = found.urgency ?? (signal === 'flash' ? 2 : undefined);
  const embargo = embargoInWords(found, headline, body);
  return {
    ...found,
    ...(embargo ? { status: 'embargoed' as const, embargoUntil: embargo.until } : {}),
    byline: found.byline ?? told.byline,
    notes: [
      ...(embargo ? [{ kind: 'embargo' as const, text: embargo.text }] : []),
      ...(found.notes ?? []),
      ...told.notes,
    ],
    related,
    signal,
    urgency,
    headline: instead,
    dateline,
    body,
    warnings,
  };
}

/** Paragraphs in front of which, or in which, an agency says it. */
const TOP = 2;

/** An embargo that stands above the text instead of in its field; only one whose end can be read. */
function embargoInWords(
  { status = 'usable', embargoUntil, publishedAt, source }: Found,
  headline: string | undefined,
  body: readonly Block[],
): Embargo | undefined {
  if (status !== 'usable' || embargoUntil !== undefined || publishedAt === undefined) return undefined;
  const top = [headline ?? '', ...body.slice(0, TOP).map(blockText)].join('\n');
  const embargo = readEmbargo(top, publishedAt, agencyZone(source ?? '') ?? BERLIN);
  return embargo?.until === undefined ? undefined : embargo;
}

/** The text without the headline that XHTML versions of it repeat at the beginning. */
function withoutRepeated(body: readonly Block[], headline: string): Block[] {
  const heading = body.findIndex((block) => !('text' in block) || oneLine(block.text) !== headline);
  return heading < 0 ? [...body] : body.slice(heading);
}

function firstSentence(body: readonly Block[]): string | undefined {
  const text = oneLine(bodyText(body.slice(0, 3)).slice(0, 1000).replaceAll('\n', ' '));
  // `20. November` goes on.
  const sentence = text?.match(/^.{20,}?(?:[!?]|(?<!\s\d{1,2})\.)["”“»]?(?=\s|$)/u)?.[0] ?? text;
  if (!sentence) return undefined;
  return sentence.length <= longestHeadline
    ? sentence
    : `${sentence.slice(0, longestHeadline).replace(/\s+\S*$/, '')} …`;
}

/** Status words of all standards: `stat:canceled`, `Canceled`, `killed`, `withheld`, `HOLD`, `Embargoed`. */
export function statusOf(word: string | undefined): DispatchStatus {
  const status =
    word
      ?.toLowerCase()
      .replace(/^.*[:/]/, '')
      .trim() ?? '';
  if (/^(?:cancel|kill|retract|delet|remove|withdrawn)/.test(status)) return 'killed';
  if (/^(?:withh|hold|held)/.test(status)) return 'withheld';
  return status.startsWith('embargo') ? 'embargoed' : 'usable';
}

const signals: readonly (readonly [RegExp, Signal])[] = [
  [/correct|korrektion|berichtigung/, 'correction'],
  [/^(?:flash|alert|newsalert|blitz)$/, 'flash'],
  [/repeat|wiederholung/, 'repeat'],
  [/roundup|zusammenfassung/, 'roundup'],
  [/^(?:update|u|writethru|lead|replace|aktualisierung|append-major-content|nyversion)$|^update:/, 'update'],
  [/^advisory$/, 'advisory'],
];

/** The signal some words of an agency stand for (`sig:update`, `edStat:U`, `Correction`); the strongest where there are several. */
export function signalOf(words: Iterable<string | undefined>): Signal | undefined {
  const given = [...words].map((word) =>
    (word ?? '')
      .toLowerCase()
      .replace(/^(?!update:)[\w-]*:/, '')
      .trim(),
  );
  return signals.find(([pattern]) => given.some((word) => pattern.test(word)))?.[1];
}

/** The signal a headline or slug has in words, where the format has no field for it: `CORRECTION`, `(Berichtigung)`, `EIL:`. */
export const signalOfWords = (...lines: readonly (string | undefined)[]): Signal | undefined => {
  const heads = lines.flatMap((line) => (line ? [line.slice(0, 200)] : []));
  return (
    strongest(heads.flatMap((head) => [headlineMarker(head), lineMarker(head)]))?.signal ??
    (heads.some((head) => /\bwritethru\b|^\W{0,3}\d(?:st|nd|rd|th) lead\b/i.test(head)) ? 'update' : undefined)
  );
};

/** 1–9 as the standards have it; anything else is nothing. */
export function urgencyOf(text: string | number | undefined | null): number | undefined {
  const urgency = Number(text ?? Number.NaN);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined;
}

/** A version number as far as it is a number that can be compared. */
export function versionOf(text: string | number | undefined | null): number | undefined {
  const version = text === '' || text === null || text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(version) && version >= 0 ? version : undefined;
}

/** `en-GB` for `EN-gb` and `en_GB`; undefined for what is no language tag (`x-default`). */
export function languageOf(tag: string | undefined | null): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}))?\b/i.exec(tag?.trim() ?? '');
  if (!match) return undefined;
  const region = match[2];
  if (!region) return match[1]?.toLowerCase();
  return `${match[1]?.toLowerCase()}-${region.length === 2 ? region.toUpperCase() : region}`;
}

/** A provider by its name: `dpa` for `nprov:dpa`, the host for an address, nothing for a URN. */
export function providerName(text: string | undefined | null): string | undefined {
  const name = oneLine(text ?? undefined);
  if (!name || /^urn:/i.test(name)) return undefined;
  if (/^https?:\/\//i.test(name)) return URL.parse(name)?.hostname.replace(/^www\./, '') || undefined;
  const bare = /^[\w-]+:\S+$/.test(name) ? name.replace(/^[\w-]+:/, '') : name;
  return agencyName(bare) ?? bare;
}

/** A note when there is text for one. */
export const note = (kind: Note['kind'], text: string | undefined | null): Note[] => {
  const found = oneLine(text ?? undefined);
  return found ? [{ kind, text: found }] : [];
};

/** Notes without repetitions: agencies send the same sentence as note and inside a notepad. */
export const distinctNotes = (notes: readonly Note[]): Note[] =>
  [...new Map(notes.map((found) => [found.text, found] as const).reverse()).values()].reverse();
