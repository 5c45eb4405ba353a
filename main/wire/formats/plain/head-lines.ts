import { AGENCY_LETTERS, agencyName, NUMBERING_LETTERS } from '../../agencies/agency.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import { namesOf } from '../../text/byline.ts';
import { dateline } from '../../text/dateline.ts';

/** `AFP0214`, `EFE1234`, `PTI DEL24`: letters and the number of the item. */
const ITEM = new RegExp(
  String.raw`^(?<letters>${NUMBERING_LETTERS})[ -]?(?<number>[A-Z]{0,4}\d{1,5})(?: \d [a-z]{1,3} \d{2,5}(?: .{1,40})?)?$`,
  'u',
);
/** `4 i 0213 FRA /AFP-AB12`: priority, category, words, desk. */
const ROUTING = /^\d [a-z]{1,3} \d{2,5}(?: [A-Z]{2,5})?(?: ?\/.{1,30})?$/u;
/** `NTB Nyhetstjenesten`, `epd-Landesdienst Nord`, `dpa-Basisdienst`: a service of an agency. */
const SERVICE = new RegExp(
  String.raw`^(?<letters>${AGENCY_LETTERS})(?:[ -][\p{L}.]{1,20}){0,3}[ -]?(?:tjenesten|tjeneste|[Dd]ienst|[Ss]ervice|[Nn]achrichten|[Nn]yheter|[Nn]ews ?[Ww]ire|[Ww]ire|[Tt]icker|Newsfeed|Meldung)(?: \p{Lu}\p{L}{1,14}){0,2}$`,
  'u',
);
/** `TT 14/3 2026 10.12`, `epd-bas 2026-03-14 10:12:00`: an agency and a time. */
const DATED = new RegExp(
  String.raw`^(?<letters>${AGENCY_LETTERS})(?:[ -][a-z]{2,4})?,? (?<time>\d[\d/. :,-]{8,24})$`,
  'u',
);
/** `KYODO NEWS`, `Reuters`, `AFP`: an agency alone. */
const ALONE = /^(?<name>\p{Lu}[\p{L}-]{1,11})(?: (?:News|NEWS))?$/u;
/** `FOR: ACME INC.`, `TSX SYMBOL: ACM`, `News release transmitted by Marketwire`, `Editor: huaxia`: above the headline of a release. */
const ISSUER =
  /^(?:FOR|[A-Z][A-Z .-]{1,30} SYMBOLS?|Editor): \S|^(?:news release )?(?:transmitted|distributed) by \p{Lu}/iu;
/** `14/3 2026 10.12`, as Nordic agencies write it. */
const NORDIC = /^(?<day>\d{1,2})\/(?<month>\d{1,2}) (?<year>\d{4})(?: (?<hour>\d{1,2})[.:](?<minute>\d{2}))?$/u;
/** `TRANSPORTES FERRIS`, `Transport-mer`, `BC-EU--Ferry`: keywords between an item's number and its headline. */
const KEYWORDS = /^(?:[\p{Lu}\d][\p{Lu}\d ,.&/-]{2,60}|[\p{L}\d]{2,20}(?:-{1,2}[\p{L}\d]{2,20}){1,4})$/u;
/** `Bildtext: …`, `Foto: …`: below a picture. */
const CAPTION =
  /^\W{0,2}(?:bildtext|bildunterschrift|bildzeile|bu|foto|bild|archivfoto|archivbild|symbolbild|caption|photo|legende|légende|bildtexter?|pie de foto|didascalia)\s?:\s?\S/iu;
/** `Von unserem Korrespondenten Ole Brandt`, `Von unserer Redaktion`. */
const OUR_AUTHOR =
  /^Von unsere[mrn] (?:\p{L}+ )?(?:Korrespondent|Mitarbeiter|Redakteur|Reporter|Redaktion)\p{L}*(?<names>(?: \p{Lu}[\p{L}.'’-]+){0,4})$/u;
const MAX_CAPTION_CHARS = 300;

/** True for a line with the caption or the credit of a picture. */
export const isCaption = (line: string): boolean => line.length <= MAX_CAPTION_CHARS && CAPTION.test(line.trim());

/** What a line above a headline says; undefined for the headline itself and every other line. */
export interface HeadLine {
  readonly source?: string | undefined;
  readonly number?: string | undefined;
  /** As {@link agencyTime} reads it. */
  readonly time?: string | undefined;
  readonly slug?: string | undefined;
  readonly caption?: string | undefined;
  readonly byline?: string | undefined;
}

/** What stands below the line in question. */
interface Below {
  /** The next filled lines. */
  readonly lines: readonly string[];
  /** An agency's header stands above it. */
  readonly hasHeader: boolean;
}

/** Filled lines below a header among which the dateline stands. */
const DATELINE_LINES = 6;

/** True where a title and a dateline that names an agency follow. */
function leadsToDateline({ lines }: Below): boolean {
  const at = lines.slice(0, DATELINE_LINES).findIndex((line) => dateline(line)?.agency !== undefined);
  return at > 0;
}

/** Reads a line above the headline. Little counts without a dateline below it that names an agency. */
export function headLine(line: string, below: Below): HeadLine | undefined {
  const text = line.trim();
  if (below.lines.length < 2 || text.length > MAX_CAPTION_CHARS) return undefined;
  if (isCaption(text)) return { caption: text };
  if (text.length > 100) return undefined;
  if (ISSUER.test(text)) return {};
  const alone = agencyName(ALONE.exec(text)?.groups?.name ?? '');
  if (alone !== undefined) return { source: alone };
  const dated = DATED.exec(text)?.groups;
  if (dated) {
    const time = readable(dated.time ?? '');
    return agencyTime(time).iso === undefined ? undefined : { source: agencyName(dated.letters ?? ''), time };
  }
  const ours = OUR_AUTHOR.exec(text)?.groups?.names;
  if (ours !== undefined) return { byline: ours.trim() || text.replace(/^Von /u, '') };
  if (!leadsToDateline(below)) return undefined;
  const author = namesOf(text);
  if (author !== undefined) return { byline: author };
  const item = ITEM.exec(text)?.groups;
  if (item) return { source: agencyName(item.letters ?? ''), number: item.number };
  const service = SERVICE.exec(text)?.groups?.letters;
  if (service !== undefined) return { source: agencyName(service) };
  if (!below.hasHeader) return undefined;
  if (ROUTING.test(text)) return {};
  const next = below.lines[0]?.trim() ?? '';
  return KEYWORDS.test(text) && !KEYWORDS.test(next) && dateline(next) === undefined ? { slug: text } : undefined;
}

const readable = (time: string): string => {
  const { day, month, year, hour, minute } = NORDIC.exec(time)?.groups ?? {};
  return day === undefined ? time : `${day}.${month}.${year}${hour === undefined ? '' : ` ${hour}:${minute}`}`;
};
