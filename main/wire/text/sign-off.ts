import { AGENCY_LETTERS, agencyName, LOWER_LETTERS, UPPER_LETTERS } from '../agencies/agency.ts';
import type { Block, Note, RichText } from '../dispatch.ts';
import { CLOSING_MARK, FOOT_LINES, ISSUER, RELEASED } from './foot-lexicon.ts';

/** `dpa hc yyzz n1 se`, `dpa al rmo hct rmo`, `SID ab cd`, `PTI ABC DEF`: author, place, kind, desk. */
const AGENCY_FIRST = new RegExp(
  String.raw`^\s*(?:${LOWER_LETTERS})(?:\s[a-z0-9]{1,4}){1,7}\s*$|^\s*(?:SID(?:\s[a-z]{2}){1,4}|PTI(?:\s[A-Z]{2,4}){1,5})\s*$|^\s*\((?:${UPPER_LETTERS})\b[^)]{0,30}\)\s*$|^\s*/(?:${LOWER_LETTERS})/\s*$`,
  'u',
);
/** `/mfi/DP/stw` (dpa-AFX), `ebe/mmu`, `bur-abc/def` (AFP): initials of author, desk and editor. */
export const INITIALS = /^\s*\/?[a-zäöü]{2,4}(?:-[a-zäöü]{2,4})?(?:\/[A-Za-zÄÖÜäöü]{2,4}){1,3}\s*$/u;
/** `AFP ab/cd`. */
const SIGNED = new RegExp(String.raw`^\s*(?:${AGENCY_LETTERS}) [a-zäöü]{2,4}(?:/[A-Za-zÄÖÜäöü]{2,4}){1,3}\s*$`, 'u');
/** `2026031410AA0017`: the number under which KNA files its text. */
const FILED = /^\s*\d{10,14}[A-Z]{2}\d{3,5}\s*$/u;
/** `ISIN DE0001234567`, `AXC0123 2026-03-14/08:15`: what dpa-AFX puts below a text about a company. */
const SECURITIES =
  /^\s*(?:ISIN|WKN)[\s:]+(?:[A-Z]{2})?[A-Z\d]{6,12}(?:\s[^.!?]{0,120})?$|^\s*AXC\d{3,5}\b[^.!?]{0,60}$/u;
