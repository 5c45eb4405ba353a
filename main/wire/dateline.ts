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
const BARE = new RegExp(String.raw`^\s*(?<place>${PLACE})(?:\s*\(\s*)?\s+[-–—]{1,2}\s+(?=["„“»]?[\p{Lu}\d])`, 'u');
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
    SITE.exec(head) ??
    BARE.exec(head) ??
    (options.colon ? COLON.exec(head) : undefined);
  if (!match) return undefined;
  const place = match.groups?.place?.trim().replace(/,$/, '');
  if (place && (place.length > 70 || place.split(/\s+/).length > 8)) return undefined;
  const agency = match.groups?.agency?.trim();
  return {
    ...(place ? { place } : {}),
    ...(agency ? { agency } : {}),
    rest: paragraph.slice(match[0].length),
  };
}
