import { message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { SOH, unixLines } from '../../bytes/control-codes.ts';
import type { Dispatch, Problem } from '../../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../../format.ts';
import { blockText } from '../../normalise.ts';
import { finishDispatch } from '../../story/draft.ts';
import { isEmbargoLine, readEmbargo } from '../../story/embargo.ts';
import { headlineMarker, lineMarker, strongest } from '../../story/markers.ts';
import { mostStories } from '../../story/most-stories.ts';
import { recall } from '../../story/recall.ts';
import { versionFields } from '../../story/version-fields.ts';
import { takeDateline } from '../../text/dateline.ts';
import { guessLanguage } from '../../text/language.ts';
import { partNotes } from '../../text/notebook.ts';
import { partContacts } from '../../text/release-contact.ts';
import { germanSevenBit } from '../../text/seven-bit.ts';
import { toBlocks } from '../../text/wrapped-text.ts';
import { firstLine, type Message, readHeader, readMessage, splitMessages } from './frame.ts';

/** IPTC TEC 7901 rev. 5 (1995): header line, keyword, text header, 69-column text, day and time behind ETX. */
export const iptc7901: Format = {
  name: 'iptc7901',
  detects(head) {
    const text = unixLines(head.text.slice(0, 600));
    return readHeader(firstLine(text.slice(text.indexOf(SOH) + 1))) !== undefined;
  },
  parse(file): Parsed {
    const parts = mostStories(splitMessages(unixLines(file.text)));
    const dispatches: Dispatch[] = [];
    const problems: Problem[] = [...parts.problems];
    let complete = true;
    parts.kept.forEach((part, i) => {
      const german = germanSevenBit(part);
      const message = readMessage(german ?? part);
      if (message) {
        dispatches.push(readDispatch(german === undefined ? file : withWarning(file), message));
        complete &&= message.complete;
      } else if (part.trim() !== '') {
        problems.push({
          reason: 'damaged',
          message: noHeader(i + 1),
        });
      }
    });
    return dispatches.length === 0 ? { kind: 'other' } : { kind: 'dispatches', dispatches, problems, complete };
  },
};

const SEVEN_BIT = message('encoding.seven-bit');
const NO_ETX = message('message.no-etx');
const NO_HEADLINE = message('headline.missing');
const noHeader = (number: number) => message('message.no-header', { format: 'IPTC 7901', message: number });
const withWarning = (file: DecodedFile): DecodedFile => ({ ...file, warnings: [...file.warnings, SEVEN_BIT] });

/** Category letters of 7901 as dpa, APA and others use them, by the language of the text. */
const CATEGORIES: Readonly<Record<string, readonly [de: string, en: string]>> = {
  pl: ['Politik', 'Politics'],
  i: ['Politik', 'Politics'],
  p: ['Politik', 'Politics'],
  wi: ['Wirtschaft', 'Economy'],
  f: ['Wirtschaft', 'Economy'],
  ec: ['Wirtschaft', 'Economy'],
  su: ['Schweiz', 'Switzerland'],
  s: ['Sport', 'Sport'],
  sp: ['Sport', 'Sport'],
  x: ['Vermischtes', 'Miscellaneous'],
  vm: ['Vermischtes', 'Miscellaneous'],
  e: ['Kultur', 'Culture'],
  ku: ['Kultur', 'Culture'],
  rs: ['Redaktioneller Service', 'Editorial service'],
  v: ['Redaktioneller Service', 'Editorial service'],
  dm: ['Hinweise', 'Notices'],
  ii: ['Innenpolitik', 'Domestic politics'],
  ci: ['Chronik', 'Domestic news'],
  ki: ['Kultur', 'Culture'],
  si: ['Sport', 'Sport'],
};
const SERVICE_CATEGORIES = new Set(['rs', 'v', 'dm']);
const BYLINE = /^(?:by|von)\s+\S/iu;
const PHOTO = /^\((?:foto|photo|grafik|bild|mit\b|with\b)[^)]*\)$/iu;

