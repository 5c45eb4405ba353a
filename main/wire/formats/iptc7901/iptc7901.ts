import { message as say } from '../../../../preload/contract/messages.ts';
import { agencyOf } from '../../agencies/agency.ts';
import { SOH, unixLines } from '../../bytes/control-codes.ts';
import type { Problem } from '../../dispatch.ts';
import type { Format } from '../../format.ts';
import { isEmbargoLine } from '../../story/embargo.ts';
import { type Facts, typedCopy } from '../../story/facts.ts';
import { isOrderLine } from '../../story/kill-words.ts';
import { lineMarker } from '../../story/markers.ts';
import { damaged } from '../../story/reading.ts';
import { guessLanguage } from '../../text/language.ts';
import { germanSevenBit } from '../../text/seven-bit.ts';
import { firstLine, readHeader, readMessage, splitMessages, type WireMessage } from './frame.ts';

const LABEL = 'IPTC 7901';

/** IPTC TEC 7901 rev. 5 (1995): header line, keyword, text header, 69-column text, day and time behind ETX. */
export const iptc7901: Format = {
  name: 'iptc7901',
  label: LABEL,
  detects(head) {
    const text = unixLines(head.text.slice(0, 600));
    return readHeader(firstLine(text.slice(text.indexOf(SOH) + 1))) !== undefined;
  },
  read(file) {
    const parts = splitMessages(unixLines(file.text)).filter((part) => part.trim() !== '');
    const messages = parts.map(decoded);
    if (messages.every(({ message }) => message === undefined)) return 'other';
    const stories = messages.map((one, i) => ({ item: i + 1, read: () => messageFacts(one, i + 1) }));
    return { stories, isComplete: true };
  },
};

interface Decoded {
  readonly message: WireMessage | undefined;
  readonly isSevenBit: boolean;
}

function decoded(part: string): Decoded {
  const german = germanSevenBit(part);
  return { message: readMessage(german ?? part), isSevenBit: german !== undefined };
}

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
  // APA: at home (I) and abroad (A).
  ii: ['Innenpolitik', 'Domestic politics'],
  aa: ['Außenpolitik', 'Foreign politics'],
  ci: ['Chronik', 'Domestic news'],
  ca: ['Chronik', 'World news'],
  wa: ['Wirtschaft', 'Economy'],
  ki: ['Kultur', 'Culture'],
  ka: ['Kultur', 'Culture'],
  si: ['Sport', 'Sport'],
  sa: ['Sport', 'Sport'],
  // dpa's Italian service.
  pol: ['Politik', 'Politics'],
  eco: ['Wirtschaft', 'Economy'],
  cul: ['Kultur', 'Culture'],
  fds: ['Sport', 'Sport'],
  alr: ['Vermischtes', 'Miscellaneous'],
  nos: ['Redaktioneller Service', 'Editorial service'],
};
const SERVICE_CATEGORIES = new Set(['rs', 'v', 'dm', 'nos']);
const BYLINE = /^(?:by|von)\s+\S/iu;
const PHOTO = /^\((?:foto|photo|grafik|bild|mit\b|with\b)[^)]*\)$/iu;

function messageFacts({ message, isSevenBit }: Decoded, number: number): Facts | Problem {
  if (!message) return damaged(say('message.no-header', { format: LABEL, message: number }));
  const { header } = message;
  const lines = message.head.filter((line) => !PHOTO.test(line));
  const markers = lines.map(lineMarker);
  const isAbove = (line: string, i: number) => markers[i] !== undefined || isEmbargoLine(line) || isOrderLine(line);
  const telling = lines.filter((line, i) => !isAbove(line, i));
  const byline = telling.find((line) => BYLINE.test(line));
  const { titles, subhead } = withoutSubtitle(telling.filter((line) => line !== byline));
  const slug = message.keyword.replace(/^\/+|(?<![/\s])[/\s]+$/g, '').replace(/(?<!\s)\s*\n\s*/g, ' ');
  const isEnglish = guessLanguage(message.text.join('\n') || titles.join(' ')) === 'en';
  const isKnown = agencyOf(header.source) !== undefined;
  return {
    headline: titles.join(' '),
    subhead,
    kicker: genre(lines, markers),
    slug,
    keywords: slug.split('/').map((word) => word.trim()),
    categories: [CATEGORIES[header.category]?.[isEnglish ? 1 : 0] ?? header.category.toUpperCase()],
    providers: isKnown ? [header.source] : [],
    assumed: { provider: header.source },
    number: header.number,
    version: header.version,
    byline,
    times: [message.time],
    urgency: header.priority,
    isNotice: SERVICE_CATEGORIES.has(header.category),
    markers: [...(header.corrects ? ['Berichtigung'] : []), ...(header.priority === 1 ? ['Blitz'] : [])],
    above: lines.filter(isAbove),
    references: header.corrects ? [{ relation: 'corrects', number: header.corrects }] : [],
    body: [typedCopy(message.text)],
    isTyped: true,
    isComplete: message.complete,
    warnings: [
      ...(isSevenBit ? [say('encoding.seven-bit')] : []),
      ...(message.complete ? [] : [say('message.no-etx')]),
    ],
  };
}

/** APA marks its sub-headline with `Utl.:` (Untertitel); it may take several lines. */
function withoutSubtitle(lines: readonly string[]): { titles: readonly string[]; subhead?: string } {
  const at = lines.findIndex((line) => /^Utl\.:\s*\S/u.test(line));
  if (at < 0) return { titles: lines };
  const subtitle = at === 0 ? lines.slice(0, 1) : lines.slice(at);
  const subhead = subtitle.join(' ').replace(/^Utl\.:\s*/u, '');
  return { titles: at === 0 ? lines.slice(1) : lines.slice(0, at), subhead };
}

/** `(Hintergrund)`, `EXTRA`: a marker that says what kind of text it is becomes the kicker. */
function genre(lines: readonly string[], markers: readonly unknown[]): string | undefined {
  const line = lines.find((_, i) => markers[i] && Object.keys(markers[i] ?? {}).length === 0);
  return line?.replace(/^[([]|[)\]]$/g, '');
}
