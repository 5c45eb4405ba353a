import { NUMBERING_LETTERS } from '../agencies/agency.ts';
import type { Reference } from '../dispatch.ts';

/** `kill item dpa 157`, `Meldung dpa 0157`, `story moved as V9991`, `bdt0157`: how a kill or hold names its target. */
const NAMED =
  /\b(?:item|story|take|(?:eil|blitz|kurz|vorab)?meldung|bericht|dispatch|nota|noticia|despacho|notizia|lancio|d[ée]p[êe]che|nummer|number|nr|no|lfd)\b\.?:?\s*(?:(?:number|nr|no|nummer)\b\.?:?\s*)?(?:the\s+)?(?:[a-z]{2,5}[ -]?)?#?(?<number>[A-Z]?\d{2,5})(?![\p{L}\d]|[.:]\d|\s?(?:uhr|gmt|utc|h)(?!\p{L}))/iu;
const AGENCY = new RegExp(String.raw`\b(?:${NUMBERING_LETTERS})[\s-]*(?<number>\d{2,5})\b`, 'iu');
/** `Kill the story Isbrytare, 12345`: the number after the words. */
const ORDERED =
  /\b(?:kill|withdraw|annul)\b[^.\n]{0,160}?\b(?<number>[A-Z]{1,3}\d{3,6}|(?<=\b(?:story|item|dispatch|bulletin|alert|slugged|headlined)\b[^.\n]{0,160})(?<!\b(?:at|um|von|de|of) )\d{3,6})\b/iu;
/** `(Achtung - Rückzug: nor 0831)`: the letters of any agency behind the order. */
const LABELLED =
  /(?:rückzug|widerruf|streichung|storno|stornierung|kill|hold|annulation|retrait|anulación|annullamento)\s?[:–-]\s?[a-z]{2,5} ?(?<number>\d{3,5})(?!\d)/iu;
/** `HOLD HOLD HOLD bdt0831`. */
const REPEATED = /\b(?:KILL|HOLD)\W{1,3}[a-z]{2,5} ?(?<number>\d{3,5})(?!\d)/u;
const TRANSMISSION = /\b(?<number>[A-Z]\d{4})\b/u;

/**
 * The item number that a text names, padded with zeros to the width of `own` (kills write `dpa 157` for `dpa 0157`); undefined
 * if it names none or only its own.
 */
export function namedNumber(text: string, own: string | undefined): string | undefined {
  for (const pattern of [NAMED, AGENCY, LABELLED, REPEATED, TRANSMISSION, ORDERED]) {
    const number = pattern.exec(text)?.groups?.number;
    if (number && number !== own) return own && /^\d+$/.test(number) ? number.padStart(own.length, '0') : number;
  }
  return undefined;
}

/** The item that the first of some texts asks to kill: "Please kill the story X, V9991". */
export function killReferences(...texts: readonly (string | undefined)[]): Reference[] {
  for (const text of texts) {
    const head = text?.slice(0, 3_000) ?? '';
    const number = ORDERED.test(head) && ORDER.test(head) ? namedNumber(head, undefined) : undefined;
    if (number) return [{ relation: 'kills', number }];
  }
  return [];
}
/** An order, not news of a killing, which says neither please nor must and is in the past tense. */
const ORDER = /\b(?:[Pp]lease|must|mandatory)\b|\bKILL\b|(?:^|[.:!]\s+)[Kk]ill\b/u;
