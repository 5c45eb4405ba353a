import type { Block } from '../dispatch.ts';
import { dropStart } from '../markup/markup-dateline.ts';
import { lineMarker } from './markers.ts';
import { topicOfWord } from './topic-words.ts';

/** `SANDAU — Die Stadt …`, `NEW YORK, March 14 – …`: capitals and a dash, without an agency. */
const CAPITALS =
  /^(?<place>\p{Lu}{2}[\p{Lu}.'’-]{1,20}(?: \p{Lu}[\p{Lu}.'’-]{1,15}){0,2}(?:, \p{Lu}[\p{L}.]{1,12}){0,2}(?:, \p{L}{3,9}\.? \d{1,2})?)\s(?:[—–]|--)\s(?=["„“»]?\p{Lu}\p{L}*\s)/u;

/** Words that stand there and are no place. */
const NO_PLACE =
  /^(?:LIVE|VIDEO|PODCAST|KOMMENTAR|ANALYSE|INTERVIEW|TICKER|LIVETICKER|NEWS|EXKLUSIV|EXCLUSIVE|OPINION|ANALYSIS|REPORTAGE|ANZEIGE|WATCH|PHOTOS|UPDATE|SERIE|FAKTEN)$/u;

/** The dateline that opens a marked-up text in capitals; undefined where it may be a subject, as in a round-up of several. */
export function bareDateline(
  body: readonly Block[],
): { readonly dateline: string; readonly body: Block[] } | undefined {
  const [first, ...rest] = body;
  const match = first?.type === 'paragraph' ? CAPITALS.exec(first.text.slice(0, 120)) : null;
  const place = match?.groups?.place;
  if (first?.type !== 'paragraph' || !match || place === undefined) return undefined;
  if (NO_PLACE.test(place) || topicOfWord(place) !== undefined || lineMarker(place) !== undefined) return undefined;
  if (rest.some((block) => block.type === 'paragraph' && CAPITALS.test(block.text.slice(0, 120)))) return undefined;
  const text = dropStart(first, match[0].length);
  return text && { dateline: place, body: [{ type: 'paragraph', ...text }, ...rest] };
}
