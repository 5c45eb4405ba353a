import { DateTime, type Zone } from 'luxon';

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
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(local);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  const offsets = exists && minute < 60 && second < 60 ? offsetsAround(zone, local) : undefined;
  if (!offsets) return undefined;
  const [before, after] = offsets;
  const fits = (offset: number) => before === after || offsetAt(zone, local - offset * MINUTE) === offset;
  // Not luxon's own reading of wall time: in the hour that comes twice that depends on the season it is asked in.
  const offset = fits(before) ? before : after;
  if (fits(offset)) return iso(local, offset);
  return iso(local + (after - before) * MINUTE, after);
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const zones = new Map<string, Zone>();
const days = new Map<string, readonly [number, number]>();

/** Minutes east of UTC at a moment, undefined for a zone nobody knows. */
function offsetAt(name: string, moment: number): number | undefined {
  let zone = zones.get(name);
  if (!zone) {
    const now = DateTime.utc().setZone(name);
    if (!now.isValid) return undefined;
    zone = now.zone;
    zones.set(name, zone);
  }
  return zone.offset(moment);
}

/** The offsets a day before and a day after: kept by day, for an import asks for the same days again and again. */
function offsetsAround(zone: string, local: number): readonly [number, number] | undefined {
  const key = `${zone} ${Math.floor(local / DAY)}`;
  const known = days.get(key);
  if (known) return known;
  const start = Math.floor(local / DAY) * DAY;
  const [before, after] = [offsetAt(zone, start - DAY), offsetAt(zone, start + 2 * DAY)];
  if (before === undefined || after === undefined) return undefined;
  if (days.size > 50_000) days.clear();
  days.set(key, [before, after]);
  return [before, after];
}

function iso(local: number, offset: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const wall = new Date(local).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Any ISO 8601 text; `zone` applies where the text itself names none. Undefined when it is not one. */
export function isoTime(text: string, zone: string): string | undefined {
  const time = DateTime.fromISO(text.trim(), { zone, setZone: true });
  return time.toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** The calendar day of an ISO time in Berlin, `YYYY-MM-DD`: the day a dispatch is filed under. */
export function berlinDay(iso: string): string {
  const moment = Date.parse(iso);
  const hour = Math.floor(moment / HOUR);
  let offset = berlinOffsets.get(hour);
  if (offset === undefined) {
    offset = offsetAt(BERLIN, moment) ?? 0;
    if (berlinOffsets.size >= MOST_HOURS) berlinOffsets.clear();
    berlinOffsets.set(hour, offset);
  }
  return new Date(moment + offset * MINUTE).toISOString().slice(0, 10);
}

/** Berlin's offset never changes within an hour of UTC, and asking for it is slow. */
const HOUR = 60 * MINUTE;
const MOST_HOURS = 20_000;
const berlinOffsets = new Map<number, number>();
