import { AGENCY_LETTERS, agencyName } from '../agencies/agency.ts';
import { DTS } from '../agencies/agency-row.ts';
import { type FoundTime, germanDates } from '../times/text-times.ts';

/** What an agency prints above a text that has lost its frame: `KNA 0017 Kirche Glocken 14.03.2026 10:12`. */
export interface AgencyHeader {
  readonly source: string;
  /** Absent where a day and hour show that the line is a header. */
  readonly number?: string;
  readonly time?: FoundTime;
}

const HEADER = new RegExp(
  String.raw`^\s*(?<letters>${AGENCY_LETTERS})[ -]{1,3}(?<number>\d{3,5})(?=\s)(?<rest>.{3,120})$`,
  'iu',
);
/** `epd-Landesdienst Nord 14.03.2026 10:12`: no number, but an hour. */
const UNNUMBERED = new RegExp(String.raw`^\s*(?<letters>${AGENCY_LETTERS})(?:[ -].{1,90})?$`, 'u');
/** Behind the time: the place, in letters. */
const END = /^ ?(?:Uhr ?)?[A-Z]{0,5} ?$/u;
/** They print a time above their texts as part of another layout. */
const OTHER_LAYOUT = new Set<string>([DTS, 'dpa-AFX']);
/** `Kirche/Glocken/Sandau/`: the keywords below it. */
const SLUG = /^\s*[\p{L}\d][^/.:!?]{1,40}(?:\/[^/.:!?]{1,40}){1,7}\/?\s*$/u;

/** The keywords in a line of nothing else; undefined for other lines. */
export const slugLine = (line: string): string | undefined =>
  line.length < 160 && SLUG.test(line) ? line.trim().replace(/\/$/u, '') : undefined;

/** The header in a line; undefined for other lines. A number alone may count something: a day or keywords below it are required. */
export function agencyHeader(line: string, below: string): AgencyHeader | undefined {
  if (line.length >= 160) return undefined;
  const { letters = '', number } = (HEADER.exec(line) ?? UNNUMBERED.exec(line))?.groups ?? {};
  const source = agencyName(letters);
  if (source === undefined) return undefined;
  const time = germanDates(line).at(-1);
  const isDated = time !== undefined && END.test(line.slice(line.lastIndexOf(time.raw) + time.raw.length));
  const isKnown =
    number === undefined ? time?.hasHour === true && !OTHER_LAYOUT.has(source) : slugLine(below) !== undefined;
  if (number === undefined ? !isDated || !isKnown : !isDated && !isKnown) return undefined;
  return { source, ...(number === undefined ? {} : { number }), ...(isDated ? { time } : {}) };
}
