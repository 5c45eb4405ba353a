import { AGENCY_LETTERS, agencyName } from '../agencies/agency.ts';
import {
  ADDRESS,
  ASKS,
  BARE_LABEL,
  BRACKET_LABEL,
  DELETES,
  FOR_NOW,
  HOLDS,
  HOUR,
  KILLS,
  LABEL,
  NOUN,
  NUMBERED,
  NUMBERED_IN_BRACKETS,
  ORDERS,
  OURS,
  PART,
  RECALL_OF,
  REPORTED,
  STARTS_ASKING,
  THIS_DISPATCH,
  WARNS,
  WE,
} from './kill-lexicon.ts';
import { bareOf, MAX_SENTENCE_CHARS, sentencesOf } from './kill-sentences.ts';
import { isRecallWord, lineMarker, type Marker } from './markers.ts';

/** What a sentence says that may order a kill or hold. */
interface Clues {
  readonly kills: boolean;
  readonly deletes: boolean;
  readonly holds: boolean;
  readonly isForNow: boolean;
  readonly namesText: boolean;
  readonly isNumbered: boolean;
  readonly quotes: boolean;
  readonly hasHour: boolean;
  readonly asks: boolean;
  readonly isOurs: boolean;
}

/** The clues of a sentence that has a word of an order; undefined for most sentences, which have none. */
function orderClues(sentence: string): Clues | undefined {
  if (!ORDERS.test(sentence)) return undefined;
  const bare = bareOf(sentence);
  const kills = KILLS.test(bare);
  const deletes = DELETES.test(bare);
  const holds = HOLDS.test(bare);
  return kills || deletes || holds ? { ...otherClues(bare), kills, deletes, holds } : undefined;
}

function otherClues(bare: string): Omit<Clues, 'kills' | 'deletes' | 'holds'> {
  return {
    isForNow: FOR_NOW.test(bare),
    namesText: NOUN.test(bare),
    isNumbered: NUMBERED.some((pattern) => pattern.test(bare)),
    quotes: bare.includes('…'),
    hasHour: HOUR.test(bare),
    asks: ASKS.test(bare),
    isOurs: OURS.test(bare) || WE.test(bare),
  };
}

const NO_ORDER = { kills: false, deletes: false, holds: false };

const orders = ({ kills, holds }: Clues): boolean => kills || holds;

/** Something told by its number, or by its headline and the hour it was sent. */
const isSpecific = ({ isNumbered, quotes, hasHour }: Clues): boolean => isNumbered || (quotes && hasHour);

const markerOf = ({ holds, kills, isForNow }: Clues): Marker | undefined =>
  lineMarker(isForNow || (holds && !kills) ? 'HOLD' : 'KILL');

const isBracketed = (line: string): boolean => /^\s*[([].*[)\]]\s*$/u.test(line);
const isCorrection = (line: string): boolean => {
  const signal = lineMarker(line)?.signal;
  return PART.test(line) || signal === 'correction' || signal === 'update' || signal === 'repeat';
};

/** The order that a line in brackets is by itself: `(Achtung: Bitte Meldung dpa 0298 nicht verwenden)`. */
function bracketOrder(line: string): Clues | undefined {
  if (line.length > MAX_SENTENCE_CHARS || !isBracketed(line) || isCorrection(line)) return undefined;
  const clues = orderClues(line.trim().slice(1, -1));
  if (!clues) return undefined;
  const isAimed = clues.namesText || clues.isNumbered || NUMBERED_IN_BRACKETS.test(line);
  return isAimed ? clues : undefined;
}

/** True for a line to the desk that is an order on its own. */
export const isOrderLine = (line: string): boolean => bracketOrder(line) !== undefined;