/** `-ENDS-`, `###`, `- 30 -`: the end of a release. */
const END = /^\s*(?:-{1,2}\s?(?:ends?|30|0)\s?-{1,2}|ENDS?|#{3,}|\((?:ends?|ende)\))\s*$/iu;
/** `(dpa)`, `(Schluss)`, `(Forts.)`: the agency, or that the text ends or goes on. */
const CLOSING = new RegExp(String.raw`^\s*\((?:${AGENCY_LETTERS}|Schluss|Forts(?:etzung|\.)?)\)\s*$`, 'u');
const COPYRIGHT = /^\s*(?:©|\([Cc]\)\s|Copyright\b).{2,160}$|^\s*Copyright\b.{0,12}\d{4}\b.{2,300}$/u;
/** `(Reporting by Jane Roe; Editing by Ole Brandt)`, `Bearbeitet von Anna Brook`: who worked on the text. */
const CREDITS =
  /^\s*\(?(?:With files from|(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|Editing|Compiled|Translated|Written|Edited|Reported)(?: and (?:writing|editing))? by|Bearbeitet von|Redigiert von|Geschrieben von|Zusammengestellt von) \p{Lu}[^\n]{2,300}$/u;
/** A line of underscores between a text and what is below it (AP). */
const LINE = /^\s*(?:_\s?){2,40}$/u;

/** True for a sign-off: an agency's letters (`source` or any agency of the table) and codes for author, place and desk. */
export function isSignOff(line: string, source = ''): boolean {
  const own =
    source !== '' && line.trim().startsWith(`${source} `) && /^\s*\S+(?:\s[a-z0-9]{1,4}){1,7}\s*$/u.test(line);
  return own || AGENCY_FIRST.test(line);
}

/** `Foto: Anna Brook/dpa`, `Photo credit: Jane Roe`: whose picture it is. A caption with a sentence in it is none. */
const PICTURE_CREDIT =
  /^\(?(?:foto|bild|symbolbild|archivbild|bildquelle|bildnachweis|fotos?\/quelle|fotograf(?:in)?|photo(?: credit| by)?|image(?: credit)?|picture credit|photograph|crédit(?: photo)?|crédito|foto credit|credit)\s?:\s?\p{Lu}[^.!?\n]{1,80}\)?$/iu;
export const isPictureCredit = (text: string): boolean => text.length < 100 && PICTURE_CREDIT.test(text.trim());

/** Characters. */
const MAX_SIGN_OFF_CHARS = 320;

/** What a last line says about the text above it; undefined for a line of the text, no note for one that says nothing. */
function noteOf(line: string, source: string): { readonly note?: Note } | undefined {
  if (line.length > MAX_SIGN_OFF_CHARS) return undefined;
  const text = line.trim();
  // A bracket that goes on is joined first.
  if (text.includes('(') !== text.includes(')')) return undefined;
  if (LINE.test(line) || END.test(line)) return {};
  if (COPYRIGHT.test(line)) return { note: { kind: 'copyright', text } };
  const isNote =
    isSignOff(line, source) ||
    INITIALS.test(line) ||
    SIGNED.test(line) ||
    CLOSING.test(line) ||
    FILED.test(line) ||
    SECURITIES.test(line) ||
    CREDITS.test(line);
  return isNote ? { note: { kind: 'nonpublic', text } } : undefined;
}

/** Splits from a typed text what stands below it: initials, who worked on it, whose it is. */
export function splitSignOffs(lines: readonly string[], source: string): { body: readonly string[]; notes: Note[] } {
  const notes: Note[] = [];
  let end = lines.length;
  for (; end > 1; end--) {
    const line = lines[end - 1] ?? '';
    const found = line.trim() === '' ? {} : noteOf(line, source);
    if (!found) break;
    if (found.note) notes.unshift(found.note);
  }
  // A text of nothing else is the text.
  return lines.slice(0, end).some((line) => line.trim() !== '')
    ? { body: lines.slice(0, end), notes }
    : { body: lines, notes: [] };
}

/** Characters of an agency's name, and the signs around it where it closes a text: `-- BERNAMA`. */
const MAX_NAME_CHARS = 30;
const FRAME = /^[-=(©\s]{1,6}|[)\s.]{1,3}$/gu;

/** A last paragraph, told by more than lines that a machine has wrapped can be told by. */
function noteOfParagraph(block: Block, source: string, isRelease: boolean): { readonly note?: Note } | undefined {
  if (block.type !== 'paragraph') return undefined;
  const text = block.text.trim();
  const found = noteOf(block.text, source);
  if (found || text.length > MAX_SIGN_OFF_CHARS) return found;
  if (text.length < MAX_NAME_CHARS && agencyName(text.replace(FRAME, '')) !== undefined)
    return { note: { kind: 'nonpublic', text } };
  const kind = isRelease && ISSUER.test(text) ? 'copyright' : FOOT_LINES.find(([pattern]) => pattern.test(text))?.[1];
  return kind && { note: { kind, text: kind === 'contact' ? text.replace(/^\(\((.*)\)\)$/u, '$1') : text } };
}

/** Initials of ANSA and PTI, below the agency that closes the text. */
const capitalsOf = (block: Block, above: Block | undefined): { readonly note: Note } | undefined =>
  block.type === 'paragraph' &&
  /^[A-Z]{2,4}(?: [A-Z]{2,4}){0,3}$/u.test(block.text) &&
  above?.type === 'paragraph' &&
  CLOSING_MARK.test(above.text.slice(-60))
    ? { note: { kind: 'nonpublic', text: block.text } }
    : undefined;

/** Blocks at the top of a release among which the one with its dateline is. */
const RELEASE_BLOCKS = 5;

/** The same for paragraphs, and what closes the last sentence: `… said. (PAP)`. */
export function splitSignOffBlocks(
  blocks: readonly Block[],
  source: string,
): { body: readonly Block[]; notes: Note[] } {
  const notes: Note[] = [];
  const isRelease = blocks
    .slice(0, RELEASE_BLOCKS)
    .some((block) => block.type === 'paragraph' && RELEASED.test(block.text.slice(0, 200)));
  let end = blocks.length;
  for (; end > 1; end--) {
    const block = blocks[end - 1];
    const found = block && (noteOfParagraph(block, source, isRelease) ?? capitalsOf(block, blocks[end - 2]));
    if (!found) break;
    if (found.note) notes.unshift(found.note);
  }
  const body = blocks.slice(0, end);
  const last = body.at(-1);
  const mark = last?.type === 'paragraph' ? CLOSING_MARK.exec(last.text.slice(-60))?.[0] : undefined;
  if (last?.type !== 'paragraph' || mark === undefined || last.text.length <= mark.length) return { body, notes };
  const closed = { ...last, ...shortened(last, last.text.length - mark.length) };
  return { body: [...body.slice(0, -1), closed], notes: [{ kind: 'nonpublic', text: mark.trim() }, ...notes] };
}

/** The first characters of a text. */
function shortened({ text, marks }: RichText, length: number): RichText {
  const kept = marks?.filter((mark) => mark.from < length).map((mark) => ({ ...mark, to: Math.min(mark.to, length) }));
  return { text: text.slice(0, length), ...(kept ? { marks: kept } : {}) };
}
