import { message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Block, Dispatch, Note, Teaser } from '../../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../../format.ts';
import { blockText, normaliseText } from '../../normalise.ts';
import { type Draft, finishDispatch } from '../../story/draft.ts';
import { readEmbargo } from '../../story/embargo.ts';
import { bareHeadline, headlineMarker, lineMarker, type Marker, strongest } from '../../story/markers.ts';
import { mostStories } from '../../story/most-stories.ts';
import { recall } from '../../story/recall.ts';
import { type Placed, takeDateline } from '../../text/dateline.ts';
import { repairGlue } from '../../text/glue.ts';
import { withSubHeadings } from '../../text/sub-headings.ts';
import { isOverlong, toBlocks } from '../../text/wrapped-text.ts';
import { type FoundTime, germanDates } from '../../times/text-times.ts';
import { type Layout, looksLikeDts, readLayout, splitStories } from './layout.ts';
import { assumedSource, mentionedSource, sourceLine, sourceName } from './source.ts';
import { hasLinkWord, hasTeaserTail, readTeaser } from './teaser.ts';

/**
 * Text as dts prints it on its customers' pages: categories, headline, date line, paragraphs, `@ source`, "Weitere
 * Meldungen". Lenient in everything but the date: it has to be a day and a minute the calendar has. Nothing marks its end.
 */
export const dts: Format = {
  name: 'dts',
  detects: (head) => looksLikeDts(unixLines(head.text)),
  parse(file): Parsed {
    const lines = stripControls(unixLines(file.text)).split('\n');
    const { kept, problems } = mostStories(splitStories(lines));
    if (kept.some(isOverlong)) return { kind: 'other' };
    const stories = kept.map((story) => readStory(file, story));
    const dispatches = stories.filter((story) => story.headline !== '');
    if (dispatches.length === 0) return { kind: 'other' };
    return { kind: 'dispatches', dispatches, problems, complete: true };
  },
};

function readStory(file: DecodedFile, lines: readonly string[]): Dispatch {
  const top = lines.findIndex((line) => line.trim() !== '');
  // Some sites print the agency above everything.
  const above = sourceLine(lines[top] ?? '');
  const layout = readLayout(above ? lines.slice(top + 1) : lines);
  const { kept, source, markers: lineMarkers, notes, endTime } = trimBody(layout.body);
  const related = teasers(layout.related);
  const { headline, kicker } = title(layout, related.length > 0);
  const clock = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?\s*(?=\p{Lu})/u.exec(headline);
  const time = layout.time ?? endTime ?? (clock ? clockTime(file, clock) : undefined);
  const { body, place, agency } = story(kept, headline);
  const text = body.map(blockText).join('\n');
  const named =
    source ??
    above ??
    related.source ??
    (layout.beside ? sourceName(layout.beside.replace(/^(?:von|quelle:)\s+/iu, '')) : undefined) ??
    (agency ? agencyName(agency) : undefined) ??
    mentionedSource(text);
  const assumed = named ? undefined : assumedSource(file.path);
  const marker = strongest([
    headlineMarker(headline),
    ...[...layout.notices].map(lineMarker),
    ...lineMarkers,
    flashPhrase(text),
    recall([...layout.categories, ...layout.headlines, body[0] && blockText(body[0])], text),
  ]);
  const embargo = readEmbargo([...layout.notices, ...kept].join('\n'), time?.iso ?? file.receivedAt);
  const draft: Draft = {
    headline: bareHeadline(clock ? headline.slice(clock[0].length) : headline),
    kicker,
    categories: [...layout.categories],
    body,
    source: named ?? assumed?.source ?? '',
    dateline: place,
    publishedAt: time?.iso,
    publishedRaw: time?.raw,
    related: related.entries,
    ...marked(marker),
    ...(layout.headlines.length === 0 ? { signal: 'advisory' as const } : {}),
    ...(embargo ? { status: 'embargoed' as const, embargoUntil: embargo.until } : {}),
    notes: [
      ...(embargo ? [{ kind: 'embargo' as const, text: embargo.text }] : []),
      ...layout.notices.flatMap(noteOf),
      ...notes,
    ],
    warnings: [
      ...(assumed ? [assumed.warning] : []),
      ...(time && !time.hasHour ? [message('time.day-only')] : []),
      ...(body.length === 0 ? [message('text.missing')] : []),
    ],
  };
  return finishDispatch(file, 'dts', draft);
}