/** The order in a headline. */
function titleOrder(line: string): Clues | undefined {
  const clues = orderClues(line);
  if (!clues || isCorrection(line)) return undefined;
  if (/\b(?:KILL|HOLD)\b/u.test(line) && /\d/u.test(line) && isBareOrder(line)) return clues;
  const { namesText, isNumbered, quotes, asks } = clues;
  const isAddressed = ADDRESS.test(line);
  if (isAddressed && (namesText || isNumbered || quotes)) return clues;
  if (!orders(clues)) return undefined;
  if (WARNS.test(line) && (isNumbered || (namesText && quotes))) return clues;
  if (BRACKET_LABEL.test(line)) return clues;
  if (LABEL.test(line) && (isNumbered || (namesText && quotes))) return clues;
  if (RECALL_OF.test(line) && namesText && quotes) return clues;
  if (namesText && (isNumbered || (asks && isSpecific(clues)) || STARTS_ASKING.test(line))) return clues;
  return undefined;
}

/** What an order is read with. */
interface Reading {
  /** Headline or text speak to the desks. */
  readonly isAddressed: boolean;
  /** Who sends the text; empty where unknown. */
  readonly source: string;
}

/** The order in a sentence of the text. */
function sentenceOrder(sentence: string, { isAddressed, source }: Reading): Clues | undefined {
  const clues = orderClues(sentence);
  if (!clues?.namesText || PART.test(sentence)) return undefined;
  const { isNumbered, quotes, hasHour, kills, deletes, asks, isOurs } = clues;
  if (isAddressed || isNumbered) return clues;
  if (REPORTED.test(sentence)) return undefined;
  if (kills && quotes && ownLetters(sentence) === source && source !== '') return clues;
  if ((kills && quotes && hasHour) || ((kills || deletes) && isOurs && (quotes || hasHour))) return clues;
  const isTold = isSpecific(clues) || (quotes && STARTS_ASKING.test(sentence));
  return asks && orders(clues) && isTold ? clues : undefined;
}

const ORDER_WORD =
  /(?<!\p{L})(?:mandatory|bulletin|advisory|notice|urgent|achtung|attention|kill|hold|withdrawn|withdrawal|retraction|rückzug|rückruf|widerruf|streichung|zurückgezogen|zurückziehung|storno|stornierung|annullierung|annulation|retrait|suppression|anulación|retirada|annullamento|ritiro|item|story|meldung|dépêche|nota|notizia|[a-z]{2,5}[ -]?[a-z]?\d{2,5})(?![\p{L}\d])/giu;
/** True for a headline of nothing but the order and a number: `KILL KILL bdt9001`. */
export const isBareOrder = (headline: string): boolean =>
  headline.length < 100 && !/\p{L}{3}/u.test(headline.replace(ORDER_WORD, ' '));

/** The word that all agencies use. */
const KILL = /\bKILL\b|\b[Pp]lease kill\b/u;

/** The order in a text below a word such as `Rückruf`, which alone may be news of a product. */
function recallOrder(text: string): Clues | undefined {
  for (const sentence of sentencesOf(text)) {
    const clues = orderClues(sentence) ?? { ...NO_ORDER, ...otherClues(bareOf(sentence)) };
    if (clues.isNumbered || KILL.test(sentence) || (clues.quotes && clues.hasHour && THIS_DISPATCH.test(sentence)))
      return { ...clues, kills: true };
    if (clues.namesText && (clues.kills || clues.deletes) && !REPORTED.test(sentence)) return clues;
  }
  return undefined;
}

/** The order that title and text give together: `Rückzug: Werft baut ab` above `Die Meldung von 14.20 Uhr wird zurückgezogen`. */
function sharedOrder(title: string, sentences: readonly string[]): Clues | undefined {
  const clues = orderClues(title);
  if (!clues || !orders(clues) || isCorrection(title)) return undefined;
  const isAddressed = ADDRESS.test(title);
  const isQuoted = clues.namesText && clues.quotes;
  const isLabelled = LABEL.test(title);
  const isAsked = sentences.some((sentence) => ASKS.test(sentence) && orderClues(sentence) !== undefined);
  const isTold = (sentence: string): boolean => {
    const { namesText, isNumbered, quotes, hasHour } = otherClues(bareOf(sentence));
    if (isAddressed) return namesText && (isNumbered || quotes);
    if (isQuoted) return STARTS_ASKING.test(sentence) && orderClues(sentence) !== undefined;
    if (isLabelled && !hasHour) return IS_KILLED.test(sentence) && !REPORTED.test(sentence) && saysOwn(sentence);
    return isLabelled && namesText && (saysOwn(sentence) || (isAsked && THIS_DISPATCH.test(sentence)));
  };
  return sentences.some(isTold) ? clues : undefined;
}

