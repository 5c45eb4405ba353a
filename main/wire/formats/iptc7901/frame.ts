import { ETX, SOH, STX, stripControls } from '../../bytes/control-codes.ts';
import type { ReadTime } from '../../story/facts.ts';
import { monthNumber, namedZone, wallTime } from '../../times/text-times.ts';
import { BERLIN, isoTime } from '../../times/times.ts';

/** The header line of IPTC 7901 (rev. 5, 1995, "message header"). */
export interface Header {
  readonly service: string;
  readonly serviceNumber: string;
  /** 1–9 as printed. */
  readonly priority: number;
  readonly category: string;
  readonly source: string;
  readonly number: string;
  /** Number of the item this one corrects: `br N`. */
  readonly corrects?: string;
  readonly version?: number;
}

const HEADER =
  /^(?<service>[a-z]{2,5})\s?(?<serial>\d{2,6})\s+(?<priority>[1-9])\s+(?<category>[a-z]{1,3})\s+(?<words>\d{1,5})\b(?<rest>[^\n]*)$/iu;
const REST = /(?<source>[a-z]{2,8}(?:-[a-z]{2,5})?)\s+(?<number>\d{1,8})(?<more>.*)$/iu;

/** What APA and OTS print at the end of the line: `Do, 12.Mär 2026`. */
const DAY = /(?:\p{L}{2,10}\.?,\s*)?\d{1,2}\.\s?\p{L}{3,9}\.?\s+\d{4}\s*$/u;
/** Some agencies end their header here. No other text has service and number without a gap. */
const SHORT = /^[a-z]{2,5}\d{3,5} {1,4}[1-9] [a-z]{1,3} \d{1,5}(?!\S)/iu;

const AFP = /\/AFP-[A-Z]{2}\d{2}\b/u;

/** The header in a line; undefined for other lines. The control characters around it may be lost, so its whole shape is required. */
export function readHeader(line: string): Header | undefined {
  const bare = stripControls(line).trim();
  const groups = HEADER.exec(bare)?.groups;
  // AFP has a code of its own: `GBR /AFP-AB12`.
  const afp = AFP.test(bare) ? { source: 'AFP', number: groups?.serial, more: '' } : undefined;
  const own = SHORT.test(bare) ? { source: groups?.service, number: groups?.serial, more: '' } : undefined;
  const rest: Record<string, string | undefined> | undefined =
    afp ?? REST.exec((groups?.rest ?? '').replace(DAY, ''))?.groups ?? own;
  if (!groups || !rest) return undefined;
  const corrects = /\bbr\s+(\d+)/iu.exec(rest.more ?? '')?.[1];
  const version = /#(\d{1,3})\b/.exec(rest.more ?? '')?.[1];
  return {
    service: groups.service ?? '',
    serviceNumber: groups.serial ?? '',
    priority: Number(groups.priority),
    category: (groups.category ?? '').toLowerCase(),
    source: rest.source ?? '',
    number: rest.number ?? '',
    ...(corrects ? { corrects: corrects.padStart((rest.number ?? '').length, '0') } : {}),
    ...(version ? { version: Number(version) } : {}),
  };
}

/** One message of a file in its parts, with LF line ends and control characters. */
export interface WireMessage {
  readonly header: Header;
  readonly keyword: string;
  /** Lines between STX and the equals sign that ends the text header. */
  readonly head: readonly string[];
  readonly text: readonly string[];
  readonly time?: ReadTime;
  readonly complete: boolean;
}

/** AFP precedes it with its letters. */
const TRAILER =
  /(?:^|\n)[^\S\n]*(?:AFP\s+)?(?<raw>(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?:\s*(?<zone>[A-Z]{1,4}))?\s+(?<month>\p{L}{3,9})\.?\s+(?<year>\d{4}|\d{2}))(?!\d)(?<after>[\s\S]*)$/iu;

/** `OTS0061    2026-11-20/10:31`: number and moment as APA and OTS repeat them below the text. */
const STAMP = new RegExp(
  String.raw`[\n${ETX}][^\S\n]*[A-Z]{3}\d{4}\s+(?<raw>(?<day>\d{4}-\d{2}-\d{2})/(?<clock>\d{2}:\d{2}))(?!\S)`,
  'u',
);

/** The messages of a file: each starts with SOH and a header, or with a header line if control characters are lost. */
export function splitMessages(text: string): string[] {
  if (!text.includes(SOH)) return splitAtHeaders(text);
  const parts = text.split(SOH);
  const first = parts[0] ?? '';
  return readHeader(firstLine(first)) ? parts : parts.slice(1);
}

/** Without control characters, a header line after an empty line starts the next message. */
function splitAtHeaders(text: string): string[] {
  const parts: string[][] = [[]];
  let empty = false;
  for (const line of text.split('\n')) {
    if (empty && line.length < 120 && /^\W*[a-z]/iu.test(line) && readHeader(line)) parts.push([]);
    parts.at(-1)?.push(line);
    empty = line.trim() === '' || TRAILER.test(line);
  }
  return parts.map((lines) => lines.join('\n')).filter((part, i) => i > 0 || part.trim() !== '');
}

