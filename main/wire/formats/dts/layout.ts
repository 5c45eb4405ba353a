import { agencyName } from '../../agencies/agency.ts';
import { isEmbargoLine } from '../../story/embargo.ts';
import { lineMarker } from '../../story/markers.ts';
import { agencyHeader } from '../../text/agency-header.ts';
import { releaseAuthor } from '../../text/source-line.ts';
import { type FoundTime, germanDates, writtenDate } from '../../times/text-times.ts';
import { hasTeaserTail } from './teaser.ts';

/** The parts of one story in the dts layout, as lines. */
export interface Layout {
  readonly categories: readonly string[];
  readonly headlines: readonly string[];
  /** Lines above the headline that speak to the desk: markers (`Aktualisierung`), an embargo. */
  readonly notices: readonly string[];
  readonly time?: FoundTime;
  /** What else is on the line of the date: `dts-nachrichtenagentur.de`, `von dpa-AFX`. */
  readonly beside: string;
  readonly body: readonly string[];
  /** Lines below "Weitere Meldungen". */
  readonly related: readonly string[];
}

const RELATED =
  /^(?:weitere (?:meldungen|news|nachrichten|artikel)|andere (?:news|meldungen)|mehr (?:zum thema|nachrichten|news)|lesen sie auch|more news|related(?: stories| news)?)\s*:?$/iu;
const BEFORE_DATE =
  /^(?:(?:datum|stand|veröffentlicht(?: am)?|vom|am)(?:\s*:)?\s*)?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)?,?$/iu;
const NOTICE = /^\W*(?:sperrfrist|embargo|gesperrt bis|frei ab)\b/iu;
const HEADER_LINES = 6;
/** Lines at the end among which a release names its author. */
const CREDIT_LINES = 4;

const isNotice = (line: string): boolean => isEmbargoLine(line) || lineMarker(line) !== undefined;

interface DateLine extends FoundTime {
  /** Text in front of the date on the same line: a headline that was joined to it. */
  readonly before: string;
  readonly beside: string;
  /** In the notation of this layout only. Others also print `12. März 2026, 14 Uhr`, meaning when an event starts. */
  readonly telling: boolean;
}

/** The date line of the layout, with or without a headline before it or a source after it; undefined for other lines. */
function dateLine(line: string): DateLine | undefined {
  if (line.length > 220 || !/\d\.\s?[\dADFJMNOS]/.test(line)) return undefined;
  if (line !== latest.line) latest = { line, date: readDateLine(line) };
  return latest.date;
}

/** The last answer: detecting and reading the layout ask for the same line. */
let latest: { readonly line: string; readonly date: DateLine | undefined } = { line: '', date: undefined };

