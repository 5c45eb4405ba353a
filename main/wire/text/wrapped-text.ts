import type { Block, RichText } from '../dispatch.ts';
import { namesOf } from './byline.ts';
import { CHANGES } from './desk-lines.ts';

/** No story is longer than this: such a text is data and is kept as it is. */
const MAX_LINES = 50_000;
const MAX_CHARS = 1_000_000;
/** Longer lines were not wrapped by a machine: they are paragraphs. */
const MAX_WRAPPED_CHARS = 100;

const isBlank = (line: string): boolean => line.trim() === '';
const isRule = (line: string): boolean => /^\s*(?:[*_=~.-]\s*){3,}$/.test(line);
const BULLET = /^\s*(?:[-*•–]|\d{1,2}\))\s+(?=\S)/;
const GAP = /\S {2,}(?=\S)/g;
/** `+++ 10:30 Kran steht still +++`: what stands between signs is a heading of its own. */
const TICKER = /^\s*\+{2,5}\s(?!\W*(?:sperr|embargo|frei |gesperrt))(?<title>[^+].{9,140}?)\s\+{2,5}\s*$/iu;
/** Reuters prints who worked on a text right below it: `(Reporting by …)`, `((anna.brook@example.com))`. */
const CREDITS_START =
  /^\s*\((?:\(\S|(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated) (?:and \w+ )?by \p{Lu}|Reporter(?:in)?: |Bericht(?:et)? von |Reportage (?:de|par) |Reporte de )/u;

/**
 * Turns lines of typed text into blocks: joins hard-wrapped lines to paragraphs (a line was wrapped if the next word would not
 * have fitted on it), keeps columns preformatted, and makes lists of dashes and stars. A blank line or an indent starts a new
 * block; lines of dots or dashes are dropped.
 */
export function toBlocks(lines: readonly string[]): Block[] {
  if (isOverlong(lines)) return [asItStands(lines)];
  const width = wrapWidth(lines);
  return joinLists(groups(lines).flatMap((group) => groupBlocks(group, width)));
}

/** True for more lines or characters than any story has. */
export const isOverlong = (lines: readonly string[]): boolean =>
  lines.length > MAX_LINES || lines.reduce((sum, line) => sum + line.length, 0) > MAX_CHARS;

/** `(Adds quotes)`, `By Jane Roe`: what stands between main points and text where no line is blank. */
const isDeskLine = (line: string): boolean =>
  line.length < 120 && (CHANGES.test(line.trim()) || namesOf(line) !== undefined);
/** `    LONDON, March 14 (Reuters) - …`: where the text begins. */
const DATELINE_START = /^\s*\p{Lu}{3}[^.!?()]{0,60}\(\p{L}[\p{L} ]{1,20}\)\s?[-–—]\s/u;

export const asItStands = (lines: readonly string[]): Block => ({
  type: 'preformatted',
  text: lines.join('\n').trim(),
});

/** The width the text was wrapped at, in characters; 0 if it was not wrapped. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0);
  const long = lengths.filter((length) => length > MAX_WRAPPED_CHARS).length;
  if (lengths.length === 0 || long * 8 > lengths.length) return 0;
  // Not the longest line, which may be an address that could not be wrapped.
  const short = lengths.filter((length) => length <= MAX_WRAPPED_CHARS).sort((a, b) => a - b);
  return short[Math.floor(short.length * 0.92)] ?? 0;
}

function groups(lines: readonly string[]): string[][] {
  const result: string[][] = [];
  let current: string[] = [];
  const close = () => {
    if (current.length > 0) result.push(current);
    current = [];
  };
  for (const line of lines) {
    if (isBlank(line) || isRule(line)) close();
    else {
      const isAlone = TICKER.test(line) || isDeskLine(line);
      if (isAlone || CREDITS_START.test(line) || DATELINE_START.test(line)) close();
      current.push(line.trimEnd());
      if (isAlone) close();
    }
  }
  close();
  return result;
}

/** Bullets with blank lines between them are one list. */
function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let items: RichText[] | undefined;
  for (const block of blocks) {
    if (block.type !== 'list') {
      items = undefined;
      joined.push(block);
    } else if (items) {
      for (const item of block.items) items.push(item);
    } else {
      items = [...block.items];
      joined.push({ ...block, items });
    }
  }
  return joined;
}

function groupBlocks(group: readonly string[], width: number): Block[] {
  const isRowOf = group.map(isRow);
  if (isTable(isRowOf)) return [{ type: 'preformatted', text: outdent(group) }];
  const rows = tableRows(isRowOf);
  if (rows) {
    return [
      ...groupBlocks(group.slice(0, rows.from), width),
      { type: 'preformatted', text: outdent(group.slice(rows.from, rows.to)) },
      ...groupBlocks(group.slice(rows.to), width),
    ];
  }
  const title = group.length === 1 ? TICKER.exec(group[0] ?? '')?.groups?.title : undefined;
  if (title !== undefined) return [{ type: 'heading', level: 2, text: title }];
  if (isSpeech(group)) return paragraphs(group, width).map((text) => ({ type: 'paragraph', text }));
  if (group.filter((line) => BULLET.test(line)).length > 1 || (group.length === 1 && BULLET.test(group[0] ?? ''))) {
    return bullets(group, width);
  }
  return paragraphs(group, width).map((text) => ({ type: 'paragraph', text }));
}

/** A dash before what somebody says, as Nordic and Romance languages have it: `– Det er bra, sier ordføreren.` */
const SPEECH =
  /^\s*[-–—]\s?\p{Lu}.*[,.!?] (?:säger|sa|sade|berättar|menar|sier|forteller|mener|siger|sagde|fortæller|sanoo|kertoo|dijo|dice|señaló|explicó|afirmó|aseguró|añadió|ha detto|dice|spiega|afferma|a déclaré|a dit|dit|explique|affirme|disse|diz|afirmou)(?!\p{L})/u;
const isSpeech = (group: readonly string[]): boolean =>
  /^\s*[-–—]/.test(group[0] ?? '') && !group.slice(1).some((line) => BULLET.test(line)) && SPEECH.test(group.join(' '));

/** Columns: most lines have gaps, or most lines are cut by bars or semicolons. */
function isTable(isRowOf: readonly boolean[]): boolean {
  return isRowOf.length > 1 && isRowOf.filter(Boolean).length >= isRowOf.length * 0.6;
}

function isRow(line: string): boolean {
  if (countOf('|', line) > 2 || countOf(';', line) > 3) return true;
  if (!line.includes('  ')) return false;
  // A single gap may be a typing error or the end of a sentence; wider ones or several are columns.
  const gaps = line.trim().match(GAP) ?? [];
  return gaps.some((gap) => gap.length > 3) || gaps.filter((gap) => !/^[.!?:;]/.test(gap)).length > 1;
}

function countOf(sign: string, line: string): number {
  let count = 0;
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** The first run of three rows or more among lines that are mostly text. */
function tableRows(isRowOf: readonly boolean[]): { from: number; to: number } | undefined {
  let from = 0;
  for (let to = 0; to <= isRowOf.length; to++) {
    if (isRowOf[to]) continue;
    if (to - from > 2) return { from, to };
    from = to + 1;
  }
  return undefined;
}

function outdent(group: readonly string[]): string {
  const indent = leastIndent(group);
  return group.map((line) => line.slice(indent)).join('\n');
}

function bullets(group: readonly string[], width: number): Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  for (const text of paragraphs(group, width, BULLET)) {
    if (BULLET.test(text)) items.push(text.replace(BULLET, ''));
    else {
      if (items.length > 0) blocks.push(list(items));
      items = [];
      blocks.push({ type: 'paragraph', text });
    }
  }
  return items.length > 0 ? [...blocks, list(items)] : blocks;
}

const list = (items: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((text) => ({ text })),
});

