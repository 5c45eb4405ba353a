import { isRecallWord, lineMarker, type Marker } from './markers.ts';

const STORY = '(?:eil)?(?:meldung|nachricht|bericht|beitrag|text|fassung)';
/** What an agency says when it takes a dispatch back. A recalled product is taken back too: the words have to mean a text. */
const ORDERS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:die|den|diesen?|unseren?|obigen?|folgenden?)\s(?:\p{L}+\s)?${STORY}\b[^.!?,\n]{0,100}\b(?:wird|ist|wurde|werden|ziehen|zieht)\b[^.!?,\n]{0,60}\b(?:zurück(?:gezogen|genommen)?|storniert|annulliert|hinfällig|gegenstandslos)\b`,
    'iu',
  ),
  new RegExp(String.raw`\b(?:zieht|ziehen)\b[^.!?,\n]{0,40}\b${STORY}\b[^.!?\n]{0,100}\bzurück\b`, 'iu'),
  new RegExp(
    String.raw`\bbitte\b[^.!?\n]{0,60}\b${STORY}\b[^.!?\n]{0,80}\b(?:nicht|löschen)\b|\b${STORY}\b[^.!?\n]{0,80}\b(?:bitte|darf)\s+nicht\b`,
    'iu',
  ),
  /\b(?:meldung|item|story)\s+(?:(?:nr|no|nummer)\.?\s*)?(?:[a-z]{2,5}[ -]?)?\d{3,5}\b/iu,
  /\b(?:dpa|afp|kna|epd|apa|sda|bdt)[ -]?\d{3,5}\b/iu,
  /\bKILL\b|\b[Pp]lease kill\b/u,
];
/** Characters. Who takes something back says so at once. */
const HEAD = 2_000;

/** A kill where one of the lines is a word such as `Rückruf` and the text orders it; with none of that it is news. */
export const recall = (lines: readonly (string | undefined)[], text: string): Marker | undefined =>
  lines.some((line) => line !== undefined && isRecallWord(line)) &&
  ORDERS.some((order) => order.test(text.slice(0, HEAD)))
    ? lineMarker('KILL')
    : undefined;
