import { AGENCY_LETTERS, agencyName, DASHLESS_LETTERS, LOWER_LETTERS, UPPER_LETTERS } from '../agencies/agency.ts';
import type { Block } from '../dispatch.ts';

/** A first paragraph split into its dateline and the rest. */
export interface Dateline {
  /** The place as printed (`Berlin`, `Moskau/Berlin`, `AUSTIN, Texas, Feb. 1, 2017`); absent if there is only an agency. */
  readonly place?: string;
  /** The agency as printed, e.g. `dts Nachrichtenagentur`, `dpa`, `AP`. */
  readonly agency?: string;
  /** The paragraph without its dateline. */
  readonly rest: string;
}

// The alternatives must not overlap: a number that matches two of them would be tried in 2ⁿ ways in a line of n numbers.
const PLACE = String.raw`[\p{Lu}][\p{L}.'’-]*(?:[ /,]{1,2}(?:[\p{Lu}\d][\p{L}\d.'’-]*|a\.\s?[MdO]\.|an|der|am|im|bei|de|del|of|sur|den|ob|in|upon|and|und|la|el|al|\([\p{Lu}][\p{L} ]*\)))*`;
const DASH = String.raw`\s*(?:--|[-–—_])(?:\s+(?=\S)|\s*$)`;
const WITH_AGENCY = new RegExp(
  String.raw`^\s*(?:\d{1,2}\.\d{1,2}\. )?(?<place>${PLACE})?,?\s*[(/](?<agency>[\p{L}][\p{L}\d .\/&-]{1,45}?)\s*[)/]${DASH}`,
  'u',
);
/** No dash: `Genève (ats) Le …`, `Bonn (KNA) Der …`, `Frankfurt a.M. (epd). Der …`, `BRUSSEL 12/3 (BELGA) = De …`, `Kochi, Nov 20 (PTI) Dock …`. */
const SWISS = new RegExp(
  String.raw`^\s*(?<place>${PLACE})\s*\((?<agency>(?:${DASHLESS_LETTERS})(?:/\w+)*)\)[.:]?(?:\s=)?\s+(?=["„“«»]?[\p{Lu}\d])`,
  'u',
);
/** `Sandau (ots)`, `Stockholm (TT)`, `BRUSSEL 14/03 (BELGA)`: on a line of its own above the text. */
const ALONE = new RegExp(
  String.raw`^\s*(?<place>${PLACE}(?: \d{1,2}/\d{1,2})?)\s*\((?<agency>${AGENCY_LETTERS}|${UPPER_LETTERS})\)\s*(?:[-–]\s*)?$`,
  'u',
);
const standsAlone = (paragraph: string): RegExpExecArray | null =>
  paragraph.length < 80 ? ALONE.exec(paragraph) : null;
