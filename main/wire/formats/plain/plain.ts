import { message } from '../../../../preload/contract/messages.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import { isTimeLine } from '../../agencies/time-line.ts';
import { SOH, stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Format } from '../../format.ts';
import { isBareEmbargo } from '../../story/embargo.ts';
import { type Facts, type ReadTime, typedCopy } from '../../story/facts.ts';
import { lineMarker } from '../../story/markers.ts';
import { type AgencyHeader, agencyHeader, slugLine } from '../../text/agency-header.ts';
import { dateline } from '../../text/dateline.ts';
import { reutersBracket, withoutCode } from '../../text/reuters-brackets.ts';
import { sourceName } from '../../text/source-line.ts';
import { asItStands, isOverlong } from '../../text/wrapped-text.ts';
import { germanDates, monthNumber, wallTime } from '../../times/text-times.ts';
import { trailerTime, withoutAgencyLines } from './agency-lines.ts';
import { splitStories } from './several.ts';

const MAX_HEADLINE_CHARS = 200;
const SOURCE_LINE = /^\s*(?:source|quelle)\s*:\s*(?<name>\S.{0,100}?)\s*$/iu;
/** PR Newswire names the sender below a release, and on its pages also above it. In other texts such a line is a sentence. */
const SENDER_LINE = /^\s*SOURCE\s+(?<name>\p{Lu}.{1,100}?)\s*$/u;
const RELEASED = /\/\s?(?:PR ?Newswire|CNW)[^/\n]{0,40}\//iu;
const PROVIDED = /^\s*news provided by:?\s*$/iu;
const RELEASE_LINE =
  /^\s*(?:for immediate release|media release|press release|news release|communiqu[eé] de presse|medienmitteilung|pressemitteilung|presseinformation)(?!\p{L})[\s\w.:/-]{0,40}$/iu;

/**
 * Everything that no other format reads, so that no file is invisible. The first line is the headline (if long, its first
 * sentence), the rest are paragraphs, lists and columns. The time is the file's, unless a line is a date.
 */
export const plain: Format = {
  name: 'plain',
  label: 'text',
  takesAnything: true,
  detects: () => true,
  read(file) {
    const lines = withoutProvider(unframed(stripControls(unixLines(file.text)).split('\n')));
    const isCut = isFrameStart(file.text);
    if (isOverlong(lines)) return { stories: [{ read: () => overlongFacts(lines) }], isComplete: !isCut };
    const parts = splitStories(lines);
    const stories = parts.map((part, i) => ({
      ...(parts.length > 1 ? { item: i + 1 } : {}),
      read: () => textFacts(part, isCut),
    }));
    return { stories, isComplete: !isCut };
  },
};

function textFacts(all: readonly string[], isCut: boolean): Facts {
  const trailer = trailerTime(all);
  const { header, keywords, lines } = withoutHeader(trailer ? all.slice(0, all.lastIndexOf(lastLine(all))) : all);
  const table = delimited(lines);
  const { headline, rest: below, source, above, slug, codes, placed } = readTop(lines);
  const { lines: rest, subhead, byline, filed } = header ? withoutAgencyLines(below) : { lines: below };
  const time = dateOf(lines);
  const calendar = table && /date|datum|beginn|start|time|uhrzeit/iu.test(lines[0] ?? '');
  return {
    // 7901 ends the lines above a text with it.
    headline: withoutCode(headline).replace(/ =$/u, ''),
    subhead,
    byline,
    slug: slug ?? keywords,
    number: header?.number,
    dateline: placed,
    body: table
      ? [{ type: 'preformatted', text: lines.join('\n').trim() }]
      : [typedCopy(rest.filter((line) => line.trim() !== time?.raw))],
    providers: [header?.source, source],
    times: [header?.time, trailer, time?.time],
    isNotice: table,
    above: [...above, ...lines.slice(0, TOP_LINES).filter(isBareEmbargo)],
    notes: [...codes.map((text) => ({ text, kind: 'editor' as const })), { text: filed, kind: 'nonpublic' }],
    isTyped: true,
    warnings: [
      ...(isCut ? [message('message.start-only')] : []),
      ...(calendar ? [message('text.calendar')] : []),
      ...(table && !calendar ? [message('text.table')] : []),
    ],
  };
}

const lastLine = (lines: readonly string[]): string => lines.findLast((line) => !isBlank(line)) ?? '';

