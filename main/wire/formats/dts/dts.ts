import { message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { DTS } from '../../agencies/agency-row.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Teaser } from '../../dispatch.ts';
import type { DecodedFile } from '../../file.ts';
import type { Format } from '../../format.ts';
import { normaliseText } from '../../normalise.ts';
import type { Facts, FoundNote } from '../../story/facts.ts';
import { lineMarker } from '../../story/markers.ts';
import { repairGlue } from '../../text/glue.ts';
import { INITIALS } from '../../text/sign-off.ts';
import { mentionedSource, sourceLine, sourceName } from '../../text/source-line.ts';
import { isOverlong } from '../../text/wrapped-text.ts';
import { type FoundTime, germanDates } from '../../times/text-times.ts';
import { type Layout, looksLikeDts, readLayout, splitStories } from './layout.ts';
import { hasLinkWord, hasTeaserTail, readTeaser } from './teaser.ts';

/**
 * Text as dts prints it on its customers' pages: categories, headline, date line, paragraphs, `@ source`, "Weitere
 * Meldungen". Lenient except for the date, which has to be a valid day and minute. Nothing marks its end.
 */
export const dts: Format = {
  name: 'dts',
  label: 'dts',
  detects: (head) => looksLikeDts(unixLines(head.text)),
  read(file) {
    const lines = stripControls(unixLines(file.text)).split('\n');
    const parts = splitStories(lines);
    if (parts.some(isOverlong)) return 'other';
    const read = parts.map((part) => storyFacts(file, part)).filter((facts) => facts.headline);
    if (read.length === 0) return 'other';
    return { stories: read.map((facts) => ({ read: () => facts })), isComplete: true };
  },
};

function storyFacts(file: DecodedFile, lines: readonly string[]): Facts {
  const top = lines.findIndex((line) => line.trim() !== '');
  // Some sites print the agency above everything.
  const above = sourceLine(lines[top] ?? '');
  const layout = readLayout(above ? lines.slice(top + 1) : lines);
  const { kept, source, markers, notes, endTime } = trimBody(layout.body);
  const related = teasers(layout.related);
  const { headline, kicker } = title(layout, related.entries.length > 0);
  const clock = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?\s*(?=\p{Lu})/u.exec(headline);
  const time = layout.time ?? endTime ?? (clock ? clockTime(file, clock) : undefined);
  const beside = layout.beside && sourceName(layout.beside.replace(/^(?:von|quelle:)\s+/iu, ''));
  const body = kept.filter((line) => !isRepeated(line, headline)).map(repairGlue);
  return {
    headline: clock ? headline.slice(clock[0].length) : headline,
    kicker,
    categories: layout.categories,
    providers: [source, above, related.source, beside],
    // A day alone names nobody: categories above it, or the block of related stories, are how dts prints its texts.
    assumed:
      layout.categories.length > 0 || related.entries.length > 0
        ? { provider: DTS, warning: message('source.dts') }
        : undefined,
    times: [time && { iso: time.iso, raw: time.raw, isLocal: true }],
    related: related.entries,
    above: [...layout.notices, ...markers],
    markers: [...(kept.some((line) => FLASH.test(line)) ? ['EIL'] : [])],
    isNotice: layout.headlines.length === 0,
    body: [{ type: 'typed', lines: body, hasColonDateline: true }],
    notes,
    isTyped: true,
    warnings: time && !time.hasHour ? [message('time.day-only')] : [],
  };
}

/** True for a line that repeats the headline. Paragraphs, which are longer, are not normalised. */
const isRepeated = (line: string, headline: string): boolean =>
  line.length < headline.length + 20 && normaliseText(line) === normaliseText(headline);

const FLASH = /\b(?:verbreitet|sendet) soeben folgende (?:Blitz|Eil)meldung\b/iu;

/** The headline and the kicker above it. Pages repeat headlines: equal ones count once. */
function title(layout: Layout, hasRelated: boolean): { headline: string; kicker?: string } {
  const different: string[] = [];
  for (const line of layout.headlines) {
    if (!different.some((other) => normaliseText(other) === normaliseText(line))) different.push(line);
  }
  const telling = different.filter((line) => !lineMarker(line));
  const headline = telling.at(-1) ?? different.at(-1) ?? '';
  const kicker = telling.length > 1 ? telling.at(-2) : undefined;
  if (headline === '' && hasRelated) return { headline: 'Weitere Meldungen' };
  return { headline, ...(kicker ? { kicker } : {}) };
}

interface Trimmed {
  readonly kept: string[];
  readonly source: string | undefined;
  readonly markers: string[];
  readonly notes: FoundNote[];
  readonly endTime: FoundTime | undefined;
}

/** The initials of dpa-AFX after the last sentence. */
const GLUED_SIGN_OFF = /[.!?"”“]\s*(?<sign>\/[a-zäöü]{2,4}(?:\/[A-Za-zÄÖÜäöü]{2,4}){1,3})$/u;
/** A photographer's credit: `Foto: Hafen, über dts Nachrichtenagentur`, `Kanzler (Archiv), via dts Nachrichtenagentur`. */
const CREDIT = /^(?:foto|bild|symbolbild|archivbild)\s*:\s*\S.{0,118}$/iu;
const CREDIT_VIA = /^[^.!?:]{3,90}, (?:über|via) dts nachrichtenagentur$/iu;
/** Characters: {@link CREDIT_VIA} matches nothing longer. */
const MAX_CREDIT_CHARS = 220;
const REPORT_OF = /(?:meldung|bericht|nachricht)\b[^.]*\bvom\s+\d|^stand:/iu;

/** `(Redaktioneller Hinweis: …)` above a text is about the text. */
const REMARK = /^\([^()]{3,60}:\s[^()]{3,300}\)$/u;

/** The body without source lines, markers, credits, sign-offs and a date at the end. */
function trimBody(lines: readonly string[]): Trimmed {
  const kept: string[] = [];
  const markers: string[] = [];
  const notes: FoundNote[] = [];
  let source: string | undefined;
  let endTime: FoundTime | undefined;
  for (const line of lines) {
    const named = sourceLine(line);
    const marker = line.length < 80 && kept.every((other) => other.trim() === '') ? lineMarker(line) : undefined;
    const dated = reportDate(line.trim());
    const signed = GLUED_SIGN_OFF.exec(line.slice(-40))?.groups?.sign;
    if (dated) {
      endTime = dated;
      source = preferred(source, mentionedSource(line) ?? named);
    } else if (isCredit(line.trim())) {
      notes.push({ kind: 'copyright', text: line.trim() });
      source ??= mentionedSource(line);
    } else if (named) source = preferred(source, named);
    else if (INITIALS.test(line)) notes.push({ kind: 'nonpublic', text: line.trim() });
    else if (marker?.signal === 'advisory' && REMARK.test(line.trim())) notes.push({ text: line.trim().slice(1, -1) });
    else if (marker) markers.push(line);
    else if (signed) {
      notes.push({ kind: 'nonpublic', text: signed });
      kept.push(line.slice(0, -signed.length).trimEnd());
    } else kept.push(line);
  }
  return { kept, source, markers, notes, endTime };
}

/** The date that a line of nothing but `Meldung der dts Nachrichtenagentur vom 28.12.2015` ends with. */
function reportDate(line: string): FoundTime | undefined {
  const date = line.length < 200 && REPORT_OF.test(line) ? germanDates(line).at(-1) : undefined;
  return date && line.length - date.at - date.raw.length <= MAX_BEHIND_DATE_CHARS ? date : undefined;
}
/** A closing bracket, `Uhr`. */
const MAX_BEHIND_DATE_CHARS = 12;

const isCredit = (line: string): boolean =>
  CREDIT.test(line) || (line.length <= MAX_CREDIT_CHARS && CREDIT_VIA.test(line));

/** Of several credits, an agency or a host wins over a photographer. */
const preferred = (one: string | undefined, other: string | undefined): string | undefined =>
  other === undefined || (one !== undefined && (agencyName(one) || one.includes('.'))) ? one : other;

/** `20:59` directly before a headline: a time on the day the file was written. */
function clockTime(file: DecodedFile, clock: RegExpExecArray): FoundTime | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(file.receivedAt);
  const found = day ? germanDates(`${day[3]}.${day[2]}.${day[1]} - ${clock[1]}:${clock[2]}`)[0] : undefined;
  return found ? { ...found, raw: clock[0].trim() } : undefined;
}

/** The entries below "Weitere Meldungen": one per line, or one per block of lines that ends like one. */
function teasers(lines: readonly string[]): { entries: Teaser[]; source?: string | undefined } {
  const entries: Teaser[] = [];
  let open: string[] = [];
  let source: string | undefined;
  const close = () => {
    if (open.length > 0) entries.push(readTeaser(open.join(' ')));
    open = [];
  };
  for (const line of lines.map((line) => line.trim())) {
    const named = sourceLine(line);
    if (named) source ??= named;
    else if (line === '') close();
    else {
      open.push(line);
      if (hasTeaserTail(line) || hasLinkWord(line)) close();
    }
  }
  close();
  return { entries, source };
}
