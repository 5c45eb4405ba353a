import { DateTime } from 'luxon';

/** The zone of German wire copy that names none. */
export const BERLIN = 'Europe/Berlin';

export interface WallTime {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** A two-digit year as wires write it: 70–99 are the last century (POSIX, strptime `%y` uses 69). */
export const fullYear = (year: number): number => (year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year);

/**
 * A wall-clock time in a zone (IANA name or `UTC+2`) as ISO 8601 with offset, undefined when the calendar has no such day
 * or hour. In the hour that summer time skips it is the moment an hour later; in the hour that comes twice, the first one.
 */
export function zonedTime(wall: WallTime, zone: string): string | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = wall;
  const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
  return time.toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** Any ISO 8601 text; `zone` applies where the text itself names none. Undefined when it is not one. */
export function isoTime(text: string, zone: string): string | undefined {
  const time = DateTime.fromISO(text.trim(), { zone, setZone: true });
  return time.toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** The calendar day of an ISO time in Berlin, `YYYY-MM-DD`: the day a dispatch is filed under. */
export function berlinDay(iso: string): string {
  const quarter = Math.floor(Date.parse(iso) / QUARTER_HOUR);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = DateTime.fromMillis(quarter * QUARTER_HOUR, { zone: BERLIN }).toFormat('yyyy-MM-dd');
  if (days.size >= MOST_DAYS) days.clear();
  days.set(quarter, day);
  return day;
}

/** No zone changes its day within a quarter of an hour, and asking for a day is slow. */
const QUARTER_HOUR = 15 * 60_000;
const MOST_DAYS = 10_000;
const days = new Map<number, string>();
