import { message } from '../../../../preload/contract/messages.ts';
import { AGENCY_LETTERS, agencyName, agencyZone, folderName, UNKNOWN_SOURCE } from '../../agencies/agency.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Block, Dispatch } from '../../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../../format.ts';
import { blockText } from '../../normalise.ts';
import { finishDispatch } from '../../story/draft.ts';
import { readEmbargo } from '../../story/embargo.ts';
import { headlineMarker, lineMarker, strongest } from '../../story/markers.ts';
import { mostStories } from '../../story/most-stories.ts';
import { recall } from '../../story/recall.ts';
import { versionFields } from '../../story/version-fields.ts';
import { namesOf } from '../../text/byline.ts';
import { dateline, takeDateline } from '../../text/dateline.ts';
import { isSignOff, partNotes } from '../../text/notebook.ts';
import { toBlocks } from '../../text/wrapped-text.ts';
import { monthNumber, wallTime } from '../../times/text-times.ts';
import type { ZczcFields } from './dialect.ts';
import { readFields } from './fields.ts';
import { ptiTime } from './pti.ts';

const START = /^[ \t]*zczc\b[ \t]*(?<service>[^\n]*)$/imu;
const END = /^[ \t]*nnnn[ \t]*$/imu;
const FIRST = /^[\s\p{Cc}]*zczc\b/iu;

/**
 * Teletype text between `ZCZC` and `NNNN` (the telegraph's start and end of message), in the dialects of AAP, Medianet,
 * News Bites and PTI. No standard fixes more than the two marks, and the end is often missing: that warns, but is not cut off.
 */
export const zczc: Format = {
  name: 'zczc',
  detects: (head) => FIRST.test(head.text.slice(0, 200)),
  parse(file): Parsed {
    const text = stripControls(unixLines(file.text));
    const parts = text.split(/^(?=[ ]*zczc\b)/imu).filter((part) => START.test(part));
    const { kept, problems } = mostStories(parts);
    const read = kept.map((part) => readPart(file, part));
    const dispatches = read.flatMap((story) => (story.dispatch ? [story.dispatch] : []));
    const complete = read.every((story) => story.complete);
    if (dispatches.length > 0) return { kind: 'dispatches', dispatches, problems, complete };
    return { kind: 'problem', problem: { reason: 'damaged', message: message('message.no-text') }, complete };
  },
};

function readPart(file: DecodedFile, part: string): { dispatch?: Dispatch; complete: boolean } {
  const start = START.exec(part);
  const rest = part.slice((start?.index ?? 0) + (start?.[0].length ?? 0) + 1);
  const end = END.exec(rest);
  const complete = end !== null;
  const lines = (end ? rest.slice(0, end.index) : rest).split('\n').map((line) => line.trimEnd());
  const fields = readFields(lines);
  const dispatch = readStory(file, fields, (start?.groups?.service ?? '').trim(), complete);
  return dispatch.headline === '' ? { complete } : { dispatch, complete };
}

function readStory(file: DecodedFile, fields: ZczcFields, service: string, complete: boolean): Dispatch {
  const { headline, kicker, lines: told } = titled(fields);
  const { byline, lines } = signed(told);
  const parted = partNotes(lines.filter((line) => !CREDIT.test(line) || isSignOff(line)));
  const body = fields.tabular ? asTable(parted.body) : toBlocks(parted.body);
  const { body: blocks, place, agency } = takeDateline(body);
  const text = blocks.map(blockText).join('\n');
  const time =
    ptiTime(fields.time ?? '', file.receivedAt) ??
    timeOf(
      fields.time ??
        lines
          .slice(0, 6)
          .find((line) => timeOf(line.trim()))
          ?.trim(),
    );
  const credit = lines.findLast((line) => CREDIT.test(line));
  const source = sourceOf(fields, credit, agency, service) ?? folderName(file.path) ?? UNKNOWN_SOURCE;
  const version = versionFields({
    marker: strongest([
      headlineMarker(headline),
      lineMarker(fields.slug ?? ''),
      lineMarker(kicker ?? ''),
      recall([headline, fields.slug], text),
    ]),
    embargo: readEmbargo(lines.slice(0, 8).join('\n'), time?.iso ?? file.receivedAt, agencyZone(source)),
    text: `${headline}\n${text}`,
    number: fields.number,
  });
  return finishDispatch(file, 'zczc', {
    ...version.fields,
    headline,
    kicker: fields.kicker ?? kicker,
    slug: fields.slug,
    categories: fields.category ? [fields.category] : [],
    keywords: [...fields.keywords],
    subhead: fields.lead,
    source,
    byline,
    number: fields.number,
    dateline: place ?? fields.place,
    publishedAt: time?.iso,
    publishedRaw: time?.raw,
    body: blocks,
    notes: [...version.notes, ...parted.notes],
    warnings: [
      ...(complete ? [] : [message('message.no-nnnn')]),
      ...(fields.headline ? [] : [message('headline.first-line')]),
    ],
  });
}

/** The author above the text: a line of its own, or with the dateline below it. */
function signed(lines: readonly string[]): { byline?: string; lines: readonly string[] } {
  const row = lines.findIndex((line) => line.trim() !== '');
  const byline = namesOf(lines[row] ?? '');
  const below = (lines[row + 1] ?? '').trim();
  if (byline === undefined || (below !== '' && !dateline(below)?.agency)) return { lines };
  const rest = lines.slice(row + 1);
  return rest.every((line) => line.trim() === '') ? { lines } : { byline, lines: rest };
}

/** `SOURCE: Master Builders Australia`, `AAP RTV`: who stands for the text, below it. */
const CREDIT = new RegExp(
  String.raw`^\s*(?:SOURCE:\s*(?<name>\S.*)|(?<agency>${AGENCY_LETTERS})(?:\s+[A-Z]{2,4}){0,3})\s*$`,
  'u',
);

function sourceOf(
  fields: ZczcFields,
  credit: string | undefined,
  agency: string | undefined,
  service: string,
): string | undefined {
  const groups = CREDIT.exec(credit ?? '')?.groups;
  const named = groups?.name?.trim() ?? groups?.agency;
  // `ZCZC AAP` names the agency, `ZCZC FMG000` a service.
  const first = /^\p{L}{2,10}(?=\s|$)/u.exec(service)?.[0] ?? '';
  const printed = fields.source ?? named ?? agency ?? first;
  return agencyName(printed) ?? (printed || undefined);
}

/** The marked headline, else the first line of the text; a routing line above it (`YY TDR`) is none. */
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

const asTable = (lines: readonly string[]): Block[] => {
  const text = lines.join('\n').trimEnd().replace(/^\n+/, '');
  return text === '' ? [] : [{ type: 'preformatted', text }];
};

const ENGLISH_TIME =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s+)?(?<day>\d{1,2})\s+(?<month>\p{L}{3,9})\.?,?\s+(?<year>\d{4})(?:\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/iu;

/** `06 June 2016 14:00:00`, `Tue 13 October 2015`: AAP's times are Sydney's and name no zone. */
function timeOf(text: string | undefined): { iso: string; raw: string } | undefined {
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
  return iso ? { iso, raw: text ?? '' } : undefined;
}