/** Words no paragraph ends with. */
const GOES_ON =
  /(?<!\p{L})(?:and|but|or|of|the|a|an|to|in|for|from|with|by|that|who|which|und|oder|aber|der|die|das|den|dem|des|im|von|vom|zum|zur|aus|bei|mit|nach|auf|für|durch|über|unter|einen|einer|einem|eines|dass|sowie|et|de|du|la|le|les|y|el|los|del|di|il|che)$/u;

/** True where the indent of a paragraph's first line tells them apart: every other line goes on. */
function startsIndented(group: readonly string[], base: number): boolean {
  const isIndented = group.map((line) => indentOf(line) >= base + 2);
  return isIndented[0] === true && isIndented.some((is) => !is);
}

/** Part of the width below which a line was ended on purpose, as in results and addresses. */
const SHORT_LINE = 0.5;

/** The paragraphs of a group of lines, joined. A line that matches `starts` also starts a new one. */
function paragraphs(group: readonly string[], width: number, starts?: RegExp): string[] {
  const base = leastIndent(group);
  const byIndent = starts === undefined && startsIndented(group, base);
  const full = byIndent ? Math.max(width, widest(group)) : width;
  const result: string[][] = [];
  let previous: string | undefined;
  for (const line of group) {
    const trimmed = line.trim();
    const text = trimmed.includes('  ') ? trimmed.replace(/ {2,}/g, ' ') : trimmed;
    const indented = indentOf(line) >= base + 2 && !(starts && previous !== undefined);
    // An indented line below a bullet belongs to it.
    const hanging = starts !== undefined && previous !== undefined && indentOf(line) > base && !starts.test(line);
    const goesOn =
      previous !== undefined &&
      (hanging ||
        wrapped(previous, text, width) ||
        isOpen(result.at(-1)) ||
        (byIndent && full >= MIN_WIDTH && previous.trimEnd().length >= full * SHORT_LINE));
    const begins = previous === undefined || indented || starts?.test(line) || !goesOn;
    if (begins) result.push([text]);
    else result.at(-1)?.push(hyphenated(previous ?? '', text) ? text : ` ${text}`);
    previous = line;
  }
  return result.map((pieces) => pieces.join(''));
}

