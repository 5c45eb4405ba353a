import { isBareEmbargo } from '../../story/embargo.ts';
import { isOrderLine } from '../../story/kill-words.ts';
import { lineMarker } from '../../story/markers.ts';
import { slugLine } from '../../text/agency-header.ts';
import { dateline } from '../../text/dateline.ts';
import { reutersBracket } from '../../text/reuters-brackets.ts';
import { sourceName } from '../../text/source-line.ts';
import { type HeadLine, headLine } from './head-lines.ts';
import { isBlank, SOURCE_LINE, senderOf } from './sender.ts';

export const MAX_HEADLINE_CHARS = 200;
const RELEASE_LINE =
  /^\s*(?:for immediate release|media release|press release|news release|communiqu[eé] de presse|medienmitteilung|pressemitteilung|presseinformation)(?!\p{L})[\s\w.:/-]{0,40}$/iu;
/** `Sandau, 14.03.2026`, above a release. */
const PLACE_AND_DAY = /^\s*\p{Lu}[\p{L} /-]{1,40}, (?:den )?\d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{Ll}{2,8})\s?\d{4}\s*$/u;
/** Lines above a headline. */
const MAX_ABOVE = 20;
/** Markers above a headline. */
const MAX_MARKERS = 4;

/** The headline of a text, and what stands above it. */
export interface Top {
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
  /** Captions of pictures. */
  readonly captions: readonly string[];
  readonly byline?: string | undefined;
  readonly number?: string | undefined;
  readonly time?: string | undefined;
}

/** What stands above a headline, line by line, and the row of the headline. */
interface Heading extends Omit<Top, 'headline' | 'rest' | 'source'> {
  readonly row: number;
  readonly header?: string | undefined;
}

/** The headline and what is above it: an agency's header, the source of a press release, a time (`timeLine`), markers, captions. */
export function readTop(lines: readonly string[], timeLine: string | undefined): Top {
  const labelled = lines.map((line) => SOURCE_LINE.exec(line)?.groups?.name).find((name) => name !== undefined);
  const sender = labelled === undefined ? senderOf(lines) : undefined;
  const named = labelled ?? sender;
  const { row, header, ...found } = readAbove(lines, timeLine);
  const top = { ...found, source: named === undefined ? header : sourceName(named) };
  const last = lines.findLastIndex((line) => !isBlank(line));
  const whole = (lines[row] ?? '').trim();
  const opening = dateline(whole);
  // A text without a headline starts with its dateline: the sentence after it is used.
  const line = opening?.agency && opening.rest !== '' ? openingLine(opening.rest, lines, row) : whole;
  if (line === whole && line.length <= MAX_HEADLINE_CHARS) {
    const { title, used } = wholeTitle(lines, row, timeLine);
    const rest = lines
      .slice(row + used)
      .filter((other, i) => !SOURCE_LINE.test(other) && (sender === undefined || row + used + i !== last));
    return { ...top, headline: title || (top.above.at(-1) ?? ''), rest };
  }
  const sentence = /^.{15,199}?[.!?]["“”]?(?=\s)/u.exec(line)?.[0] ?? firstPart(line);
  const order = top.above.at(-1);
  const isOrder = line !== whole && order !== undefined && isOrderLine(order);
  return { ...top, headline: isOrder ? withoutBrackets(order) : sentence, rest: lines.slice(row) };
}

const withoutBrackets = (line: string): string => line.trim().replace(/^[([](?:achtung\s?[:–-]\s?)?|[)\]]$/giu, '');

/** A first line and the lines it was wrapped into, as far as a headline may need them. */
function openingLine(first: string, lines: readonly string[], row: number): string {
  let text = first;
  for (let next = row + 1; text.length <= MAX_HEADLINE_CHARS && !isBlank(lines[next] ?? ''); next++)
    text = `${text} ${(lines[next] ?? '').trim()}`;
  return text;
}

function readAbove(lines: readonly string[], timeLine: string | undefined): Heading {
  const above: string[] = [];
  const codes: string[] = [];
  const captions: string[] = [];
  let said: HeadLine = {};
  let hasHeader = false;
  let slug: string | undefined;
  let placed: string | undefined;
  const last = lines.findLastIndex((line) => !isBlank(line));
  let row = 0;
  let read = 0;
  for (; row < last && read <= MAX_ABOVE; row++) {
    const line = lines[row] ?? '';
    if (!isBlank(line)) read += 1;
    if (isBlank(line) || SOURCE_LINE.test(line) || RELEASE_LINE.test(line)) continue;
    if (isBareEmbargo(line) || line.trim() === timeLine) continue;
    if (placed === undefined && PLACE_AND_DAY.test(line)) {
      placed = line.trim();
      continue;
    }
    const found = headLine(line, { lines: filledBelow(lines, row), hasHeader });
    if (found !== undefined) {
      hasHeader ||= found.caption === undefined && found.byline === undefined;
      if (found.caption !== undefined) captions.push(found.caption);
      said = { ...found, ...said };
      continue;
    }
    const marks = above.length < MAX_MARKERS && lineMarker(line) !== undefined;
    // `[EIL/POLITIK]` looks like a slug but is a marker.
    const bracket = marks ? undefined : reutersBracket(line);
    const keywords = marks || bracket ? undefined : keywordLine(line, lines, row);
    if (!marks && !bracket && keywords === undefined) break;
    if (marks) above.push(line);
    slug ??= bracket?.slug ?? keywords;
    if (bracket?.code) codes.push(bracket.code);
  }
  const { source: header, byline, number, time } = said;
  return { row, above, codes, captions, slug: slug ?? said.slug, placed, header, byline, number, time };
}

/** `Fähren/Verkehr/Sandau/` above the headline of a text with a dateline. */
function keywordLine(line: string, lines: readonly string[], row: number): string | undefined {
  const keywords = slugLine(line);
  if (keywords === undefined) return undefined;
  const below = filledBelow(lines, row);
  const isAbove = /\/\s*$/u.test(line) || keywords.split('/').length > 2;
  const at = below.findIndex((other) => dateline(other)?.agency !== undefined);
  return isAbove && at > 0 ? keywords : undefined;
}

/** Filled lines below a line that are looked at. */
const BELOW = 7;

function filledBelow(lines: readonly string[], row: number): string[] {
  const found: string[] = [];
  for (let at = row + 1; at < lines.length && found.length < BELOW; at++) {
    const line = lines[at] ?? '';
    if (!isBlank(line)) found.push(line);
  }
  return found;
}

/** A headline that continues on a second line because the first was full. Nothing else is in their block. */
function wholeTitle(
  lines: readonly string[],
  row: number,
  timeLine: string | undefined,
): { title: string; used: number } {
  const first = (lines[row] ?? '').trim();
  const second = (lines[row + 1] ?? '').trim();
  const alone = isBlank(lines[row + 2] ?? '');
  if (
    first.length < 50 ||
    second === '' ||
    second === timeLine ||
    !alone ||
    /[.!?:]$/.test(first + second) ||
    first.length + second.length > MAX_HEADLINE_CHARS
  ) {
    return { title: first, used: 1 };
  }
  return { title: `${first} ${second}`, used: 2 };
}

/** The beginning of a line that is too long for a headline. */
export function firstPart(line: string): string {
  const part = line.split(/\s\*\*\s|\s\+\+\+\s|\s\|\s/)[0] ?? line;
  if (part.length <= MAX_HEADLINE_CHARS) return part.trim();
  return `${part.slice(0, MAX_HEADLINE_CHARS - 1).replace(/\s\S*$/, '')}…`;
}
