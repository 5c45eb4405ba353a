import { stripControls } from '../../bytes/control-codes.ts';
import type { Block } from '../../dispatch.ts';
import { type FoundNote, type TypedCopy, typedCopy } from '../../story/facts.ts';
import { CHANGES } from '../../text/desk-lines.ts';
import { asItStands, isOverlong } from '../../text/wrapped-text.ts';

/** The lines above the text of an ANPA story. */
export interface AnpaHead {
  /** The keyword in full, without its count of words. */
  readonly keyword: string;
  readonly headline?: string;
  readonly subhead?: string;
  readonly byline?: string;
  readonly credit?: string;
  readonly notes: readonly FoundNote[];
  /** Number of lines that belong to the head. */
  readonly used: number;
}

const bare = (line: string): string =>
  stripControls(line)
    .replace(/^\s*\^/, '')
    .replace(/(?<!\s)\s*[<=+]\s*$/, '')
    .trim();
const isDirective = (line: string): boolean => /^\s*\^/.test(line);
/** `$adv15`: an advance, for the day it names. */
const ADVANCE = /^\$?adv\s?\d{0,2}$/iu;
const CREDIT = /press|writer|service|news|correspondent|editor/iu;
const DESK =
  /^(?:eds?:|editors?\b|editor's note|note to|with (?:ap )?photos?|(?:ap|eu|apdn) photos?\b|for (?:release|use)\b|(?:\(?embargo|hold for))/iu;

const unbracketed = (text: string): string => text.replace(/^[([]\s*|(?<!\s)\s*[)\]]$/gu, '');
/** `Eds: …`, `(Eds: …)`, `[Adds quotes]`: brackets around a line to the desk change nothing. */
const isDeskLine = (text: string): boolean =>
  DESK.test(text) || (/^[([]/u.test(text) && (DESK.test(unbracketed(text)) || CHANGES.test(text)));

function deskNote(line: string): FoundNote {
  const text = typed(unbracketed(line));
  if (/embargo|release/iu.test(text)) return { text, kind: 'embargo' };
  return /^eds?:/iu.test(text) ? { text, kind: 'editor' } : { text };
}

/** Lines that begin with a circumflex and end in `<` or `=`; at Kyodo the keyword, and a headline that ends in `+`. */
export function readAnpaHead(lines: readonly string[], kyodo: boolean): AnpaHead {
  return kyodo ? kyodoHead(lines) : apHead(lines);
}

function kyodoHead(lines: readonly string[]): AnpaHead {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.slice(0, first + 6).findIndex((line) => /\+\s*$/.test(line));
  const headline = lines
    .slice(first + 1, last + 1)
    .map(bare)
    .join(' ');
  return {
    keyword: bare(lines[first] ?? ''),
    ...(headline ? { headline } : {}),
    notes: [],
    used: Math.max(last, first) + 1,
  };
}

const MAX_HEAD_LINES = 60;

function apHead(lines: readonly string[]): AnpaHead {
  const notes: FoundNote[] = [];
  const titles: string[] = [];
  let keyword = '';
  let byline: string | undefined;
  let credit: string | undefined;
  let row = 0;
  for (; row < Math.min(lines.length, MAX_HEAD_LINES); row++) {
    const line = lines[row] ?? '';
    if (line.trim() === '') continue;
    if (!isDirective(line)) break;
    const text = bare(line);
    const isBehindByline = byline !== undefined && /=\s*$/.test(line);
    if (keyword === '') keyword = keywordOf(line);
    else if (ADVANCE.test(text)) continue;
    else if (isDeskLine(text)) notes.push(deskNote(text));
    else if (/^by\s/iu.test(text)) byline = text.replace(/^by\s+/iu, '');
    else if (isBehindByline && credit === undefined && CREDIT.test(text)) credit = text;
    else if (/^(?:the )?associated press(?: writer)?$/iu.test(text)) credit = text;
    else if (isBehindByline && titles.length === 0) break;
    else if (titles.length < 2 && (titles.length === 0 || (/<\s*$/.test(line) && text.length > 30)))
      titles.push(typed(text));
    else break;
  }
  const [headline, subhead] = titles;
  return {
    keyword,
    ...(headline ? { headline } : {}),
    ...(subhead ? { subhead } : {}),
    ...(byline ? { byline } : {}),
    ...(credit ? { credit } : {}),
    notes,
    used: row,
  };
}

/** `^*9006< ^AP-Top-Entertainment-Headlines,0176<` and `^BC-US--Name, 1st Ld-Writethru,466<` without counts. */
function keywordOf(line: string): string {
  const parts = stripControls(line)
    .split('^')
    .map((part) => part.replace(/(?<!\s)\s*[<=]\s*$/, '').trim());
  const keyword = parts.findLast((part) => /\p{L}{2}/u.test(part)) ?? '';
  return keyword.replace(/,\s*(?:\d+\s*)?$/, '').trim();
}

/** The text below the head: paragraphs begin with a tab, rows with BS or between semicolons, sub-headings with a circumflex. */
export function readAnpaText(lines: readonly string[], tabular: boolean): (Block | TypedCopy)[] {
  if (isOverlong(lines)) return [asItStands(lines.map(bareLine))];
  const blocks: (Block | TypedCopy)[] = [];
  let text: string[] = [];
  let rows: string[] = [];
  const flushText = () => {
    if (text.some((line) => line !== '')) blocks.push(typedCopy(text));
    text = [];
  };
  const flushRows = () => {
    if (rows.length > 0) blocks.push({ type: 'preformatted', text: align(rows) });
    rows = [];
  };
  for (const raw of lines) {
    const line = typed(bareLine(raw));
    const isRow =
      raw.startsWith('\b') || line.split(';').length > 3 || (tabular && /^\t/.test(raw) && line.trim().length <= 90);
    if (line.trim() === '' || /^\s*_{3,}\s*$/.test(line)) {
      if (!tabular || line.includes('_')) flushRows();
      text.push('');
    } else if (isRow) {
      flushText();
      rows.push(line.trim());
    } else if (isDirective(raw)) {
      flushText();
      flushRows();
      blocks.push({ type: 'heading', level: 3, text: line.trim() });
    } else {
      flushRows();
      text.push(...(/^(?:\t|\s{3,})/.test(raw) ? ['', line.trim()] : [line.trim()]));
    }
  }
  flushText();
  flushRows();
  return headingsWithText(blocks);
}

const bareLine = (line: string): string =>
  stripControls(line)
    .replace(/^\s*\^/, '')
    .replace(/(?<!\s)\s*[<=]\s*$/, '');

/** Teletype characters: two grave accents or apostrophes for quotes, an underscore for the dash, a brace for one half. */
const typed = (line: string): string =>
  line
    .replace(/``|''/g, '"')
    .replace(/(\s)_(?=\s\S)/g, '$1–')
    .replace(/(?<=\d|;)\{(?=;|\s|$)/g, '½');

/** Semicolons mark columns: every column as wide as its widest cell, numbers to the right. */
function align(rows: readonly string[]): string {
  const cells = rows.map((row) =>
    row.includes(';') ? row.split(';').map((cell) => cell.replace(/\s+/g, ' ').trim()) : [row],
  );
  const widths: number[] = [];
  for (const row of cells)
    if (row.length > 1)
      row.forEach((cell, i) => {
        widths[i] = Math.max(widths[i] ?? 0, cell.length);
      });
  const padded = (cell: string, i: number) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0));
  return cells.map((row) => (row.length > 1 ? row.map(padded).join('  ') : (row[0] ?? '')).trimEnd()).join('\n');
}

/** If there are only lines with a circumflex, they are the text: a list of headlines. */
function headingsWithText(blocks: readonly (Block | TypedCopy)[]): (Block | TypedCopy)[] {
  if (blocks.some((block) => block.type !== 'heading')) return [...blocks];
  const items = blocks.flatMap((block) => (block.type === 'heading' ? [{ text: block.text }] : []));
  return items.length > 0 ? [{ type: 'list', ordered: false, items }] : [];
}