/** Characters of the longest line that a machine may have wrapped. */
const widest = (group: readonly string[]): number =>
  group.reduce((most, line) => (line.length > MAX_WRAPPED_CHARS ? most : Math.max(most, line.length)), 0);

/** Credits in brackets that have not ended. */
const isOpen = (pieces: readonly string[] | undefined): boolean =>
  pieces?.[0] !== undefined && CREDITS_START.test(pieces[0]) && !pieces.some((piece) => piece.includes(')'));

/** Not Math.min(...): files may have more lines than a call may have arguments. */
const leastIndent = (group: readonly string[]): number =>
  group.reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Characters. Narrower texts were not wrapped. */
const MIN_WIDTH = 30;

/** True if the first word of `next` had no room on `line`, allowing for the slack that machines leave. */
function wrapped(line: string, next: string, width: number): boolean {
  if (hyphenated(line, next)) return true;
  if (width < MIN_WIDTH) return false;
  if (GOES_ON.test(line.trimEnd().slice(-12))) return true;
  if (/^\p{Ll}{2,20}\s/u.test(next) && /\p{L} [^.!?:]{2,40}[\p{Ll}\d,]$/u.test(line.trimEnd().slice(-50))) return true;
  const first = next.split(/\s/, 1)[0] ?? '';
  const room = width - line.trimEnd().length;
  if (first.length + 1 > room - 4) return true;
  // No paragraph ends with a comma or starts with a small letter.
  return (/^\p{Ll}/u.test(next) && room < width * 0.5) || (/,["”“]?\s*$/u.test(line) && room < width * 0.35);
}

/** Wires wrap compounds at their own hyphens (`dpa-` / `Korrespondent`): no space is added there. */
const hyphenated = (line: string, next: string): boolean =>
  /\p{L}-$/u.test(line.slice(-3)) && !/^(?:und|oder|bis|sowie|and|or|to)\b/u.test(next);
