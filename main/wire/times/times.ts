import { DateTime, type Zone } from 'luxon';

/** The zone of German wire copy without a zone. */
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
 * A wall-clock time in a zone (IANA name or `UTC+2`) as ISO 8601 with offset, undefined if there is no such day
 * or hour. A time in the hour that summer time skips is an hour later; in the hour that occurs twice, the first one.
 */
export function zonedTime(wall: WallTime, zone: string): string | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = wall;
  // ISO 8601 (2004), 4.2.3: 24:00 is the end of the day; RFC 5322, 3.3 has a leap second.
  if (hour === 24 && minute === 0 && second === 0) {
    if (zonedTime({ year, month, day }, zone) === undefined) return undefined;
    const next = new Date(Date.UTC(year, month - 1, day + 1));
    return zonedTime({ year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }, zone);
  }
  if (second === 60) return zonedTime({ ...wall, second: 59 }, zone);
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(local);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  const known = exists && minute < 60 && second < 60 ? knownZone(zone) : undefined;
  if (!known) return undefined;
  const [before, after] = offsetsAround(known, local);
  const fits = (offset: number) => before === after || known.zone.offset(local - offset * MINUTE) === offset;
  // Not luxon's reading of wall time: for the hour that occurs twice it depends on the current season.
  const offset = fits(before) ? before : after;
  if (fits(offset)) return iso(local, offset);
  return iso(local + (after - before) * MINUTE, after);
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Cached days of a zone: more than a century. */
const MAX_DAYS = 50_000;

/** A zone and a cache of its offsets by day: luxon is slow, and an import asks for the same days again and again. */
interface KnownZone {
  readonly zone: Zone;
  readonly days: Map<number, readonly [before: number, after: number]>;
}
const zones = new Map<string, KnownZone>();

/** Undefined for an unknown zone. */
function knownZone(name: string): KnownZone | undefined {
  const known = zones.get(name);
  if (known) return known;
  const now = DateTime.utc().setZone(name);
  if (!now.isValid) return undefined;
  const found = { zone: now.zone, days: new Map() };
  zones.set(name, found);
  return found;
}

/** The offsets (minutes east of UTC) a day before and a day after the day of a moment. */
function offsetsAround({ zone, days }: KnownZone, moment: number): readonly [number, number] {
  const day = Math.floor(moment / DAY);
  const known = days.get(day);
  if (known) return known;
  const offsets = [zone.offset((day - 1) * DAY), zone.offset((day + 2) * DAY)] as const;
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, offsets);
  return offsets;
}

function iso(local: number, offset: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const wall = new Date(local).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Any ISO 8601 text; `zone` (IANA) applies if the text names none. Undefined for other text. */
export function isoTime(text: string, zone: string): string | undefined {
  const trimmed = text.trim();
  const utc = zone === 'UTC' && !trimmed.endsWith('Z') ? `${trimmed}Z` : trimmed;
  if (isPlainUtc(utc)) return utc.replace('.000', '');
  const time = DateTime.fromISO(trimmed, { zone, setZone: true });
  return time.toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** `2026-07-25T20:35:22.708Z` and the like, with a valid day and time: the usual case, for which luxon is slow. */
const isPlainUtc = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/.test(text)) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 19) === text.slice(0, 19);
};

/** The calendar day of an ISO time in Berlin, `YYYY-MM-DD`: the day a dispatch is filed under. */
export const berlinDay = (iso: string): string => berlinDayOf(Date.parse(iso));

/** The same for milliseconds since 1970. */
export const berlinDayOf = (moment: number): string => dayIn(moment, BERLIN);

/** The calendar day of a moment (milliseconds since 1970) in a zone; an unknown zone counts as UTC. */
export function dayIn(moment: number, zone: string): string {
  return new Date(moment + offsetIn(moment, zone) * MINUTE).toISOString().slice(0, 10);
}

function offsetIn(moment: number, name: string): number {
  const known = knownZone(name);
  if (!known) return 0;
  const [before, after] = offsetsAround(known, moment);
  return before === after ? before : known.zone.offset(moment);
}
