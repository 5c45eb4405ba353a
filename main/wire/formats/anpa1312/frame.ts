import { ETX, SOH, STX } from '../../bytes/control-codes.ts';
import { namedZone, wallTime } from '../../times/text-times.ts';
import { fullYear } from '../../times/times.ts';

/** One ANPA 1312 message in its parts, with LF line ends and the control characters of its text. */
export interface AnpaMessage {
  /** Service letter and number, e.g. `W2870`. */
  readonly number: string;
  readonly kyodo: boolean;
  /** f flash, b bulletin, u urgent, r, d, a, s … */
  readonly priority: string;
  readonly category: string;
  /** Keyword of the header, shortened to 24 characters by senders. */
  readonly keyword: string;
  /** DC2 of the header: the text is columns. */
  readonly tabular: boolean;
  readonly lines: readonly string[];
  readonly time?: { readonly iso: string; readonly raw: string };
  readonly complete: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: SYN SYN SOH, service letter and number, US, selector.
const SERVICE = /^[\x16\x01\s]*(?<number>[A-Za-z]\d{4})(?<selector>(?:\x1f|(?=KYODO)|(?=\s*$))[^\n]*)$/u;
const STORY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: DC1–DC4 between category and keyword.
  /^(?<priority>[a-z]) (?<category>[a-z])[ ]?(?<codes>[\x11-\x14]*) *(?<keyword>[^\s\x11-\x14].*?)(?<!\s)\s+(?<month>\d{2})-(?<day>\d{2})(?:\s+(?<words>\d{1,5}))?\s*$/u;

/** Characters of the two header lines: longer ones are text. */
const MAX_HEAD_CHARS = 500;

/** The messages of a file; each begins with SOH. */
export const splitAnpa = (text: string): string[] => {
  const parts = text.split(SOH);
  return parts.length > 1 ? parts.filter((part, i) => i > 0 || headLines(part) !== undefined) : parts;
};

function headLines(text: string): { service: Groups; story: Groups; end: number } | undefined {
  const start = text.search(/[^\s\p{Cc}]/u);
  if (start < 0) return undefined;
  const first = text.indexOf('\n', start);
  const second = text.indexOf('\n', first + 1);
  if (first < 0 || second < 0 || second - start > MAX_HEAD_CHARS) return undefined;
  const service = SERVICE.exec(text.slice(0, first).trim())?.groups;
  if (!service) return undefined;
  const story = STORY.exec(text.slice(first + 1, second).trimEnd())?.groups;
  return story ? { service, story, end: second + 1 } : undefined;
}
type Groups = Record<string, string | undefined>;

/** True when a text begins with the two header lines; SYN, SOH and the device controls may be lost. */
export const startsAnpa = (text: string): boolean =>
  splitAnpa(text)
    .slice(0, 2)
    .some((part) => headLines(part) !== undefined);

/** The parts of a message; undefined without the two header lines. */
export function readAnpa(text: string): AnpaMessage | undefined {
  const head = headLines(text);
  if (!head) return undefined;
  const content = text.slice(head.end);
  const end = content.lastIndexOf(ETX);
  const trailer = TRAILERS.map((pattern) => pattern.exec(content)).find((match) => match !== null);
  const cut = Math.min(end < 0 ? content.length : end, trailer?.index ?? content.length);
  const time = trailer?.groups ? timeOf(trailer.groups) : undefined;
  return {
    number: (head.service.number ?? '').toUpperCase(),
    kyodo: /KYODO/.test(head.service.selector ?? ''),
    priority: head.story.priority ?? '',
    category: head.story.category ?? '',
    keyword: (head.story.keyword ?? '').trim(),
    tabular: (head.story.codes ?? '').includes('\x12'),
    lines: content.slice(0, cut).replaceAll(STX, '').split('\n'),
    ...(time ? { time } : {}),
    complete: time !== undefined,
  };
}

// The character after the last digit or letter proves that the trailer is complete.
const TRAILERS = [
  /[A-Z]{2}-[A-Z]{2,4}-(?<month>\d{2})-(?<day>\d{2})-(?<year>\d{2})\s+(?<hour>\d{2})(?<minute>\d{2})\s*(?<zone>[A-Z]{3,4})(?=[<\s])/u,
  /\bKWS-(?<hour>\d{2}):(?<minute>\d{2})-(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{2})(?=\D)/u,
];

function timeOf(groups: Groups): { iso: string; raw: string } | undefined {
  const number = (name: string) => Number(groups[name]);
  // Kyodo's times are in Tokyo and have no zone.
  const zone = groups.zone ? (namedZone(groups.zone) ?? 'UTC') : 'UTC+9';
  const iso = wallTime(
    {
      year: fullYear(number('year')),
      month: number('month'),
      day: number('day'),
      hour: number('hour'),
      minute: number('minute'),
      second: 0,
    },
    zone,
  );
  const raw = groups.zone
    ? `${groups.month}-${groups.day}-${groups.year} ${groups.hour}${groups.minute}${groups.zone}`
    : `${groups.hour}:${groups.minute}-${groups.day}-${groups.month}-${groups.year}`;
  return iso ? { iso, raw } : undefined;
}
