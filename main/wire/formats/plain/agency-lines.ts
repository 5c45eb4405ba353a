import type { ReadTime } from '../../story/facts.ts';
import { namesOf } from '../../text/byline.ts';
import { dateline } from '../../text/dateline.ts';
import { foreignMonth, namedZone, wallTime } from '../../times/text-times.ts';
import { isBlank } from './sender.ts';

/** What an agency types around its text, where the frame of control characters is lost. */
interface AgencyLines {
  readonly lines: readonly string[];
  readonly subhead?: string;
  readonly byline?: string;
  /** The number under which the text is filed. */
  readonly filed?: string;
}

const MAX_SUBHEAD_CHARS = 120;
/** `Von Anna Brook (KNA)`. */
const SIGNED = /^(?<line>(?:Von|By) .{3,80}?)\s*\([\p{L}/-]{2,12}\)$/u;
/** `KNA - qelmnx-89-00017`. */
const FILED = /^\p{Lu}{2,4} - [a-z]{3,8}-\d{2}-\d{4,6}$/u;

/** `Utl.: Erste Fahrt am Montag`, as APA marks its second headline. */
const SUBTITLE = /^\s*Utl\.?:\s*(?<text>\S.{2,200})$/u;

/** The lines below a headline without a second headline that is marked as one. */
export function withoutSubtitle(lines: readonly string[]): { lines: readonly string[]; subhead?: string } {
  const row = lines.findIndex((line) => !isBlank(line));
  const subhead = SUBTITLE.exec(lines[row] ?? '')?.groups?.text?.replace(/(?<!\s)\s*=\s*$/u, '');
  return subhead === undefined ? { lines } : { lines: lines.slice(row + 1), subhead };
}

/** The lines below a headline whose agency is known by its header: without subhead and byline above the text, and the number below it. */
export function withoutAgencyLines(lines: readonly string[]): AgencyLines {
  const filled = lines.flatMap((line, row) => (isBlank(line) ? [] : [row]));
  const text = (at: number) => lines[filled[at] ?? -1]?.trim() ?? '';
  const isSubhead =
    filled[0] === 0 &&
    filled.length > 1 &&
    text(0).length <= MAX_SUBHEAD_CHARS &&
    !/[.!?:]["”“»]?$/u.test(text(0)) &&
    !isAbove(text(0));
  const signedAt = isSubhead ? 1 : 0;
  const byline = namesOf(SIGNED.exec(text(signedAt))?.groups?.line ?? text(signedAt));
  const filed = FILED.test(text(filled.length - 1)) ? text(filled.length - 1) : undefined;
  const first = filled[signedAt + (byline === undefined ? 0 : 1)] ?? lines.length;
  return {
    lines: lines.slice(first, filed === undefined ? undefined : filled.at(-1)),
    ...(isSubhead ? { subhead: text(0) } : {}),
    ...(byline === undefined ? {} : { byline }),
    ...(filed === undefined ? {} : { filed }),
  };
}

const isAbove = (line: string): boolean =>
  namesOf(line) !== undefined || SIGNED.test(line) || dateline(line) !== undefined;

/** `141012 GMT Mrz 26`, `AFP 141012 MAR 26`: the last line of an IPTC 7901 message. */
const TRAILER =
  /^\s*(?:\p{Lu}{3,5} )?(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})\s(?:(?<zone>GMT|UTC|MEZ|MESZ|CET|CEST)\s)?(?<month>\p{L}{3})\s(?<year>\d{2})\s*$/u;

/** `14-MAR-26 10:12 NNNN`, the last line of ANSA. */
const DASHED_TRAILER =
  /^\s*(?<day>\d{1,2})-(?<month>\p{L}{3})-(?<year>\d{2}) (?<hour>\d{1,2}):(?<minute>\d{2})(?: NNNN)?\s*$/u;

/** `AXC0123 2026-03-14/10:12`, `APA0214 2026-03-14/10:12`: the last line of dpa-AFX and APA. */
const NUMBERED_TRAILER =
  /^\s*[A-Z]{3}\d{3,5} (?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\/(?<hour>\d{2}):(?<minute>\d{2})\s*$/u;

/** `Copyright dpa-AFX Wirtschaftsnachrichten GmbH. Alle Rechte vorbehalten.`, below the trailer. */
const COPYRIGHT = /^\s*(?:copyright|\(c\)|©)(?!\p{L})/iu;

/** The time at the end of a message without its frame, and the lines without it; undefined where it is text. */
export function trailerOf(lines: readonly string[]): { time: ReadTime; lines: readonly string[] } | undefined {
  const last = lastFilled(lines);
  const row = COPYRIGHT.test(lines[last] ?? '') ? lastFilled(lines.slice(0, last)) : last;
  const time = trailerTime(lines[row] ?? '');
  return time && { time, lines: lines.toSpliced(row, 1) };
}

const lastFilled = (lines: readonly string[]): number => lines.findLastIndex((line) => !isBlank(line));

/** The time that a line is, if it is the trailer of a message; undefined for other lines. */
export function trailerTime(line: string): ReadTime | undefined {
  const raw = line.trim();
  const {
    day,
    hour,
    minute,
    month = '',
    year,
    zone,
  } = (TRAILER.exec(raw) ?? DASHED_TRAILER.exec(raw) ?? NUMBERED_TRAILER.exec(raw))?.groups ?? {};
  const number = foreignMonth(month) ?? (Number(month) || undefined);
  if (!day || number === undefined) return undefined;
  const wall = { year: Number(year), month: number, day: Number(day), hour: Number(hour), minute: Number(minute) };
  const iso = wallTime(wall, zone === undefined ? undefined : namedZone(zone));
  return iso ? { iso, raw, isLocal: zone === undefined } : undefined;
}
