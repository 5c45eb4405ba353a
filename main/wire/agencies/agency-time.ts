import { type Message, message } from '../../../preload/contract/messages.ts';
import { plainOrder } from '../times/date-order.ts';
import { foreignMonth, namedZone } from '../times/text-times.ts';
import { BERLIN, fullYear, isoTime, zonedTime } from '../times/times.ts';
import { agencyZone } from './agency.ts';

export interface AgencyTime {
  readonly iso?: string;
  /** The time as the file says it. */
  readonly raw?: string;
  /** What had to be assumed, or that it could not be read. */
  readonly warning?: Message;
}

/** The zones of a time that names none. */
export interface Clocks {
  /** IANA zone of the agency's clocks. */
  readonly known?: string | undefined;
  /** Assumed where none is known, with a warning. */
  readonly assumed: string;
  /** With slashes the month stands before the day, as in America. */
  readonly isAmerican?: boolean;
}

/**
 * A time in any of the spellings of wire files (ISO 8601 basic and extended, RFC 822, `DD.MM.YYYY HH:MM`) as ISO 8601 with
 * offset. Where it names no zone that of the agency holds, found in `names` (source, provider, rights holder); without
 * one Europe/Berlin, with a warning.
 */
export const agencyTime = (raw: string | undefined, ...names: readonly (string | undefined)[]): AgencyTime =>
  timeBy(raw, { known: names.map(agencyZone).find((zone) => zone !== undefined), assumed: BERLIN });

/** {@link agencyTime} with the zones given. */
export function timeBy(raw: string | undefined, { known, assumed, isAmerican = false }: Clocks): AgencyTime {
  const text = raw?.trim().replace(/\s+/g, ' ').slice(0, 80);
  if (!text) return {};
  const plain = plainOrder(text);
  const zone = known ?? assumed;
  const iso = isoLike(plain, zone) ?? mailTime(plain, zone) ?? dottedTime(plain, zone, isAmerican) ?? epochTime(plain);
  // Year 1 is what some systems write for "none".
  if (!iso || iso < '1900') return { raw: text, warning: message('time.unreadable', { time: text }) };
  const isAssumed = known === undefined && !namesZone(plain);
  return { iso, raw: text, ...(isAssumed ? { warning: message('time.no-zone', { time: text, zone }) } : {}) };
}

const namesZone = (text: string): boolean => {
  const letters = /[\d ]([A-Z]{1,4})$/.exec(text)?.[1];
  return (
    (letters !== undefined && namedZone(letters) !== undefined) ||
    /\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)? ?(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?$/.test(text) ||
    /^\d{10}(?:\d{3})?$/.test(text)
  );
};

function isoLike(text: string, zone: string): string | undefined {
  if (!/^\d{4}[-.]?\d{2}[-.]?\d{2}(?:$|[T ]\d)/.test(text)) return undefined;
  const match = /^(\d{4}[-.]?\d{2}[-.]?\d{2})(?:[T ]+([\d:.,]+))? ?(.*)$/s.exec(text);
  const [, day = '', clock, rest = ''] = match ?? [];
  const date = day.replaceAll('.', '-');
  if (clock === undefined) return isoTime(date, zone);
  const colons =
    date.includes('-') && !clock.includes(':') ? clock.replace(/^(\d\d)(\d\d)(\d\d)?/, timeWithColons) : clock;
  const named = namedZone(rest);
  return isoTime(`${date}T${colons}${named === undefined ? rest : ''}`, named ?? zone);
}
const timeWithColons = (_: string, hour: string, minute: string, second?: string): string =>
  [hour, minute, ...(second ? [second] : [])].join(':');

/** RFC 822 and its looser relatives: `Wed, 03 Jan 2018 13:47:00 GMT`, `03 Apr 02 1500 GMT`, `Jul 3, 2020 4:05 PM`. */
function mailTime(text: string, zone: string): string | undefined {
  const match =
    /^(?:\p{L}{2,10}\.?,? )?(?<day>\d{1,2})\.?(?:[ -]| de )(?<month>\p{L}{3,9})\.?(?:[ -]| de )(?<year>\d{4}|\d{2})(?:,| [-–|]|,? (?:at|um|à|kl\.?|om|alle|a las))?(?: (?<hour>\d{1,2})[:.h]?(?<minute>\d{2})(?::?(?<second>\d{2}))?)? ?(?<rest>.*)$/u.exec(
      text,
    ) ??
    /^(?:\p{L}{2,10}\.?,? )?(?<month>\p{L}{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})(?:,| [-–|]| at)?(?: (?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)? ?(?<rest>.*)$/u.exec(
      text,
    );
  const { day = '', month = '', year = '', hour = '0', minute = '0', second = '0', rest = '' } = match?.groups ?? {};
  if (!match) return undefined;
  return zonedTime(
    {
      year: fullYear(Number(year)),
      month: foreignMonth(month) ?? 0,
      day: Number(day),
      hour: hourOfDay(hour, rest),
      minute: Number(minute),
      second: Number(second),
    },
    zoneWritten(rest, zone),
  );
}

/** Twelve hours, and what half of the day they belong to behind the time. */
function hourOfDay(hour: string, rest: string): number {
  const half = HALF.exec(rest)?.[0].toLowerCase();
  return half ? (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hour);
}
const HALF = /^[ap]\.?m\b/i;

/** `28.09.2018 11:15`, `03.12.2025 - 16:30:43 Uhr`, `2.4.2019 16:02:09 CEST`, `11/20/2026 10:00:00 AM`. */
function dottedTime(text: string, zone: string, isAmerican: boolean): string | undefined {
  const match =
    /^(?:\p{L}{2,10}\.?,? )?(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})(?:[ ,-]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)? ?(.*)$/u.exec(
      text,
    );
  if (!match) return undefined;
  const [, first, sign, second, year, hour = '0', minute = '0', seconds = '0', rest = ''] = match;
  // With slashes Europe writes the day first and America the month: an a.m./p.m. clock or a second number above 12 means America.
  const american = sign === '/' && Number(first) <= 12 && (Number(second) > 12 || HALF.test(rest) || isAmerican);
  const [month, day] = american ? [first, second] : [second, first];
  return zonedTime(
    {
      year: fullYear(Number(year)),
      month: Number(month),
      day: Number(day),
      hour: hourOfDay(hour, rest),
      minute: Number(minute),
      second: Number(seconds),
    },
    zoneWritten(rest, zone),
  );
}

const epochTime = (text: string): string | undefined =>
  /^\d{10}(?:\d{3})?$/.test(text) ? isoTime(new Date(Number(text.padEnd(13, '0'))).toISOString(), 'UTC') : undefined;

function zoneWritten(rest: string, otherwise: string): string {
  const offset = /([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(rest);
  if (offset) return `UTC${offset[1]}${offset[2]}:${offset[3] ?? '00'}`;
  const hours = /([A-Z]{1,4})\b[^A-Z]*$/.exec(rest)?.[1];
  return (hours === undefined ? undefined : namedZone(hours)) ?? otherwise;
}
