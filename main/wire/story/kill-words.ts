import { NUMBERING_LETTERS } from '../agencies/agency.ts';
import { isRecallWord, lineMarker, type Marker } from './markers.ts';

const STORY = '(?:eil)?(?:meldung|nachricht|bericht|beitrag|text|fassung)';
/** What an agency says when it kills a dispatch. The words have to mean a text, because products are recalled as well. */
const FORBIDS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:die|den|diesen?|unseren?|obigen?|folgenden?)\s(?:\p{L}+[\s-])?${STORY}\b[^.!?,\n]{0,100}\b(?:wird|ist|wurde|werden|ziehen|zieht)\b[^.!?,\n]{0,60}\b(?:zurück(?:gezogen|genommen)?|storniert|annulliert|hinfällig|gegenstandslos)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:zieht|ziehen)\b[^.!?,\n]{0,40}\b(?:die|eine|den|einen|diesen?|seinen?|unseren?|ihren?|obigen?|folgenden?)\s(?:\p{L}+[\s-])?${STORY}\b[^.!?\n]{0,100}\bzurück\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\bbitte\b[^.!?\n]{0,60}\b${STORY}\b[^.!?\n]{0,80}\b(?:nicht|löschen)\b|\b${STORY}\b[^.!?\n]{0,80}\b(?:bitte|darf)\s+nicht\b`,
    'iu',
  ),
  new RegExp(String.raw`\bbitte\b[^.!?\n]{0,40}\blöschen\b[^.!?\n]{0,40}\b${STORY}\b`, 'iu'),
  new RegExp(
    String.raw`\b(?:gebeten|bitten)\b[^.!?\n]{0,60}\b(?:die|den|diesen?|unseren?)\s(?:\p{L}+[\s-])?${STORY}\b[^.!?\n]{0,80}\b(?:nicht\s(?:mehr\s|weiter\s)?zu\s(?:verwenden|veröffentlichen|verbreiten|senden|drucken)|zu\slöschen)\b`,
    'iu',
  ),
];
/** A dispatch by its number (a bare number may be a year), or the word that all agencies use. */
const NAMES: readonly RegExp[] = [
  /\b(?:meldung|item|story)\s+(?:(?:nr|no|nummer)\.?\s*(?:[a-z]{2,5}[ -]?)?|[a-z]{2,5}[ -]?|(?!(?:19|20)\d\d\b))\d{3,5}\b/iu,
  new RegExp(String.raw`\b(?:${NUMBERING_LETTERS})[ -]?\d{3,5}\b`, 'iu'),
  /\bKILL\b|\b[Pp]lease kill\b/u,
];
/** Characters. Kills say so at the beginning. */
const HEAD = 2_000;

/** Quotations, such as the headline of the killed dispatch, and full stops inside a sentence (`12.30 Uhr`, `Nr. 7`, `3. März`). */
const QUOTED = /[„“"»«][^„“”"»«\n]{1,200}[“”"«»]/gu;
const NO_END = /(?<=\d)\.(?=\d|\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|(?<=\b(?:Nr|lfd))\./gu;
const inOneSentence = (text: string): string => text.replace(QUOTED, '„…“').replace(NO_END, ':');

const isOrder = (text: string, orders: readonly RegExp[]): boolean =>
  [text, inOneSentence(text)].some((form) => orders.some((order) => order.test(form)));

/** A line to the desk that is an order on its own: `(Achtung: Bitte Meldung dpa 0298 nicht verwenden)`. */
export const isOrderLine = (line: string): boolean => /^\s*\(.*\)\s*$/u.test(line) && isOrder(line, FORBIDS);

/**
 * The kill marker if one of the lines is a word such as `Rückruf` and the text orders a kill, or if a line is an order in
 * brackets. Undefined otherwise: then it is news.
 */
export function killInWords(lines: readonly (string | undefined)[], text: string): Marker | undefined {
  const given = lines.filter((line) => line !== undefined);
  const isKill =
    given.some(isOrderLine) || (given.some(isRecallWord) && isOrder(text.slice(0, HEAD), [...FORBIDS, ...NAMES]));
  return isKill ? lineMarker('KILL') : undefined;
}