/** The lines below an agency's header and its keywords. */
function withoutHeader(lines: readonly string[]): {
  readonly header?: AgencyHeader;
  readonly keywords?: string | undefined;
  readonly lines: readonly string[];
} {
  const [first = 0, second = 0] = lines.flatMap((line, row) => (isBlank(line) ? [] : [row]));
  const header = agencyHeader(lines[first] ?? '', lines[second] ?? '');
  if (!header) return { lines };
  const keywords = slugLine(lines[second] ?? '');
  return { header, keywords, lines: lines.slice((keywords === undefined ? first : second) + 1) };
}

/** The sender of a PR Newswire release, from its last line. */
function senderOf(lines: readonly string[]): string | undefined {
  const name = SENDER_LINE.exec(lines.findLast((line) => !isBlank(line)) ?? '')?.groups?.name;
  return name !== undefined && lines.some((line) => RELEASED.test(line)) ? name : undefined;
}

/** Lines without PR Newswire's `News provided by` and the name below it, if the end of the release repeats it. */
function withoutProvider(lines: readonly string[]): readonly string[] {
  const at = lines.slice(0, TOP_LINES).findIndex((line) => PROVIDED.test(line));
  const name = at < 0 ? -1 : lines.findIndex((line, i) => i > at && !isBlank(line));
  return name < 0 || lines[name]?.trim() !== senderOf(lines) ? lines : lines.filter((_, i) => i !== at && i !== name);
}
const TOP_LINES = 12;

/** Removes a frame of bars around every line, as in gopher and teletext copies. */
function unframed(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const framed = filled.filter((line) => /^\s*\|[^|]*(?:\|\s*)?$/.test(line));
  if (filled.length < 3 || framed.length < filled.length * 0.9) return lines;
  return lines.map((line) =>
    line
      .trim()
      .replace(/^\|\s?/, '')
      .replace(/(?<!\s)\s*\|$/, ''),
  );
}

/** Data, not a story: the first line as headline, and everything preformatted. */
function overlongFacts(lines: readonly string[]): Facts {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return {
    headline: firstPart(first.slice(0, 2 * MAX_HEADLINE_CHARS).trim()),
    body: [asItStands(lines)],
    isNotice: true,
    isTyped: true,
    warnings: [message('text.too-long')],
  };
}

/** True for the beginning of a framed message (7901, ANPA, ZCZC) or of a mail that stops inside its header. */
const isFrameStart = (text: string): boolean =>
  text.includes(SOH) || /^\s*z(?:c(?:zc?)?)?$/iu.test(text) || (text.length < 20_000 && MAIL_START.test(text));
/** Nothing but headers and their folded lines (RFC 5322, 2.2.3). */
const MAIL_START =
  /^\s*(?:(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|content-type|dkim-signature|x-[\w-]{1,60}):[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$))+$/iu;

/** `Sandau, 14.03.2026`, above a release. */
const PLACE_AND_DAY = /^\s*\p{Lu}[\p{L} /-]{1,40}, (?:den )?\d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{Ll}{2,8})\s?\d{4}\s*$/u;

const isBlank = (line: string): boolean => line.trim() === '';

interface Top {
  readonly headline: string;
  readonly rest: readonly string[];
  readonly source?: string | undefined;
  /** Marker lines above the headline. */
  readonly above: readonly string[];
  readonly slug?: string | undefined;
  /** Codes of items above the headline. */
  readonly codes: readonly string[];
  /** Place and day of a release. */
  readonly placed?: string | undefined;
}

