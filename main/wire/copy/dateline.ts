import { agencyName } from './agency.ts';

/** The head of a first paragraph taken apart. */
export interface Dateline {
  /** The place as printed (`Berlin`, `Moskau/Berlin`, `AUSTIN, Texas, Feb. 1, 2017`); absent when only the agency stood there. */
  readonly place?: string;
  /** The agency as printed, e.g. `dts Nachrichtenagentur`, `dpa`, `AP`. */
  readonly agency?: string;
  /** The paragraph without its dateline. */
  readonly rest: string;
}

const PLACE = String.raw`[\p{Lu}][\p{L}.'’-]*(?:[ /,]{1,2}(?:[\p{Lu}\d][\p{L}\d.'’-]*|an|der|am|im|bei|de|del|of|sur|den|ob|in|upon|and|und|la|el|al|\d{1,2}|\([\p{Lu}][\p{L} ]*\)))*`;
const DASH = String.raw`\s*(?:--|[-–—_])(?:\s+(?=\S)|\s*$)`;
const WITH_AGENCY = new RegExp(
  String.raw`^\s*(?<place>${PLACE})?,?\s*[(/](?<agency>[\p{L}][\p{L}\d .\/&-]{1,45}?)\s*[)/]${DASH}`,
  'u',
);
/** Swiss copy has no dash: `Genève (ats) Le …`. */
const SWISS = new RegExp(
  String.raw`^\s*(?<place>${PLACE})\s*\((?<agency>(?:ats|sda|awp|Keystone-(?:ATS|SDA)|afp|dpa|apa|ap|Reuters|belga)(?:/\w+)*)\)\s+(?=["„“«»]?[\p{Lu}\d])`,
  'u',
);
const SITE = /^\s*(?<site>[A-Z]{2,6})\s*[-–—]\s+(?=["„“]?\p{Lu})/u;
/** `SAITAMA, Japan, Dec. 9 Kyodo - `, `SYDNEY, Nov 20 AAP - `: the agency without brackets. */
const NAMED = new RegExp(
  String.raw`^\s*(?<place>${PLACE}?),?\s+(?<agency>AAP|AP|AFP|Kyodo|Reuters|PA|ANSA|TASS|Xinhua|dpa)\s+[-–—]{1,2}\s+(?=\S)`,
  'u',
);
/** Without an agency a subject could stand in front of the dash: only the few words a place can have. */
const BARE =
  /^\s*(?<place>\p{Lu}[\p{L}.'’-]+(?:\/\p{Lu}[\p{L}.'’-]+)*(?:,? (?:(?:an|der|am|im|bei|ob|de|la|upon)(?: der)? )?\p{Lu}[\p{L}.'’-]+){0,2}(?: \(\p{Lu}\p{L}+\))?)(?:\s*\(\s*)?\s+[-–—]{1,2}\s+(?=["„“»]?[\p{Lu}\d])/u;
const COLON = /^\s*(?<place>\p{Lu}[\p{Ll}]+(?:[ /-]\p{Lu}[\p{Ll}]+){0,2}):\s+(?=["„“»]?\p{Lu}\p{Ll})/u;

/**
 * Takes the dateline off a first paragraph: `Berlin (dpa) - …`, `Brüssel (dts Nachrichtenagentur) – …`, `Potsdam ( – …`,
 * `HONOLULU (AP) _ …`, `AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- …`. Undefined when the paragraph has none.
 */
export function dateline(paragraph: string, options: { colon?: boolean } = {}): Dateline | undefined {
  const head = paragraph.slice(0, 140);
  const match =
    WITH_AGENCY.exec(head) ??
    SWISS.exec(head) ??
    NAMED.exec(head) ??
    SITE.exec(head) ??
    BARE.exec(head) ??
    (options.colon ? COLON.exec(head) : undefined);
  if (!match) return undefined;
  const printed = match.groups?.place?.trim().replace(/,$/, '');
  if (printed && (printed.length > 70 || printed.split(/\s+/).length > 8)) return undefined;
  const rest = paragraph.slice(match[0].length);
  const bracket = match.groups?.agency?.trim();
  if (bracket && !isAgency(bracket)) return { place: `${printed ?? ''} (${bracket})`.trim(), rest };
  return { ...(printed ? { place: printed } : {}), ...(bracket ? { agency: bracket } : {}), rest };
}

/** Letters of an agency or the name of one; what else stands in brackets belongs to the place, as in `Halle (Saale)`. */
const isAgency = (text: string): boolean =>
  agencyName(text) !== undefined ||
  /^[a-z]{2,6}(?:[/-]\w+)*$|^[A-Z]{2,6}$|[Ww]ire|[Nn]ews|[Pp]ress|[Aa]gentur|[Nn]achrichten/u.test(text);
