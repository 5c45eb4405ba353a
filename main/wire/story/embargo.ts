import { agencyZone } from '../agencies/agency.ts';
import { monthOf } from '../agencies/time-line.ts';
import { germanDates, monthNumber, namedZone, wallTime } from '../times/text-times.ts';
import { BERLIN, dayIn, isoTime } from '../times/times.ts';
import { daysAhead } from '../times/week-day.ts';
import { DATED_NEWS, isBareWord, LABELLED, NEWS, SENTENCE, SPERRFRIST, STATED, WAITS } from './embargo-lexicon.ts';

/** An embargo as stated in a text. */
export interface Embargo {
  /** The sentence, as printed. */
  readonly text: string;
  /** ISO 8601; absent if the sentence has no readable time. */
  readonly until?: string;
}

/** Words that no embargo has. */
const NEWS_WORDS = 2;
/** `Gesperrt: Autobahn bis 15. März`. */
const CLOSED = /^\W*gesperrt\s?:/iu;

/** News: of an embargo, or of something else that is closed or free. An hour is only named by an embargo. */
function isNews(sentence: string, until: string | undefined): boolean {
  if (WAITS.test(sentence)) return false;
  if (until === undefined) return NEWS.test(sentence);
  if (!DATED_NEWS.test(sentence) || clockOf(sentence) !== undefined) return false;
  const words = sentence.slice(0, MAX_NEWS_CHARS).match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => !isBareWord(word)).length >= (CLOSED.test(sentence) ? 1 : NEWS_WORDS);
}
const MAX_NEWS_CHARS = 120;

/** True for a line that states an embargo: with a time, or with `Sperrfrist`. */
export const isEmbargoLine = (line: string): boolean =>
  SPERRFRIST.test(line) || (STATED.test(line) && readEmbargo(line, '2000-01-01T00:00:00Z') !== undefined);

/** The beginning of a line that states a time and nothing else. */
function barePart(line: string): string {
  for (const { 0: word, index } of line.matchAll(/\p{L}+/gu)) if (!isBareWord(word)) return line.slice(0, index);
  return line;
}

function isLabelled(line: string): boolean {
  if (!LABELLED.test(line)) return false;
  const part = barePart(line);
  // `Embargo: at 18:00 the ships turned back`, `Embargo until 6 pm: 100 ships wait` are news.
  if (/^\W*embargo\b/iu.test(line) && dayOf(part, germanDates(part)[0]?.raw) === undefined) return false;
  return clockOf(part) !== undefined && readEmbargo(part, '2000-01-01T00:00:00Z')?.until !== undefined;
}

/** True for a line that is an embargo and not a headline: `EMBARGO until Saturday 0600 GMT`, not `Embargo: EU verlängert bis 15. März`, `Embargo bis 2030`. */
export function isBareEmbargo(line: string): boolean {
  if (line.length > 200) return false;
  if (isLabelled(line)) return true;
  if (!isEmbargoLine(line)) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  const isBare = words.every(isBareWord);
  const embargo = readEmbargo(line, '2000-01-01T00:00:00Z');
  if (SPERRFRIST.test(line)) return isBare || (embargo !== undefined && /\d\D{0,20}$/.test(line));
  return isBare && (embargo?.until !== undefined || EDITIONS.test(line));
}

/** Characters in which an embargo in front of a text ends, and what ends it. */
const MAX_LEADING_CHARS = 160;
/** Characters of a sentence behind it: less is part of the embargo. */
const MIN_TEXT_CHARS = 40;
const STOP = /[.!)\]]\s+(?=["„“»]?\p{Lu})|\s[-–—]{1,2}\s+(?=["„“»]?\p{Lu})/gu;

