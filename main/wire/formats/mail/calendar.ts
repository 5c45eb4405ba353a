import { unixLines } from '../../bytes/control-codes.ts';
import { decodePart } from '../../bytes/decode.ts';
import type { FoundEvent } from '../../story/facts.ts';
import { bytesOf } from './mime-words.ts';

/** What an invitation says (RFC 5545, VEVENT). */
export interface Invitation {
  readonly event: FoundEvent;
  readonly summary: string;
  /** Paragraphs. */
  readonly description: readonly string[];
}

/** RFC 5545 §3.1: name, parameters, value; the value of a parameter may be quoted. */
const PROPERTY = /^(?<name>[A-Z-]{3,40})(?<parameters>(?:;[A-Z-]{1,40}=(?:"[^"]*"|[^";:]*))*):(?<value>.*)$/iu;
/** §3.3.5: `20260317T110000Z`, `20260317`. */
const TIME = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<zone>Z?))?$/u;

/** The first event of a calendar, given with one character per byte; undefined where there is none. */
export function readInvitation(content: string, charset?: string): Invitation | undefined {
  const text = unixLines(decodePart(bytesOf(content), charset)).replace(/\n[ \t]/gu, '');
  const lines = text.split('\n');
  const start = lines.indexOf('BEGIN:VEVENT');
  if (start < 0) return undefined;
  const properties = new Map<string, { parameters: string; value: string }>();
  for (const line of lines.slice(start + 1)) {
    if (/^(?:END:VEVENT|BEGIN:VALARM)$/u.test(line)) break;
    const { name = '', parameters = '', value = '' } = PROPERTY.exec(line)?.groups ?? {};
    if (name !== '' && !properties.has(name.toUpperCase())) properties.set(name.toUpperCase(), { parameters, value });
  }
  const propertyOf = (name: string) => unescaped(properties.get(name)?.value ?? '').trim();
  const zone = /;TZID="?(?<zone>[A-Za-z_]+\/[A-Za-z_/]+)/iu.exec(properties.get('DTSTART')?.parameters ?? '')?.groups
    ?.zone;
  return {
    event: {
      start: isoOf(properties.get('DTSTART')?.value),
      end: isoOf(properties.get('DTEND')?.value),
      place: propertyOf('LOCATION'),
      ...(zone === undefined ? {} : { zone }),
    },
    summary: propertyOf('SUMMARY'),
    description: propertyOf('DESCRIPTION')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

function isoOf(value: string | undefined): string | undefined {
  const { year, month, day, hour, minute, second, zone } = TIME.exec(value?.trim() ?? '')?.groups ?? {};
  if (year === undefined) return undefined;
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

/** RFC 5545 §3.3.11. */
const unescaped = (text: string): string =>
  text.replace(/\\([nN,;\\])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
