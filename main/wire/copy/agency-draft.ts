import type { Block, DispatchStatus, Note, Reference, Signal } from '../dispatch.ts';
import type { Draft } from '../draft.ts';
import { oneLine } from '../markup/markup.ts';
import { bodyText } from '../normalise.ts';
import { agencyTime } from './agency-time.ts';
import { splitDateline } from './markup-dateline.ts';

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
  const { dateline, body } = splitDateline([...found.body], found.dateline, found.source);
  const takenBack = found.status === 'killed' || found.status === 'withheld';
  const headline = oneLine(found.headline);
  const instead =
    headline ?? firstSentence(body) ?? (takenBack || body.length > 0 ? (found.slug ?? found.guid) : undefined);
  if (!instead) return undefined;
  const warnings = [...(found.warnings ?? [])];
  if (!headline)
    warnings.push('No headline in the file: the beginning of the text, or else the slug, stands in for it.');
  if (body.length === 0 && !takenBack) warnings.push('No text in the file, only a headline.');
  const orders = !takenBack && found.refersTo?.some((reference) => reference.relation === 'kills');
  const signal = found.signal ?? (orders ? 'advisory' : signalOfWords(headline, found.slug));
  const related = found.related?.filter(
    (teaser) => teaser.dispatchId === undefined || teaser.dispatchId !== found.guid,
  );
  // A flash without a figure is urgent, but only its agency can call it the highest.
  const urgency = found.urgency ?? (signal === 'flash' ? 2 : undefined);
  return {
    ...found,
    related,
    signal,
    urgency,
    headline: instead,
    dateline,
    body: headline ? withoutRepeated(body, headline) : body,
    warnings,
  };
}

/** The text without the headline that XHTML versions of it repeat at the beginning. */
function withoutRepeated(body: readonly Block[], headline: string): Block[] {
  const heading = body.findIndex((block) => !('text' in block) || oneLine(block.text) !== headline);
  return heading < 0 ? [...body] : body.slice(heading);
}