/** The embargo in front of a text on its line, and the text: `Sperrfrist: 17. März 2026, 12 Uhr. Die Häfen …`. */
export function leadingEmbargo(text: string): { embargo: string; rest: string } | undefined {
  const head = text.slice(0, MAX_LEADING_CHARS);
  if (!SPERRFRIST.test(head) && !STATED.test(head)) return undefined;
  for (const { 0: stop, index } of head.matchAll(STOP)) {
    const embargo = head.slice(0, index + 1).trim();
    const rest = text.slice(index + stop.length).trim();
    const isText = rest.length >= MIN_TEXT_CHARS && /[.!?]["”“»]?$/u.test(rest);
    const isTimed = isText && readEmbargo(embargo, '2000-01-01T00:00:00Z')?.until !== undefined;
    if (isTimed && isBareEmbargo(embargo.replace(/[.!]$/u, ''))) return { embargo, rest };
  }
  return undefined;
}

/** `Frei für Montagsausgaben`. */
const EDITIONS = /tags?(?:ausgabe|zeitung)/iu;
const LIFTED =
  /aufgehoben|abgelaufen|lifted|embargo (?:is |was )?over\b|entfällt|(?:ohne|keine) sperrfrist|no embargo/iu;
/** Notes use words of their own; but notes also mention trade embargoes ("With details of the oil embargo"). */
const IN_A_NOTE: readonly RegExp[] = [
  /(?:^|[.:!]\s+)\W{0,4}(?:strict(?:ly)?\s+)?embargo(?:ed)?\b(?!\s+(?:on|against)\b)/iu,
  /\b(?:strictly embargoed|under embargo|embargoed (?:until|till|to|for)|embargo (?:until|till|bis|ends))\b/iu,
  /\b(?:sperrfrist|sperrvermerk|frei ab)\b/iu,
  /\bnot for (?:public |any )?(?:publication|release|use|broadcast)\b.{0,20}\b(?:before|until)\b/iu,
];
const NAMED_DATE =
  /(?<!\d)(?<day>\d{1,2})(?:\.|st|nd|rd|th|er)?\s+(?:de |di )?(?<month>\p{L}{3,9})\.?(?:\s+(?:de |del )?(?<year>\d{4}))?/giu;
const US_DATE = /(?<month>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year>\d{4}))?/gu;
const SHORT_DATE = /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?!\d)/gu;
const ISO_DATE = /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/gu;
const ISO_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?/u;
const CLOCK =
  /(?<![\d.])(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))(?!\d|\.\d)\s*(?<half>[ap]\.?m\b\.?)?|(?<![\d.:])(?<hour2>\d{1,2})(?<minute2>\d{2})\s*(?=GMT|UTC|hrs|hours|[A-Z]{3,4}\b|(?:on )?\p{L}{3,6}day\b)|(?<![\d.])(?<hour3>\d{1,2})\s*(?:Uhr|h\b|(?<half3>[ap]\.?m\b\.?))|(?<!\p{L})(?:ore|las|kl\.?) (?<hour4>\d{1,2})(?![\d.:])/iu;
const ZONE = /\b(GMT|UTC|MESZ|MEZ|CEST|CET|BST|EST|EDT|CST|CDT|PST|PDT|JST|AEST|AEDT|ACST|ACDT|AWST|NZST|NZDT|ET)\b/;

/**
 * The first embargo in a text (`Sperrfrist: 24.11.2026, 6.00 Uhr`, `EMBARGOED UNTIL 0001 GMT 24 NOV 2026`). A day without a
 * year and a day of the week are the next ones on or after `reference` (ISO 8601: when the dispatch was sent). A time without a
 * day is on the day of `reference` in `zone`, or on the next morning if sent in the evening. Times without a zone are in `zone`
 * (IANA name). Undefined if nothing is embargoed or the embargo has been lifted.
 */
export function readEmbargo(text: string, reference: string, zone: string = BERLIN): Embargo | undefined {
  const sentences = text.match(SENTENCE)?.map((sentence) => sentence.trim());
  if (!sentences || sentences.some((sentence) => LIFTED.test(sentence))) return undefined;
  // A bare `EMBARGO:` in a headline says less than the line with the time.
  const found = sentences
    .map((sentence) => ({ sentence, until: momentOf(sentence, reference, zone) }))
    .filter(({ sentence, until }) => !isNews(sentence, until));
  const telling = found.find((one) => one.until !== undefined) ?? found[0];
  if (!telling) return undefined;
  const { sentence, until } = telling;
  return { text: sentence, ...(until ? { until } : {}) };
}