/** The first non-empty line among the first twelve. */
export function firstLine(text: string): string {
  for (const row of text.split('\n', 12)) {
    const line = stripControls(row);
    if (line.trim() !== '') return line;
  }
  return '';
}

/** The parts of a message; undefined if it does not start with a header. */
export function readMessage(text: string): WireMessage | undefined {
  const line = firstLine(text);
  const header = readHeader(line);
  if (!header) return undefined;
  const start = text.indexOf('\n', text.indexOf(line.trim().slice(0, 8)));
  const content = start < 0 ? '' : text.slice(start + 1);
  const end = content.lastIndexOf(ETX);
  const trailer = TRAILER.exec(end < 0 ? tail(content) : content.slice(end + 1, end + 200));
  const close = end >= 0 ? end : trailer ? content.length - tail(content).length + trailer.index : content.length;
  const from = Math.max(close - MAX_TAIL_CHARS, 0);
  const found = STAMP.exec(content.slice(from));
  // If text follows, it is part of the text.
  const below = stripControls(content.slice(from + (found?.index ?? 0) + (found?.[0].length ?? 0), close));
  const stamp = below.trim() === '' ? found : null;
  const cut = stamp ? Math.min(close, from + stamp.index) : close;
  const marked = content.indexOf(STX);
  const { keyword, rest } = keywordOf(content.slice(0, cut), marked < cut ? marked : -1);
  const time = timeOf(trailer?.groups ?? {}) ?? stampTime(stamp?.groups);
  return {
    header,
    keyword,
    ...splitHead(rest),
    ...(time ? { time } : {}),
    // A year of four digits that is cut after two would be another year: something has to follow it.
    complete: time !== undefined && (stamp !== null || (trailer?.groups?.after ?? '') !== ''),
  };
}

/** Characters after the text. */
const MAX_TAIL_CHARS = 120;
const tail = (text: string): string => text.slice(-MAX_TAIL_CHARS);

function stampTime(groups: Record<string, string | undefined> | undefined): WireMessage['time'] | undefined {
  const iso = groups ? isoTime(`${groups.day}T${groups.clock}`, BERLIN) : undefined;
  return iso ? { iso, raw: groups?.raw ?? '', isLocal: true } : undefined;
}

/** The keyword line is before STX; without STX it is the first line if it looks like one. */
function keywordOf(content: string, stx: number): { keyword: string; rest: string } {
  if (stx >= 0) return { keyword: stripControls(content.slice(0, stx)).trim(), rest: content.slice(stx + 1) };
  const lines = content.split('\n');
  const at = lines.findIndex((line) => stripControls(line).trim() !== '');
  const line = stripControls(lines[at] ?? '').trim();
  // ATS writes words instead of a list with slashes: an equals sign further down proves that the line is not the headline.
  const alone =
    (lines[at + 1] ?? '').trim() === '' && lines.slice(at + 1, at + 12).some((other) => /\s=\s*$/.test(other));
  const isKeyword = line.includes('/') || alone;
  if (!isKeyword || line.length > 80 || /\s=$/.test(line)) return { keyword: '', rest: content };
  return { keyword: line, rest: lines.slice(at + 1).join('\n') };
}

const MAX_HEAD_LINES = 20;

/** The text header ends with an equals sign, or with the first blank line if that is missing. */
function splitHead(content: string): { head: string[]; text: string[] } {
  const lines = stripControls(content).split('\n');
  const begin = lines.findIndex((line) => line.trim() !== '');
  if (begin < 0) return { head: [], text: [] };
  const equals = lines.slice(0, begin + 12).findIndex((line) => /(?:^|\s)=\s*$/.test(line));
  const blank = lines.findIndex((line, i) => i > begin && line.trim() === '');
  const below = lines.findIndex((line, i) => i > equals && line.trim() !== '');
  // APA closes headline and sub-headline with an equals sign each.
  if (equals >= 0 && /^\s*Utl\.:/u.test(lines[below] ?? '')) {
    const last = lines.slice(0, below + 6).findIndex((line, i) => i >= below && /\s=\s*$/u.test(line));
    if (last >= 0) return { head: headOf(lines.slice(begin, last + 1)), text: lines.slice(last + 1) };
  }
  const end = equals >= 0 ? equals : Math.min(blank < 0 ? lines.length - 1 : blank, begin + MAX_HEAD_LINES);
  return { head: headOf(lines.slice(begin, end + 1)), text: lines.slice(end + 1) };
}

const headOf = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/(?<!\s)\s*=\s*$/, '').trim()).filter((line) => line !== '');

function timeOf(groups: Record<string, string | undefined>): ReadTime | undefined {
  const month = monthNumber(groups.month ?? '');
  const zone = groups.zone ? namedZone(groups.zone) : BERLIN;
  if (!month || !zone) return undefined;
  const iso = wallTime(
    {
      year: Number(groups.year),
      month,
      day: Number(groups.day),
      hour: Number(groups.hour),
      minute: Number(groups.minute),
      second: 0,
    },
    zone,
  );
  return iso ? { iso, raw: (groups.raw ?? '').trim(), isLocal: !groups.zone } : undefined;
}