function firstSentence(body: readonly Block[]): string | undefined {
  const text = oneLine(bodyText(body.slice(0, 3)).slice(0, 1000).replaceAll('\n', ' '));
  const sentence = text?.match(/^.{20,}?[.!?]["”“»]?(?=\s|$)/u)?.[0] ?? text;
  if (!sentence) return undefined;
  return sentence.length <= longestHeadline
    ? sentence
    : `${sentence.slice(0, longestHeadline).replace(/\s+\S*$/, '')} …`;
}

/** Status words of all standards: `stat:canceled`, `Canceled`, `killed`, `withheld`, `HOLD`, `Embargoed`. */
export function statusOf(word: string | undefined): DispatchStatus {
  const status = word?.toLowerCase().replace(/^.*:/, '').trim() ?? '';
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

const headlineSignals: readonly (readonly [RegExp, Signal])[] = [
  [/^\W{0,3}(?:correct(?:ion|ed)|corr\b|berichtigung|korrektur|korr-bericht|rectific)/i, 'correction'],
  [/^\W{0,4}(?:flash|newsalert|blitz|eil(?:meldung)?|alert|urgente?)\b\W/i, 'flash'],
  [/^\W{0,3}(?:wiederholung|repeat|refile|wdh)\b/i, 'repeat'],
  [/^\W{0,3}(?:zusammenfassung|gesamtzusammenfassung|roundup|wrapup|nachrichtenüberblick)\b/i, 'roundup'],
  [/^\W{0,3}(?:update\b|aktualisier|\d(?:st|nd|rd|th) lead|lead\b)|writethru/i, 'update'],
  [
    /^\W{0,3}(?:achtung|advisory|impressum|planungshinweis|verzögerung|tagesvorschau|terminvorschau|vorschau)\b/i,
    'advisory',
  ],
];

/** The signal a headline or slug begins with, where the format has no field for it: `CORRECTION`, `(Berichtigung)`, `EIL:`. */
export const signalOfWords = (...lines: readonly (string | undefined)[]): Signal | undefined =>
  headlineSignals.find(([pattern]) =>
    lines.some((line) => line !== undefined && pattern.test(line.slice(0, 200))),
  )?.[1];

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
  return /^[\w-]+:\S+$/.test(name) ? name.replace(/^[\w-]+:/, '') : name;
}

/** A note when there is text for one. */
export const note = (kind: Note['kind'], text: string | undefined | null): Note[] => {
  const found = oneLine(text ?? undefined);
  return found ? [{ kind, text: found }] : [];
};

/** Notes without repetitions: agencies send the same sentence as note and inside a notepad. */
export const distinctNotes = (notes: readonly Note[]): Note[] =>
  [...new Map(notes.map((found) => [found.text, found] as const).reverse()).values()].reverse();

/** An embargo on the text; a trade embargo is news and stands in notes too ("With details of the oil embargo"). */
const embargoWords: readonly RegExp[] = [
  /(?:^|[.:!]\s+)\W{0,4}(?:strict(?:ly)?\s+)?embargo(?:ed)?\b(?!\s+(?:on|against)\b)/i,
  /\b(?:strictly embargoed|under embargo|embargoed (?:until|till|to|for)|embargo (?:until|till|bis|ends))\b/i,
  /\b(?:sperrfrist|sperrvermerk|frei ab)\b/i,
  /\bnot for (?:public |any )?(?:publication|release|use|broadcast)\b.{0,20}\b(?:before|until)\b/i,
];
const noEmbargo =
  /\b(?:no embargo|(?:ohne|keine) sperrfrist|embargo (?:is |was )?(?:lifted|over|aufgehoben)|sperrfrist (?:ist )?(?:aufgehoben|abgelaufen))\b/i;

/** True when a note to the editors speaks of an embargo that holds. */
export function speaksOfEmbargo(text: string | undefined): boolean {
  const head = text?.slice(0, 2000) ?? '';
  return !noEmbargo.test(head) && embargoWords.some((words) => words.test(head));
}

/**
 * The day (and hour) a note names as the end of an embargo: `Sperrfrist: 24.12.2025, 18.00 Uhr`, an ISO time, or
 * `EMBARGOED TO 0001 SATURDAY JANUARY 4`, whose year is that of `published` or the one after.
 */
export function embargoTimeIn(text: string | undefined, source: string, published?: string): string | undefined {
  const head = text?.slice(0, 500) ?? '';
  const dotted = /(\d{1,2}\.\d{1,2}\.\d{4})(?:[,\s-]{1,3}(?:um )?(\d{1,2}[.:]\d{2}))?/.exec(head);
  if (dotted) return agencyTime(`${dotted[1]} ${dotted[2] ?? '00:00'}`, source).iso;
  const iso = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?/.exec(head);
  return iso ? agencyTime(iso[0], source).iso : englishEmbargo(head, source, published);
}

function englishEmbargo(text: string, source: string, published: string | undefined): string | undefined {
  const match =
    /\b(\d{2})[:.]?(\d{2})(?: ?(?:hrs|hours))?(?: (GMT|BST|UTC|CET|CEST))?,? (?:on )?(?:[a-z]{3,6}day,? )?(?:(\d{1,2}) )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (\d{1,2})\b)?(?:,? (\d{4}))?/i.exec(
      text,
    );
  const day = match?.[4] ?? match?.[6];
  const year = Number(match?.[7] ?? published?.slice(0, 4));
  if (!match || !day || !year) return undefined;
  const at = (wanted: number) =>
    agencyTime(`${day} ${match[5]} ${wanted} ${match[1]}:${match[2]} ${match[3]?.toUpperCase() ?? ''}`, source).iso;
  const time = at(year);
  // A note of December may name a day of January without saying the year.
  return time && published && !match[7] && Date.parse(time) < Date.parse(published) - 86_400_000 * 60
    ? at(year + 1)
    : time;
}

const killOrder =
  /\b(?:kill|withdraw|annul)\b(?: the)?(?: story| item| dispatch)?([^.\n]{0,160}?)\b([A-Z]{1,3}\d{3,6}|\d{3,6})\b/;

/** The item an agency asks to kill in words: "Please kill the story X, V9991". */
export function killReferences(...texts: readonly (string | undefined)[]): Reference[] {
  for (const text of texts) {
    const order =
      text && /\bkill\b|\bwithdraw\b/i.test(text.slice(0, 3000))
        ? killOrder.exec(
            text
              .slice(0, 3000)
              .replace(/\bKILL\b/g, 'kill')
              .replace(/\bKill\b/g, 'kill'),
          )
        : null;
    if (order?.[2] && /\b(?:please|must|mandatory|kill)\b/i.test(text ?? ''))
      return [{ relation: 'kills', number: order[2] }];
  }
  return [];
}