/** A marker that says more than its word: `(Korrektur: Name im 2. Absatz)`. */
function noteOf(line: string): Note[] {
  const marker = lineMarker(line);
  if (!marker || !/^[\s(+*]*\p{L}+:\s*\p{L}+\s+\S/u.test(line)) return [];
  return [{ kind: marker.signal === 'correction' ? 'correction' : 'editor', text: line.trim() }];
}

/** Signal, urgency, status of a marker as fields of a draft; `relation` stays out where no number says what is meant. */
function marked(marker: Marker | undefined): Partial<Draft> {
  return {
    ...(marker?.signal ? { signal: marker.signal } : {}),
    ...(marker?.urgency ? { urgency: marker.urgency } : {}),
    ...(marker?.status ? { status: marker.status } : {}),
  };
}

const FLASH = /\b(?:verbreitet|sendet) soeben folgende (?:Blitz|Eil)meldung\b/iu;

function flashPhrase(text: string): Marker | undefined {
  return FLASH.test(text) ? lineMarker('EIL') : undefined;
}

/** The headline, and what stood above it besides the categories. Pages repeat headlines: equal ones count once. */
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
  readonly markers: (Marker | undefined)[];
  readonly notes: Note[];
  readonly endTime: FoundTime | undefined;
}

/** `/mfi/DP/stw`: initials of author, desk and editor, the sign-off of dpa-AFX. */
const SIGN_OFF = /^\/?[a-zäöü]{2,4}(?:\/[A-Za-zÄÖÜäöü]{2,4}){1,3}$/u;
/** The same behind the last sentence. */
const GLUED_SIGN_OFF = /[.!?"”“]\s*(?<sign>\/[a-zäöü]{2,4}(?:\/[A-Za-zÄÖÜäöü]{2,4}){1,3})$/u;
/** A photographer's credit: `Foto: Hafen, über dts Nachrichtenagentur`, `Kanzler (Archiv), via dts Nachrichtenagentur`. */
const CREDIT = /^(?:foto|bild|symbolbild|archivbild)\s*:\s*\S.{0,118}$/iu;
const CREDIT_VIA = /^[^.!?:]{3,90}, (?:über|via) dts nachrichtenagentur$/iu;
/** Characters: {@link CREDIT_VIA} matches nothing longer. */
const LONGEST_CREDIT = 220;
const REPORT_OF = /(?:meldung|bericht|nachricht)\b[^.]*\bvom\s+\d|^stand:/iu;

/** The body without the lines that are none of it: source lines, markers, a date at the end. */
function trimBody(lines: readonly string[]): Trimmed {
  const kept: string[] = [];
  const markers: (Marker | undefined)[] = [];
  const notes: Note[] = [];
  let source: string | undefined;
  let endTime: FoundTime | undefined;
  for (const line of lines) {
    const named = sourceLine(line);
    const marker = line.length < 80 && kept.every((other) => other.trim() === '') ? lineMarker(line) : undefined;
    const dated = line.length < 200 && REPORT_OF.test(line.trim()) ? germanDates(line).at(-1) : undefined;
    const signed = GLUED_SIGN_OFF.exec(line.slice(-40))?.groups?.sign;
    if (dated) {
      endTime = dated;
      source = preferred(source, mentionedSource(line) ?? named);
    } else if (isCredit(line.trim())) {
      notes.push({ kind: 'copyright', text: line.trim() });
      source ??= mentionedSource(line);
    } else if (named) source = preferred(source, named);
    else if (SIGN_OFF.test(line.trim())) notes.push({ kind: 'nonpublic', text: line.trim() });
    else if (marker) markers.push(marker);
    else if (signed) {
      notes.push({ kind: 'nonpublic', text: signed });
      kept.push(line.slice(0, -signed.length).trimEnd());
    } else kept.push(line);
  }
  return { kept, source, markers, notes, endTime };
}

const isCredit = (line: string): boolean =>
  CREDIT.test(line) || (line.length <= LONGEST_CREDIT && CREDIT_VIA.test(line));

/** Of several credits the `@` line of the agency wins over a photographer's. */
const preferred = (one: string | undefined, other: string | undefined): string | undefined =>
  other === undefined || (one !== undefined && (agencyName(one) || one.includes('.'))) ? one : other;

/** `20:59` glued in front of a headline: that hour of the day the file was written. */
function clockTime(file: DecodedFile, clock: RegExpExecArray): FoundTime | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(file.receivedAt);
  const found = day ? germanDates(`${day[3]}.${day[2]}.${day[1]} - ${clock[1]}:${clock[2]}`)[0] : undefined;
  return found ? { ...found, raw: clock[0].trim() } : undefined;
}

function story(lines: readonly string[], headline: string): Placed {
  const title = normaliseText(headline);
  const blocks = toBlocks(lines).filter((block) => {
    const text = blockText(block);
    // Normalising is dear: a paragraph is longer than any headline.
    return text.length > headline.length + 20 || normaliseText(text) !== title;
  });
  const placed = takeDateline(blocks, { colon: true });
  return { ...placed, body: withSubHeadings(placed.body.map(repaired)) };
}

const repaired = (block: Block): Block =>
  block.type === 'paragraph' ? { ...block, text: repairGlue(block.text) } : block;

/** The entries below "Weitere Meldungen": one a line, or one a block of lines that only its end closes. */
function teasers(lines: readonly string[]): { entries: Teaser[]; source?: string | undefined; length: number } {
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
  return { entries, source, length: entries.length };
}
