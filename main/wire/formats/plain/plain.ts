import { message } from '../../../../preload/contract/messages.ts';
import { SOH, stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Format } from '../../format.ts';
import { isBareEmbargo } from '../../story/embargo.ts';
import { type Facts, typedCopy } from '../../story/facts.ts';
import { type AgencyHeader, agencyHeader, slugLine } from '../../text/agency-header.ts';
import { withoutCode } from '../../text/reuters-brackets.ts';
import { asItStands, isOverlong } from '../../text/wrapped-text.ts';
import { trailerOf, withoutAgencyLines, withoutSubtitle } from './agency-lines.ts';
import { dateOf } from './date-line.ts';
import { isBlank, withoutProvider } from './sender.ts';
import { splitStories } from './several.ts';
import { firstPart, MAX_HEADLINE_CHARS, readTop } from './top.ts';

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
  const { time: trailer, lines: untrailed } = trailerOf(all) ?? { lines: all };
  const { header, keywords, lines } = withoutHeader(untrailed);
  const table = delimited(lines);
  const time = dateOf(lines);
  const top = readTop(lines, time?.raw);
  const below = withoutSubtitle(top.rest);
  const { lines: rest, subhead, byline, filed } = header ? withoutAgencyLines(below.lines) : { lines: below.lines };
  const calendar = table && /date|datum|beginn|start|time|uhrzeit/iu.test(lines[0] ?? '');
  return {
    // 7901 ends the lines above a text with it.
    headline: withoutCode(top.headline).replace(/ =$/u, ''),
    subhead: below.subhead ?? subhead,
    byline: byline ?? top.byline,
    slug: top.slug ?? keywords,
    number: header?.number ?? top.number,
    dateline: top.placed,
    body: table
      ? [{ type: 'preformatted', text: lines.join('\n').trim() }]
      : [typedCopy(rest.filter((line) => line.trim() !== time?.raw))],
    providers: [header?.source, top.source],
    times: [
      header?.time && { iso: header.time.iso, raw: header.time.raw, isLocal: true },
      trailer,
      time?.time,
      top.time,
    ],
    isNotice: table,
    above: [...top.above, ...lines.slice(0, TOP_LINES).filter(isBareEmbargo)],
    notes: [
      ...top.codes.map((text) => ({ text, kind: 'editor' as const })),
      ...top.captions.map((text) => ({ text, kind: 'copyright' as const })),
      // The number of dpa-AFX and APA.
      { text: filed ?? (/^[A-Z]{3}\d/u.test(trailer?.raw ?? '') ? trailer?.raw : undefined), kind: 'nonpublic' },
    ],
    isTyped: true,
    warnings: [
      ...(isCut ? [message('message.start-only')] : []),
      ...(calendar ? [message('text.calendar')] : []),
      ...(table && !calendar ? [message('text.table')] : []),
    ],
  };
}

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