function readDispatch(file: DecodedFile, message: Message): Dispatch {
  const { header } = message;
  const released = partContacts(message.text);
  const parted = partNotes(released.body, header.source);
  const lines = message.head.filter((line) => !PHOTO.test(line));
  const markers = lines.map(lineMarker);
  const telling = lines.filter((line, i) => !markers[i] && !isEmbargoLine(line));
  const byline = telling.find((line) => BYLINE.test(line));
  const { titles, subhead } = withoutSubtitle(telling.filter((line) => line !== byline));
  const { body, place, agency } = takeDateline(toBlocks(parted.body));
  const text = body.map(blockText).join('\n');
  const headline =
    titles.join(' ') || firstSentence(text) || lines.at(-1) || message.keyword || `${header.source} ${header.number}`;
  const slug = message.keyword.replace(/^\/+|[/\s]+$/g, '').replace(/\s*\n\s*/g, ' ');
  const language = guessLanguage(text || headline);
  const service = SERVICE_CATEGORIES.has(header.category);
  const marker = strongest([
    ...markers,
    headlineMarker(headline),
    header.corrects ? lineMarker('Berichtigung') : undefined,
    service ? lineMarker('Hinweis') : undefined,
    header.priority === 1 ? lineMarker('Blitz') : undefined,
    recall(lines, text),
  ]);
  const embargo = readEmbargo(
    [...lines, ...parted.notes.map((note) => note.text), ...parted.body].join('\n'),
    message.time?.iso ?? file.receivedAt,
  );
  const version = versionFields({
    marker,
    embargo,
    text: `${message.head.join(' ')}\n${text}`,
    number: header.number,
    urgency: header.priority,
  });
  const corrects = header.corrects ? [{ relation: 'corrects' as const, number: header.corrects }] : undefined;
  const remarks = lines.filter((line, i) => markers[i] && /[:–-]\s/.test(line));
  return finishDispatch(file, 'iptc7901', {
    ...version.fields,
    headline,
    subhead,
    kicker: genre(lines, markers),
    slug,
    keywords: slug
      .split(/[/]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    categories: [CATEGORIES[header.category]?.[language === 'en' ? 1 : 0] ?? header.category],
    source: agencyName(header.source) ?? agencyName(agency ?? '') ?? header.source,
    number: header.number,
    version: header.version,
    byline: byline?.replace(/^(?:by|von)\s+/iu, ''),
    dateline: place,
    language,
    publishedAt: message.time?.iso,
    publishedRaw: message.time?.raw,
    refersTo: version.fields.refersTo ?? corrects,
    body,
    notes: [
      ...remarks.map((remark) => ({
        kind: marker?.signal === 'correction' ? ('correction' as const) : ('editor' as const),
        text: remark,
      })),
      ...version.notes.filter((note) => !parted.notes.some((other) => other.text.includes(note.text))),
      ...parted.notes,
      ...released.notes,
    ],
    warnings: [...(message.complete ? [] : [NO_ETX]), ...(titles.length === 0 ? [NO_HEADLINE] : [])],
  });
}

/** APA announces its second headline (`Utl.: …`, Untertitel); below the first it may run on. */
function withoutSubtitle(lines: readonly string[]): { titles: readonly string[]; subhead?: string } {
  const at = lines.findIndex((line) => /^Utl\.:\s*\S/u.test(line));
  if (at < 0) return { titles: lines };
  const subtitle = at === 0 ? lines.slice(0, 1) : lines.slice(at);
  const subhead = subtitle.join(' ').replace(/^Utl\.:\s*/u, '');
  return { titles: at === 0 ? lines.slice(1) : lines.slice(0, at), subhead };
}

/** `(Hintergrund)`, `EXTRA`: a marker that says what kind of text it is, as the kicker. */
function genre(lines: readonly string[], markers: readonly unknown[]): string | undefined {
  const line = lines.find((_, i) => markers[i] && Object.keys(markers[i] ?? {}).length === 0);
  return line?.replace(/^[([]|[)\]]$/g, '');
}

const firstSentence = (text: string): string | undefined => /^[^\n]{10,180}?[.!?](?=\s|$)/u.exec(text)?.[0];