/** The headline and what is above it: the source of a press release, its number, markers. */
function readTop(lines: readonly string[]): Top {
  const above: string[] = [];
  const codes: string[] = [];
  let slug: string | undefined;
  const last = lines.findLastIndex((line) => !isBlank(line));
  const labelled = lines.map((line) => SOURCE_LINE.exec(line)?.groups?.name).find((name) => name !== undefined);
  const sender = labelled === undefined ? senderOf(lines) : undefined;
  const named = labelled ?? sender;
  const source = named === undefined ? undefined : sourceName(named);
  let placed: string | undefined;
  let row = 0;
  for (; row < lines.length; row++) {
    const line = lines[row] ?? '';
    if (line.trim() === '' || SOURCE_LINE.test(line) || RELEASE_LINE.test(line)) continue;
    if (row < last && isBareEmbargo(line)) continue;
    if (row < last && placed === undefined && PLACE_AND_DAY.test(line)) {
      placed = line.trim();
      continue;
    }
    const marks = above.length < 4 && lineMarker(line) !== undefined;
    // `[EIL/POLITIK]` looks like a slug but is a marker.
    const bracket = marks ? undefined : reutersBracket(line);
    if ((!bracket && !marks) || row >= last) break;
    if (marks) above.push(line);
    slug ??= bracket?.slug;
    if (bracket?.code) codes.push(bracket.code);
  }
  const whole = (lines[row] ?? '').trim();
  const opening = dateline(whole);
  // A text without a headline starts with its dateline: the sentence after it is used.
  const line = opening?.agency && opening.rest !== '' ? opening.rest : whole;
  if (line === whole && line.length <= MAX_HEADLINE_CHARS) {
    const { title, used } = wholeTitle(lines, row);
    return {
      headline: title || (above.at(-1) ?? ''),
      rest: lines
        .slice(row + used)
        .filter((other, i) => !SOURCE_LINE.test(other) && (sender === undefined || row + used + i !== last)),
      source,
      above,
      slug,
      codes,
      placed,
    };
  }
  const sentence = /^.{15,199}?[.!?]["“”]?(?=\s)/u.exec(line)?.[0] ?? firstPart(line);
  return { headline: sentence, rest: lines.slice(row), source, above, slug, codes, placed };
}

/** A headline that continues on a second line because the first was full. Nothing else is in their block. */
function wholeTitle(lines: readonly string[], row: number): { title: string; used: number } {
  const first = (lines[row] ?? '').trim();
  const second = (lines[row + 1] ?? '').trim();
  const alone = (lines[row + 2] ?? '').trim() === '';
  if (
    first.length < 50 ||
    second === '' ||
    !alone ||
    /[.!?:]$/.test(first + second) ||
    first.length + second.length > MAX_HEADLINE_CHARS
  ) {
    return { title: first, used: 1 };
  }
  return { title: `${first} ${second}`, used: 2 };
}

function firstPart(line: string): string {
  const part = line.split(/\s\*\*\s|\s\+\+\+\s|\s\|\s/)[0] ?? line;
  if (part.length <= MAX_HEADLINE_CHARS) return part.trim();
  return `${part.slice(0, MAX_HEADLINE_CHARS - 1).replace(/\s\S*$/, '')}…`;
}

/** True for comma-separated values with quotes, or columns of a results service. */
function delimited(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 3) return false;
  const share = (test: (line: string) => boolean) => filled.filter(test).length / filled.length;
  return (
    share((line) => /^"[^"]*"(?:[,;]|$)/.test(line) && line.split(/[,;]/).length > 3) > 0.8 ||
    share((line) => (line.match(/[;\t]/g)?.length ?? 0) >= 3 && !/[.!?]\s\p{Lu}/u.test(line)) > 0.8
  );
}

const ENGLISH_DATE =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s+)?(?:(?<day>\d{1,2})\s+(?<month>\p{L}{3,9})\.?|(?<month2>\p{L}{3,9})\.?\s+(?<day2>\d{1,2}),?)\s+(?<year>\d{4})$/iu;

/** `Nov 20, 2026, 08:30 ET`, `November 20, 2026 09:00 AM Eastern Standard Time`: when a release was sent. */
const STAMP = /^\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, \d{4},? \d{1,2}:\d{2} \p{Lu}/u;

/** A time, and the line it is on. */
interface PlainTime {
  readonly raw: string;
  readonly time: ReadTime | string;
}

const read = (time: ReadTime): PlainTime => ({ raw: time.raw, time });

/** A date on a line of its own near the top. English dates have no hour: midnight in Berlin. */
function dateOf(lines: readonly string[]): PlainTime | undefined {
  const top = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 8);
  for (const line of top) {
    const [found] = line.length < 60 ? germanDates(line) : [];
    if (found && (found.raw === line || (found.hasHour && line.endsWith(found.raw)))) return read(found);
    const stamp = line.length < 70 && STAMP.test(line) ? agencyTime(line) : {};
    if (stamp.iso && stamp.raw) return read({ iso: stamp.iso, raw: stamp.raw });
    const groups = ENGLISH_DATE.exec(line)?.groups;
    const month = monthNumber(groups?.month ?? groups?.month2 ?? '');
    const iso =
      groups && month
        ? wallTime({ year: Number(groups.year), month, day: Number(groups.day ?? groups.day2) })
        : undefined;
    if (iso) return read({ iso, raw: line });
    if (isTimeLine(line)) return { raw: line, time: line };
  }
  return undefined;
}