/** `Die Meldung wurde zurückgezogen`, `This story has been withdrawn`: nothing else is said. */
const IS_KILLED =
  /^\W{0,4}(?:die|diese|unsere|the|this|our|la|cette|notre|esta|nuestra|questa|nostra) (?:[\p{L}-]{1,20} ){1,3}(?:wird|wurde|ist|has been|was|is|est|a été|ha sido|fue|queda|è stata|viene)(?: \p{L}{2,12}){0,2} \p{L}{5,20}\W{0,3}$/iu;

/** A sentence that takes back a dispatch of the agency itself. */
const saysOwn = (sentence: string): boolean =>
  orderClues(sentence)?.kills === true && (THIS_DISPATCH.test(sentence) || ownLetters(sentence) !== undefined);
/** `Die dts hat ihre Meldung von 14.20 Uhr zurückgezogen`. */
const OWN_LETTERS = new RegExp(
  String.raw`^\W{0,3}(?:die |the |la |l[’']){0,1}(?<letters>${AGENCY_LETTERS})(?!\p{L})`,
  'iu',
);
/** The agency that a sentence begins with. */
const ownLetters = (sentence: string): string | undefined =>
  agencyName(OWN_LETTERS.exec(sentence)?.groups?.letters ?? '');

/** More than one sentence, or a long one: no headline. */
const SENTENCES = /[.!]\s.{8,}[.!]\s*$|^.{50,}[.!]\s*$/u;

/**
 * The marker of a kill or hold in words, German, English, French, Spanish or Italian: `title` and `lines` about a story (its slug,
 * lines above it) and its text. An order is a line in brackets that names a dispatch, a headline to the desks, or one of the first
 * sentences; what it means it names by number, or by headline and hour. `source`: who sends the text. Undefined for news, which recalls products and withdraws
 * troops.
 */
export function killInWords(
  title: string | undefined,
  lines: readonly (string | undefined)[],
  text: string,
  source = '',
): Marker | undefined {
  const head = title?.slice(0, MAX_SENTENCE_CHARS + 1);
  const given = [title, ...lines].flatMap((line) =>
    line !== undefined && line.length <= MAX_SENTENCE_CHARS ? [line] : [],
  );
  // A text without a headline has its first sentences in its place.
  const whole = head !== undefined && SENTENCES.test(head) ? `${head}\n${text}` : text;
  const sentences = sentencesOf(whole);
  const isAddressed = [head, ...sentences.slice(0, 1)].some((line) => line !== undefined && ADDRESS.test(line));
  const found =
    first(given, bracketOrder) ??
    (head === undefined ? undefined : titleOrder(head)) ??
    first(sentences, (sentence) => sentenceOrder(sentence, { isAddressed, source })) ??
    (head === undefined ? undefined : sharedOrder(head, sentences)) ??
    ([...given, ...sentences.slice(0, 1)].some((line) => isRecallWord(line) || BARE_LABEL.test(line))
      ? recallOrder(whole)
      : undefined);
  return found && markerOf(found);
}

/** The marker of a kill or hold in one of some notes to the desk: `Note to editors: please kill story V0831`. */
export function killInNote(notes: readonly string[], text: string): Marker | undefined {
  const addressed = notes.filter((note) => ADDRESS.test(note));
  if (addressed.length === 0) return undefined;
  const alone = (note: string): Clues | undefined => {
    const clues = titleOrder(note);
    return clues && (isSpecific(clues) || (clues.isOurs && clues.quotes)) ? clues : undefined;
  };
  const sentences = sentencesOf(text);
  const found = first(addressed, alone) ?? first(addressed, (note) => sharedOrder(note, sentences));
  return found && markerOf(found);
}

function first(lines: readonly string[], read: (line: string) => Clues | undefined): Clues | undefined {
  for (const line of lines) {
    const found = read(line);
    if (found) return found;
  }
  return undefined;
}
