import { message } from '../../../../preload/contract/messages.ts';
import { AGENCY_LETTERS } from '../../agencies/agency.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Problem } from '../../dispatch.ts';
import type { DecodedFile } from '../../file.ts';
import type { Format } from '../../format.ts';
import type { Facts, ReadTime } from '../../story/facts.ts';
import { lineMarker } from '../../story/markers.ts';
import { damaged } from '../../story/reading.ts';
import { namesOf } from '../../text/byline.ts';
import { dateline } from '../../text/dateline.ts';
import { isSignOff } from '../../text/sign-off.ts';
import { monthNumber, wallTime } from '../../times/text-times.ts';
import { trailerTime } from '../plain/agency-lines.ts';
import type { ZczcFields } from './dialect.ts';
import { readFields } from './fields.ts';
import { ptiTime } from './pti.ts';

const START = /^[ \t]*zczc\b(?<service>[^\n]*)$/imu;
/** ANSA writes it behind the time. */
const END = /(?:^[ \t]*|^\d{1,2}-[a-z]{3}-\d{2} \d{1,2}:\d{2} {1,4})nnnn[ \t]*$/imu;
const FIRST = /^[\s\p{Cc}]*zczc\b/iu;

/**
 * Teletype text between `ZCZC` and `NNNN` (the telegraph's start and end of message), in the dialects of AAP, Medianet,
 * News Bites, PTI and ANSA. No standard defines more than the two marks. The end is often missing: that gives a warning.
 */
export const zczc: Format = {
  name: 'zczc',
  label: 'ZCZC',
  detects: (head) => FIRST.test(head.text.slice(0, 200)),
  read(file) {
    const text = stripControls(unixLines(file.text));
    const parts = text.split(/^(?=[ ]*zczc\b)/imu).filter((part) => START.test(part));
    const stories = parts.map((part, i) => ({ item: i + 1, read: () => readPart(file, part) }));
    return { stories, isComplete: parts.every((part) => END.test(part)) };
  },
};

function readPart(file: DecodedFile, part: string): Facts | Problem {
  const start = START.exec(part);
  const rest = part.slice((start?.index ?? 0) + (start?.[0].length ?? 0) + 1);
  const end = END.exec(rest);
  const lines = (end ? rest.slice(0, end.index) : rest).split('\n').map((line) => line.trimEnd());
  const stamp = trailerTime(end?.[0] ?? '');
  const found = messageFacts(file, readFields(lines), (start?.groups?.service ?? '').trim());
  const facts = stamp ? { ...found, times: [stamp] } : found;
  if (!facts.headline) return damaged(message('message.no-text'));
  const warnings = end ? [] : [message('message.no-nnnn')];
  return { ...facts, warnings: [...warnings, ...(facts.warnings ?? [])] };
}

function messageFacts(file: DecodedFile, fields: ZczcFields, service: string): Facts {
  const { headline, kicker, lines: below } = titled(fields);
  const { byline, lines } = signed(below);
  const dated = lines.slice(0, 6).find((line) => timeOf(line.trim()));
  return {
    headline,
    kicker: fields.kicker ?? kicker,
    slug: fields.slug,
    categories: [fields.category],
    keywords: fields.keywords,
    subhead: fields.lead,
    providers: [fields.source, creditOf(lines)],
    // `ZCZC AAP` names the agency, `ZCZC FMG000` a service.
    assumed: { provider: /^\p{L}{2,10}(?=\s|$)/u.exec(service)?.[0] },
    byline,
    number: fields.number,
    dateline: fields.place,
    times: [ptiTime(fields.time ?? '', file.receivedAt) ?? timeOf(fields.time ?? dated?.trim())],
    above: kicker ? [kicker] : [],
    body: [
      {
        type: 'typed',
        lines: lines.filter((line) => !CREDIT.test(line) || isSignOff(line)),
        isTabular: fields.tabular,
      },
    ],
    isTyped: true,
    warnings: fields.headline ? [] : [message('headline.first-line')],
  };
}

/** Splits off the author above the text: on a line followed by a blank one or by a dateline. */
function signed(lines: readonly string[]): { byline?: string; lines: readonly string[] } {
  const row = lines.findIndex((line) => line.trim() !== '');
  const byline = namesOf(lines[row] ?? '');
  const below = (lines[row + 1] ?? '').trim();
  if (byline === undefined || (below !== '' && !dateline(below)?.agency)) return { lines };
  const rest = lines.slice(row + 1);
  return rest.every((line) => line.trim() === '') ? { lines } : { byline, lines: rest };
}

/** `SOURCE: Master Builders Australia`, `AAP RTV`: who is responsible for the text. */
const CREDIT = new RegExp(
  String.raw`^\s*(?:SOURCE:\s*(?<name>\S.*)|(?<agency>${AGENCY_LETTERS})(?:\s+[A-Z]{2,4}){0,3}\s*)$`,
  'u',
);

function creditOf(lines: readonly string[]): string | undefined {
  const groups = CREDIT.exec(lines.findLast((line) => CREDIT.test(line)) ?? '')?.groups;
  return groups?.name?.trim() ?? groups?.agency;
}

/** The marked headline, else the first line of the text after a routing line (`YY TDR`). */
function titled(fields: ZczcFields): { headline: string; kicker?: string; lines: readonly string[] } {
  if (fields.headline) return { headline: fields.headline, lines: fields.text };
  const rows = fields.text.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  const [first, second] = rows;
  if (first === undefined) return { headline: fields.slug ?? '', lines: [] };
  const routing =
    /^[A-Z]{1,3}(?: [A-Z]{2,4}){0,3}$/u.test((fields.text[first] ?? '').trim()) ||
    lineMarker(fields.text[first] ?? '') !== undefined;
  const row = routing && second !== undefined ? second : first;
  const title = (fields.text[row] ?? '').trim();
  const lines = fields.text.slice(row + 1);
  const marker = routing && lineMarker(fields.text[first] ?? '') ? { kicker: (fields.text[first] ?? '').trim() } : {};
  if (title.length <= 200) return { headline: title, ...marker, lines };
  return {
    headline: /^.{15,199}?[.!?](?=\s)/u.exec(title)?.[0] ?? `${title.slice(0, 199)}…`,
    ...marker,
    lines: fields.text.slice(row),
  };
}

const ENGLISH_TIME =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s+)?(?<day>\d{1,2})\s+(?<month>\p{L}{3,9})\.?,?\s+(?<year>\d{4})(?:\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/iu;

/** `06 June 2016 14:00:00`, `Tue 13 October 2015`: AAP's times are in Sydney and have no zone. */
function timeOf(text: string | undefined): ReadTime | undefined {
  const groups = ENGLISH_TIME.exec(text ?? '')?.groups;
  const month = monthNumber(groups?.month ?? '');
  if (!groups || !month) return undefined;
  const number = (name: string) => Number(groups[name] ?? 0);
  const iso = wallTime(
    {
      year: number('year'),
      month,
      day: number('day'),
      hour: number('hour'),
      minute: number('minute'),
      second: number('second'),
    },
    'Australia/Sydney',
  );
  return iso ? { iso, raw: text ?? '', isLocal: true } : undefined;
}