/** `(BELGA) = De haven …`, `(EFE).- Rogamos …`: the agency alone. */
const AGENCY_ALONE = new RegExp(
  String.raw`^\s*\((?<agency>${AGENCY_LETTERS}|${UPPER_LETTERS})\)\s*(?:=|\.[-–—])\s+(?=["„“«»]?[\p{Lu}\d])`,
  'u',
);
/** `Berlin: (hib/ABC) Der …`: how parliaments begin. */
const PARLIAMENT =
  /^\s*(?<place>\p{Lu}[\p{L} -]{1,30}): \((?<agency>hi[bl](?:\/[A-Z]{1,4})?)\)\s+(?=["„“»]?[\p{Lu}\d])/u;
const SITE = /^\s*(?<site>[A-Z]{2,6})\s*[-–—]\s+(?=["„“]?\p{Lu})/u;
/** `(ANSA) - ROME, JUL 11 - `: the agency first, then a place in capitals or with a day. */
const AGENCY_FIRST =
  /^\s*\((?<agency>[\p{L}][\p{L} .-]{1,28})\)\s*[-–—]\s*(?<place>\p{Lu}[\p{Lu} .'’-]+|\p{Lu}[^()\n\d]{1,40} \d{1,2}(?: \p{L}{3,9})?)\s+[-–—]\s+/u;
/** `SAITAMA, Japan, Dec. 9 Kyodo - `, `SYDNEY, Nov 20 AAP - `: the agency without brackets. */
const NAMED = new RegExp(
  String.raw`^\s*(?<place>${PLACE}?),?\s+(?<agency>${AGENCY_LETTERS})\s+[-–—]{1,2}\s+(?=\S)`,
  'u',
);
const MONTHS =
  '(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|janv|févr|mars|avr|mai|juin|juil|août|déc)\\p{Ll}{0,6}\\.?';
/** `Sandau, 17. März 2026. Der …`, `LONDON, 14 March 2026 – The …`: how press offices begin. */
const DATED = new RegExp(
  String.raw`^\s*(?<place>\p{Lu}[\p{L}.'’/-]{1,30}(?: [\p{L}.'’/()-]{2,20}){0,3}, (?:den )?(?:\d{1,2}\.? ${MONTHS} \d{4}|${MONTHS} \d{1,2}, \d{4}|\d{1,2}\.\d{1,2}\.\d{4}))\s?(?:[.:]|\s[-–—]{1,2})\s+(?=["„“»]?[\p{Lu}\d])`,
  'u',
);
const SOUTHERN_MONTHS = '(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|gen|apr|mag|giu|lug|set|ott)\\p{Ll}{0,7}';
/** `Sandau, March 14 (IANS) The harbour …`: no dash behind a known agency. */
const DAY_AND_AGENCY = new RegExp(
  String.raw`^\s*(?<place>\p{Lu}[\p{L} .,'’-]{1,40}[, ] ?(?:${MONTHS} \d{1,2}|\d{1,2} (?:${MONTHS}|${SOUTHERN_MONTHS})))\s\((?<agency>[^()\n]{2,30})\)\s+(?=["„“«»]?[\p{Lu}\d])`,
  'u',
);
const withoutDash = (head: string): RegExpExecArray | null => {
  const found = DAY_AND_AGENCY.exec(head);
  return found && agencyName(found.groups?.agency ?? '') !== undefined ? found : null;
};
/** `SYDNEY, March 14 AAP - The harbour …` in markup: the agency without brackets, behind a day. */
const DAY_AND_LETTERS = new RegExp(
  String.raw`^\s*\p{Lu}[\p{L} .,'’-]{1,40}[, ] ?(?:${MONTHS} \d{1,2}|\d{1,2} ${MONTHS}) (?:${AGENCY_LETTERS})\s+[-–—]{1,2}\s+(?=\S)`,
  'u',
);

/** Without an agency, what precedes the dash may be a subject: only a few words count as a place. */
const BARE =
  /^\s*(?<place>\p{Lu}[\p{L}.'’-]+(?:\/\p{Lu}[\p{L}.'’-]+)*(?:,? (?:(?:an|der|am|im|bei|ob|de|la|upon)(?: der)? )?\p{Lu}[\p{L}.'’-]+){0,2}(?: \(\p{Lu}\p{L}+\))?)(?:\s*\()?\s+[-–—]{1,2}\s+(?=["„“»]?[\p{Lu}\d])/u;
const COLON =
  /^\s*(?!(?:Achtung|Hinweis|Wichtig|Attention|Note|Korrektur|Berichtigung|Sperrfrist|Embargo|Update|Neu)(?!\p{L}))(?<place>\p{Lu}[\p{Ll}]+(?:[ /-]\p{Lu}[\p{Ll}]+){0,2}):\s+(?=["„“»]?\p{Lu}\p{Ll})/u;

/** Every dateline has one of these, few other paragraphs start with one. */
const SIGNS = /[-–—_(/:]|\d{4}\./;

/**
 * Splits the dateline from a first paragraph: `Berlin (dpa) - …`, `Brüssel (dts Nachrichtenagentur) – …`, `Potsdam ( – …`,
 * `HONOLULU (AP) _ …`, `AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- …`. Undefined when the paragraph has none.
 */
export function dateline(paragraph: string, options: { colon?: boolean } = {}): Dateline | undefined {
  if (!SIGNS.test(paragraph.slice(0, 160))) return undefined;
  const head = paragraph.slice(0, 140);
  const match =
    AGENCY_FIRST.exec(head) ??
    AGENCY_ALONE.exec(head) ??
    WITH_AGENCY.exec(head) ??
    SWISS.exec(head) ??
    standsAlone(paragraph) ??
    NAMED.exec(head) ??
    PARLIAMENT.exec(head) ??
    withoutDash(head) ??
    SITE.exec(head) ??
    DATED.exec(head) ??
    BARE.exec(head) ??
    (options.colon ? COLON.exec(head) : undefined);
  if (!match) return printedDateline(paragraph);
  const printed = match.groups?.place?.trim().replace(/,$/, '');
  if (printed && (printed.length > 70 || printed.split(/\s+/).length > 8)) return undefined;
  const rest = paragraph.slice(match[0].length);
  const bracket = withoutDay(match.groups?.agency);
  if (bracket && PARTY.test(bracket)) return undefined;
  if (bracket && !isAgency(bracket)) return { place: `${printed ?? ''} (${bracket})`.trim(), rest };
  return { ...(printed ? { place: printed } : {}), ...(bracket ? { agency: bracket } : {}), rest };
}

/** `Marketwired` in `(Marketwired - Nov. 12, 2026)`. */
const withoutDay = (bracket: string | undefined): string | undefined =>
  bracket?.replace(/ [-–—] \p{L}{3,9}\.? \d{1,2}, \d{4}/u, '').trim();

/** `Der Sprecher (SPD) – so hieß es – kam`: a party in brackets is not an agency. */
const PARTY = /^(?:SPD|CDU|CSU|FDP|AfD|BSW|EU|UN|USA|NATO|ÖVP|SPÖ|FPÖ|NEOS|SVP|GLP|DKP|NPD|KPD|Grüne|Linke)$/iu;

/** An agency's letters or name. Other brackets belong to the place, as in `Halle (Saale)`. */
const isAgency = (text: string): boolean =>
  agencyName(text) !== undefined ||
  /^[a-z]{2,6}(?:[/-]\w+)*$|^[A-Z]{2,6}$|[Ww]ire|[Nn]ews|[Pp]ress|[Aa]gentur|[Nn]achrichten/u.test(text);

/**
 * Datelines that start a first paragraph, in the order they are tried. All name a place, most an agency:
 * `Berlin (dpa) - `, `STOCKHOLM, Aug 29, 2014 (AFP) -`, `(ANSA) - ROME, JUL 11 - `, `GREENWICH, Conn.--(BUSINESS WIRE)--`,
 * `Nueva Delhi, 21 ene (EFE).- `, `København /ritzau/: `, `MOSCOW, January 21. /TASS/. `.
 */
const PRINTED: readonly RegExp[] = [
  /^(\p{Lu}[^()\n]{1,70}? ?[-–—]{0,2}\([^()\n]{2,40}\))(?:\s*\.?[-–—_]{1,2}\s*|:\s+)/u,
  /^(\([^()\n]{2,30}\)\s*[-–—]\s*\p{Lu}[^()\n]{1,50}?)\s+[-–—]\s+/u,
  /^(\p{Lu}[^/\n]{1,60}?\s\/[^/\n]{2,30}\/)[.:]?\s+(?:[-–—]{1,2}\s+)?/u,
];

/** A bracket with an agency, not a party, place or age: `(dpa)`, `(dts Nachrichtenagentur)`, `/PRNewswire/`. */
const AGENCY = new RegExp(
  String.raw`[(/](?:[^()/]{0,24}[ /-])?(?:${LOWER_LETTERS}|(?:\p{L}+ ?)?(?:wired?|newswire|nachrichtenagentur)|CNW(?: Telbec)?)\b[^()/]{0,24}[)/]`,
  'iu',
);
const BYLINE = /^(?:By|Von|Par|Por|Di|Af|Av) /;

/**
 * The length in characters of a dateline that names an agency, known or the `source` of the dispatch, at the start of a
 * paragraph; 0 if there is none.
 */
export function printedLength(paragraph: string, source: string): number {
  const head = paragraph.slice(0, 160);
  if (BYLINE.test(head)) return 0;
  const swiss = (SWISS.exec(head) ??
    standsAlone(paragraph) ??
    AGENCY_ALONE.exec(head) ??
    withoutDash(head) ??
    PARLIAMENT.exec(head) ??
    DAY_AND_LETTERS.exec(head))?.[0];
  if (swiss !== undefined) return swiss.length;
  for (const pattern of PRINTED) {
    const [all = '', printed = ''] = pattern.exec(head) ?? [];
    const named =
      AGENCY.test(printed) || (source !== '' && printed.toLowerCase().includes(`(${source.toLowerCase()})`));
    // A place has few words: a longer text before the bracket is a sentence.
    if (named && printed.split(/\s+/).length <= 9) return all.length;
  }
  return 0;
}

function printedDateline(paragraph: string): Dateline | undefined {
  const length = printedLength(paragraph, '');
  if (length === 0) return undefined;
  const bracket = /[(/]([^()/]{2,40})[)/]/.exec(paragraph.slice(0, length));
  const place = paragraph
    .slice(0, length)
    .replace(bracket?.[0] ?? '', '')
    .replace(/^[\s–—-]+|(?<![\s.:,_–—-])[\s.:,_–—-]+$/g, '');
  const agency = withoutDay(bracket?.[1]);
  return { ...(place ? { place } : {}), ...(agency ? { agency } : {}), rest: paragraph.slice(length) };
}

/** A body without its dateline, and what the dateline says. */
export interface WithoutDateline {
  readonly body: Block[];
  readonly place?: string;
  readonly agency?: string;
}

/**
 * Removes the dateline from the first paragraph (after a list of main points, as Reuters has it). A paragraph that is nothing
 * but a dateline is removed.
 */
export function takeDateline(blocks: readonly Block[], options: { colon?: boolean } = {}): WithoutDateline {
  const at = blocks[0]?.type === 'list' ? 1 : 0;
  const first = blocks[at];
  const line: Dateline | undefined = first?.type === 'paragraph' ? dateline(first.text, options) : undefined;
  if (!line) return { body: [...blocks] };
  const rest: Block[] = line.rest === '' ? [] : [{ type: 'paragraph', text: line.rest }];
  return {
    body: [...blocks.slice(0, at), ...rest, ...blocks.slice(at + 1)],
    ...(line.place ? { place: line.place } : {}),
    ...(line.agency ? { agency: line.agency } : {}),
  };
}

const MONTH = String.raw`\p{L}{3,9}\.?`;
/** A day at the end of a place: `, Feb. 1, 2017`, `, 21 ene`, ` 12/3`, `, 2026. március 14., szombat`. */
const DAY = new RegExp(
  String.raw`,?(?<!\s)\s+(?<day>${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}\.? ${MONTH}(?: \d{4})?|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\. \p{L}{3,12} \d{1,2}\.(?:, \p{L}{3,12})?)\.?$`,
  'u',
);

/** `SYDNEY, Nov 20 AAP`: the agency without brackets. */
const LETTERS_AT_END = new RegExp(String.raw`(?<=\d) (?:${AGENCY_LETTERS})$`, 'u');

/** The place in a dateline as printed: `Berlin` of `Berlin (dpa)`, `AUSTIN, Texas` of `AUSTIN, Texas, Feb. 1, 2017`. */
export function placeOf(dateline: string | undefined): string | undefined {
  if (dateline === undefined || dateline.length > 160) return undefined;
  const place = withoutAgency(dateline)
    .replace(DAY, '')
    .replace(/(?<=\p{Lu}{3})\.$/u, '')
    .trim();
  return place === '' ? undefined : place;
}

/** The day at the end of a dateline as printed, or before its bracket: `Feb. 1, 2017`, `21 ene`, `12/3`. */
export function dayIn(dateline: string | undefined): string | undefined {
  if (dateline === undefined || dateline.length > 160) return undefined;
  const head = withoutAgency(dateline).replace(/(?<!\s)\s*\([^()]{2,40}\)$/u, '');
  return DAY.exec(head)?.groups?.day;
}

const withoutAgency = (dateline: string): string =>
  dateline
    .replace(/\(([^()]{2,40})\)|\/([^/]{2,30})\/\s*$/u, (bracket, round?: string, slashed?: string) =>
      isAgency((round ?? slashed ?? '').trim()) ? '' : bracket,
    )
    .replace(/^[\s–—-]+|(?<![\s:,_–—-])[\s:,_–—-]+$/gu, '')
    .replace(LETTERS_AT_END, '');
