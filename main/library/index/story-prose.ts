import { foldText } from '../../../preload/text/folded-text.ts';
import { blockText, type Dispatch } from '../../wire/dispatch.ts';

/** Longer ones are documents, which nobody takes over and which would take long to compare. */
const MAX_CHARS = 20_000;
/** Of all characters, so many in tables, lists and typed columns make a listing. */
const MAX_LISTED = 0.3;
/** Programmes, diaries, results: the same form every day, and of use only as they are. Folded words. */
const LISTINGS = new Set(
  (
    'vorschau tagesvorschau terminvorschau wochenvorschau themenvorschau sportvorschau programmvorschau termin termine terminubersicht kalenderblatt ' +
    'tagesordnung uberblick ubersicht agenda daybook diary schedule digest roundup results standings fixtures lotto lottozahlen quoten ergebnisse tabelle ' +
    'horoskop wetter wettervorhersage weather forecast kurse devisen agenda previsions resultats'
  ).split(' '),
);

/** False for what never is the same story as another: kills, notices, summaries, listings. */
export function mayHaveTwins({ status, signal, refersTo = [], headline, body }: Dispatch): boolean {
  if (status !== 'usable' || signal === 'advisory' || signal === 'roundup') return false;
  if (refersTo.some(({ relation }) => relation === 'kills' || relation === 'holds')) return false;
  const words = foldText(headline).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some((word) => LISTINGS.has(word))) return false;
  let listed = 0;
  let all = 0;
  for (const block of body) {
    const { length } = isProse(block) ? block.text : blockText(block);
    all += length;
    if (!isProse(block) && block.type !== 'heading') listed += length;
  }
  return all <= MAX_CHARS && listed <= MAX_LISTED * all;
}

type Block = Dispatch['body'][number];

const isProse = (block: Block): block is Extract<Block, { type: 'paragraph' | 'quote' }> =>
  block.type === 'paragraph' || block.type === 'quote';

/** `Berlin (dpa) - ` where the format did not know it for a dateline. */
const DATELINE = /^[\p{L} ./,-]{2,40}\([^()]{2,30}\)\s?[-–—]{1,2}\s/u;
/** What agencies write below: who wrote it, whose it is. */
const SIGN_OFF = /[©@]|rights reserved|rechte vorbehalten|^(?:Redaktion|Editing|Reporting|Quelle|Source)\b/i;
const MAX_SIGN_OFF_CHARS = 100;

/** The paragraphs without dateline and sign-off, no more than are needed for `most` characters. */
export function proseOf({ body }: Dispatch, most = Number.POSITIVE_INFINITY): string {
  let prose = '';
  for (const block of body) {
    if (prose.length >= most) break;
    if (!isProse(block) || (block.text.length <= MAX_SIGN_OFF_CHARS && SIGN_OFF.test(block.text))) continue;
    prose += `${block.text}\n`;
  }
  return prose.replaceAll('\xad', '').replace(DATELINE, '');
}