/** True if a note to the editors states an embargo that has not been lifted. */
export function speaksOfEmbargo(text: string | undefined): boolean {
  const head = text?.slice(0, 2000) ?? '';
  return !LIFTED.test(head) && IN_A_NOTE.some((words) => words.test(head));
}

/**
 * The end of an embargo in a note (ISO 8601), in the zone of its `source`, else of its `folder`; a day without a year is relative
 * to `published`.
 */
export const embargoTimeIn = (
  text: string | undefined,
  source: string,
  published?: string,
  folder?: string,
): string | undefined =>
  text === undefined ? undefined : momentOf(text.slice(0, 500), published, agencyZone(source) ?? folder ?? BERLIN);

function momentOf(sentence: string, reference: string | undefined, zone: string): string | undefined {
  const instant = ISO_TIME.exec(sentence)?.[0];
  if (instant) return isoTime(instant, zone);
  const full = germanDates(sentence)[0];
  const clock = clockOf(sentence);
  const where = namedZone(ZONE.exec(sentence)?.[1] ?? '') ?? zone;
  const day = dayOf(sentence, full?.raw);
  if (!day && !clock) return undefined;
  if (reference === undefined && day?.year === undefined) return undefined;
  const sent = Date.parse(reference ?? '') || 0;
  const today = new Date(dayIn(sent, where));
  const ahead = daysAhead(aboutEnd(sentence), today);
  const hour = clock?.hour ?? 0;
  const minute = clock?.minute ?? 0;
  if (day) {
    const inYear = (year: number) => wallTime({ month: day.month, day: day.day, year, hour, minute, second: 0 }, where);
    const until = inYear(day.year ?? today.getUTCFullYear());
    // `Sperrfrist 2. Januar` sent in December means next year.
    const isLast = until !== undefined && day.year === undefined && Date.parse(until) < sent - 200 * DAY;
    return isLast ? inYear(today.getUTCFullYear() + 1) : until;
  }
  const inDays = (days: number) => {
    const near = new Date(today.getTime() + days * DAY);
    const [year, month, date] = [near.getUTCFullYear(), near.getUTCMonth() + 1, near.getUTCDate()];
    return wallTime({ year, month, day: date, hour, minute, second: 0 }, where);
  };
  const until = inDays(ahead ?? 0);
  // `Sperrfrist 6 Uhr` sent in the evening means the next morning.
  const isPast = until !== undefined && ahead === undefined && Date.parse(until) < sent - DAY / 3;
  return isPast ? inDays(1) : until;
}
const DAY = 24 * 3600 * 1000;

/** What follows the word for embargo in a note: a day before it may be that of another story. */
const aboutEnd = (sentence: string): string =>
  sentence.slice(Math.max(sentence.search(/embargo|sperr|frei\b|release|not for/iu), 0)).slice(0, 120);

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

function dayOf(sentence: string, german: string | undefined): Day | undefined {
  const [day, month, year] = german?.split(/[^\d]+/, 3).map(Number) ?? [];
  if (day && month && year !== undefined) return { day, month, year };
  for (const pattern of [ISO_DATE, SHORT_DATE, NAMED_DATE, US_DATE]) {
    for (const { groups } of sentence.matchAll(pattern)) {
      const month =
        monthNumber(groups?.month ?? '') ?? monthOf(groups?.month ?? '') ?? (Number(groups?.month) || undefined);
      if (month === undefined) continue;
      return { day: Number(groups?.day), month, ...(groups?.year ? { year: Number(groups.year) } : {}) };
    }
  }
  return undefined;
}

function clockOf(sentence: string): { hour: number; minute: number } | undefined {
  // Dates look like times because of their full stops: remove them first.
  const groups = CLOCK.exec(
    sentence.replace(/\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?/g, ' ').replace(ISO_DATE, ' '),
  )?.groups;
  if (!groups) return undefined;
  const half = (groups.half ?? groups.half3 ?? '').toLowerCase();
  const hour = Number(groups.hour ?? groups.hour2 ?? groups.hour3 ?? groups.hour4);
  const minute = Number(groups.minute ?? groups.minute2 ?? 0);
  if (hour > 24 || minute > 59) return undefined;
  return { hour: half.startsWith('p') ? (hour % 12) + 12 : half.startsWith('a') ? hour % 12 : hour, minute };
}
