import { AGENCY_LETTERS, agencyName } from '../agencies/agency.ts';
import { type FoundTime, germanDates } from '../times/text-times.ts';

/** What an agency prints above a text that has lost its frame: `KNA 0017 Kirche Glocken 14.03.2026 10:12`. */
export interface AgencyHeader {
  readonly source: string;
  readonly number: string;
  readonly time?: FoundTime;
}

const HEADER = new RegExp(
  String.raw`^\s*(?<letters>${AGENCY_LETTERS})[ -]{1,3}(?<number>\d{3,5})(?=\s)(?<rest>.{3,120})$`,
  'iu',
);
/** `Kirche/Glocken/Sandau/`: the keywords below it. */
const SLUG = /^\s*[\p{L}\d][^/.:!?]{1,40}(?:\/[^/.:!?]{1,40}){1,7}\/?\s*$/u;

/** The keywords in a line of nothing else; undefined for other lines. */
export const slugLine = (line: string): string | undefined =>
  line.length < 160 && SLUG.test(line) ? line.trim().replace(/\/$/u, '') : undefined;

/** The header in a line; undefined for other lines. A number alone may count something: a day or keywords below it are required. */
export function agencyHeader(line: string, below: string): AgencyHeader | undefined {
  const groups = line.length < 160 ? HEADER.exec(line)?.groups : undefined;
  const source = agencyName(groups?.letters ?? '');
  if (!groups?.number || source === undefined) return undefined;
  const time = germanDates(line).at(-1);
  const isDated = time !== undefined && line.trimEnd().endsWith(time.raw);
  if (!isDated && slugLine(below) === undefined) return undefined;
  return { source, number: groups.number, ...(isDated ? { time } : {}) };
}