function readDateLine(line: string): DateLine | undefined {
  const numeric = germanDates(line).at(-1);
  const date = numeric ?? writtenDate(line);
  if (!date || NOTICE.test(line)) return undefined;
  const before = line.slice(0, date.at).trim();
  const beside = line
    .slice(date.at + date.raw.length)
    .replace(/^[\s,|–-]+/, '')
    .trim();
  const label = before === '' || BEFORE_DATE.test(before);
  if (beside.length > 60 || /[.!?]$/.test(beside.replace(/\.(?:de|com)$/, ''))) return undefined;
  // Dates with the name of a month also occur in headlines, and before the place in lists of events.
  if (!numeric && !(label && date.hasHour && (beside === '' || namesSource(beside)))) return undefined;
  if (!label && (!date.hasHour || /[([]$|\b(?:am|vom|bis|seit|ab|dem|den)$/iu.test(before) || beside.startsWith(')')))
    return undefined;
  if (!date.hasHour && beside !== '') return undefined;
  return { ...date, before: label ? '' : before, beside, telling: numeric !== undefined || WRITTEN.test(line) };
}

/** `dts-nachrichtenagentur.de`, `dpa-AFX`: a source, not a place. */
const namesSource = (text: string): boolean => /\.[a-z]{2,4}$/u.test(text) || agencyName(text) !== undefined;

const WRITTEN = /^\s*\d{1,2}\. \p{Lu}\p{Ll}{2,8}\.? \d{4} [-–] \d{2}:\d{2}(?::\d{2})?(?: Uhr)?\s*$/u;

/** `DD.MM.YYYY - HH:MM[:SS]` and nothing else: certain enough to start a story in the middle of a file. */
const isStrictDate = (line: string): boolean => /^\d{2}\.\d{2}\.\d{4} - \d{2}:\d{2}(?::\d{2})?$/.test(line.trim());

// Names of categories have no verb: `Bund und Länder`, but not `Hafen öffnet`.
const CATEGORY = /^\p{Lu}\S*(?: (?:&|und|and|aus|aller|der|des|die|im|in|für|of|\p{Lu}\S*))*$/u;

/** `Ausland, Militär`: a few short words that are not a sentence. */
function isCategoryLine(line: string): boolean {
  const parts = line.split(/,\s*|\s\/\s/);
  return (
    line.length <= 80 &&
    parts.length <= 8 &&
    !/[.!?:;"„“]|\d{2}/u.test(line) &&
    parts.every((part) => part.length > 1 && part.split(/\s+/).length <= 3 && CATEGORY.test(part))
  );
}

const filled = (lines: readonly string[]): number[] => lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));

/** Splits the lines of a file into stories: each further strict date line starts one, with the headline above it. */
export function splitStories(lines: readonly string[]): string[][] {
  const starts = [0];
  const rows = filled(lines);
  let dated = false;
  rows.forEach((row, k) => {
    if (!isStrictDate(lines[row] ?? '')) return;
    if (dated) {
      const start = startAbove(lines, rows, k);
      if (start !== undefined && start > (starts.at(-1) ?? 0)) starts.push(start);
    }
    dated = true;
  });
  return starts.map((start, i) => lines.slice(start, starts[i + 1]));
}

/** The row where the story of a date line starts: its categories, else its headline; undefined if there is neither. */
function startAbove(lines: readonly string[], rows: readonly number[], k: number): number | undefined {
  const headline = rows[k - 1];
  const title = (lines[headline ?? 0] ?? '').trim();
  if (headline === undefined || title.length > 160 || /\p{Ll}{2}\.$/u.test(title)) return undefined;
  if (hasTeaserTail(title) || isStrictDate(title)) return undefined;
  const text = (i: number) => (lines[rows[i] ?? -1] ?? '').trim();
  // Lines to the desk above headline or categories belong to this story.
  let top = k - 1;
  while (isNotice(text(top - 1))) top--;
  if (isCategoryLine(text(top - 1))) top--;
  while (isNotice(text(top - 1))) top--;
  return rows[top];
}

function firstDateLine(lines: readonly string[]): { at: number; dated: DateLine | undefined } {
  for (const [at, line] of lines.entries()) {
    const dated = dateLine(line);
    if (dated) return { at, dated };
  }
  return { at: -1, dated: undefined };
}

/** The lines of one story, by part. */
export function readLayout(lines: readonly string[]): Layout {
  const rows = filled(lines);
  const text = (row: number | undefined) => (row === undefined ? '' : (lines[row] ?? '').trim());
  const { at, dated } = firstDateLine(rows.slice(0, HEADER_LINES).map(text));
  const top = rows.slice(0, Math.max(at, 0)).map(text);
  if (dated?.before) top.push(dated.before);
  const above = top.filter((line, i) => !isNotice(line) || (i === top.length - 1 && top.every(isNotice)));
  const notices = top.filter((line) => !above.includes(line));
  let bodyRow = at < 0 ? 0 : (rows[at] ?? 0) + 1;
  const prose = above.findIndex((line, i) => i > 0 && isProse(line));
  const { categories, headlines } = titles(prose < 0 ? above : above.slice(0, prose));
  const opening = text(rows.find((row) => row >= bodyRow));
  // A page of nothing but teasers has no headline.
  if (headlines.length === 0 && !hasTeaserTail(opening) && !RELATED.test(opening)) {
    // The date comes first, or there is none: the headline follows.
    const below = rows.filter((row) => row >= bodyRow);
    // news aktuell names the issuer above the headline and again at the end.
    const author = below.slice(-CREDIT_LINES).map((row) => releaseAuthor(text(row)));
    const next = author.includes(text(below[0])) ? below.slice(1) : below;
    const first = text(next[0]);
    const categoryFirst = categories.length === 0 && next.length > 2 && isCategoryLine(first) && !first.includes(' ');
    const title =
      categoryFirst || (categories.length === 0 && first.includes(',') && isCategoryLine(first)) ? next[1] : next[0];
    if (title !== next[0]) categories.push(...split(first));
    headlines.push(text(title));
    bodyRow = (title ?? lines.length) + 1;
  }
  const rest = lines.slice(bodyRow);
  const relatedAt = rest.findIndex((line) => RELATED.test(line.trim()) || hasTeaserTail(line));
  return {
    categories,
    headlines,
    notices,
    ...(dated ? { time: dated } : {}),
    beside: dated?.beside ?? '',
    // The date may stand below the text.
    body: [...(prose < 0 ? [] : above.slice(prose)), ...(relatedAt < 0 ? rest : rest.slice(0, relatedAt))],
    related: relatedAt < 0 ? [] : rest.slice(relatedAt).filter((line) => !RELATED.test(line.trim())),
  };
}

/** Sentences, not a headline. */
const isProse = (line: string): boolean =>
  line.length > MAX_TITLE_CHARS || /[.!?]["“”]? \p{Lu}.{10,}[.!?]["“”]?$/u.test(line);
const MAX_TITLE_CHARS = 200;

const split = (line: string): string[] => line.split(/,\s*|\s\/\s/).map((part) => part.trim());

/** Splits the lines above the date: categories, if the first line looks like it, and headlines. */
function titles(above: readonly string[]): { categories: string[]; headlines: string[] } {
  const [first = '', ...others] = above;
  if (above.length > 1 && isCategoryLine(first)) return { categories: split(first), headlines: others };
  return { categories: [], headlines: [...above] };
}

const showsDate = (date: DateLine | undefined): boolean => date?.hasHour === true && date.telling;

/** True if the head of a file shows the layout: a date line near the top, or the block of related stories. */
export function looksLikeDts(head: string): boolean {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const top = lines.slice(0, HEADER_LINES);
  // Other agencies print a day as well.
  if (agencyHeader(top[0] ?? '', top[1] ?? '')) return false;
  return (
    top.some((line, i) => showsDate(dateLine(line)) && (i < 4 || isStrictDate(line))) ||
    lines.some((line) => hasTeaserTail(line)) ||
    lines.some((line) => /^[@©]\s*(?:[\w-]+\.)+[a-z]{2,}$/iu.test(line)) ||
    /\bdts (?:Deutsche Textservice )?Nachrichtenagentur\b/u.test(head)
  );
}
