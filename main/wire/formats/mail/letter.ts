import type { FoundNote } from '../../story/facts.ts';
import { isCaption } from '../plain/head-lines.ts';
import { isCard, isContactSentence } from './signature.ts';

/** The parts of a text, and how they are read: paragraphs of lines, or blocks. */
export interface Parts<Part> {
  readonly all: readonly Part[];
  readonly textOf: (part: Part) => string;
}

/** A text without what makes a letter of it. */
export interface Letter<Part> {
  readonly copy: readonly Part[];
  readonly notes: readonly FoundNote[];
}

const SALUTATION =
  /^(?:(?:sehr geehrte|dear |mesdames|madame|monsieur|geachte|estimad[oa]s? |spett|egregi)[^.:?\n]{0,90}[,!]?|(?:liebe[rs]? |guten (?:tag|morgen|abend)|hallo|werte |moin|hi(?: |,)|hello|good (?:morning|afternoon)|bonjour|chers? |chères? |buenos días|buenas tardes|gentil[ie] |buongiorno|beste |kära |hej(?: |,|!)|kære |hei(?: |,|!))[^.:?\n]{0,90}[,!])$/iu;
const CLOSING =
  /^(?:(?:mit (?:den )?(?:freundlichen|besten|herzlichen|vielen|kollegialen|freundlichem|bestem|kollegialem) gr(?:ü(?:ß|ss)|ue(?:ß|ss))(?:en)?|(?:viele|beste|freundliche|herzliche|schöne|liebe) gr(?:ü|ue)(?:ß|ss)e|(?:kind|best|warm|warmest) (?:regards|wishes)|yours (?:sincerely|faithfully|truly)|cordialement|bien (?:à vous|cordialement)|cordial(?:es)? saludos?|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|(?:med )?vänliga? hälsning(?:ar)?|(?:med )?vennlig hilsen|(?:med )?venlig hilsen)(?!\p{L})[^.\n]{0,40}|mfg|regards|sincerely|(?:many )?thanks|best|(?:un )?saludos?|atentamente)[,.!]?$/iu;
/** What a covering letter says of the release below it or in the attachment. */
const COVER =
  /\b(?:anbei|nachfolgend|nachstehend|untenstehend|im folgenden|(?:im|als) anhang|beigefügt|hiermit|unten|folgende|finden sie|erhalten sie|please find|find below|see below|attached|below is|veuillez trouver|ci-(?:dessous|joint)|adjunt[oa]|a continuación|in allegato|di seguito|hierbij|onderstaand|bijgaand|bifogat|nedan|vedlagt|nedenfor)\b/iu;
const RELEASE =
  /presse|medien|mitteilung|meldung|information|release|statement|communiqu|nota de|comunicado|comunicato|persbericht|meddelande|melding|meddelelse/iu;
/** Above a release that is sent again. */
const CORRECTED =
  /^(?:korrektur|berichtigung|richtigstellung|correction|corrected version|correctif|rectificatif|corrección|correzione|rettelse|rättelse)(?: \p{L}+){0,3}\s?[:–-]\s?\S/iu;
const RULE = /^[-_*=~+#–—.\s]{5,}$/u;

/** Characters of a paragraph that covers a release. */
const MAX_COVER_CHARS = 400;
/** Paragraphs at the top among which it stands. */
const MAX_TOP = 5;
/** Paragraphs between the end of a covering letter and the line below it. */
const MAX_NAMES = 6;
/** Characters of a paragraph of copy. */
const MIN_PROSE_CHARS = 90;

const isCorrection = (text: string): boolean =>
  text.length <= MAX_COVER_CHARS && CORRECTED.test(text) && /[.!]$/u.test(text);
const isCover = (text: string): boolean =>
  text.length <= MAX_COVER_CHARS && COVER.test(text) && RELEASE.test(text) && !/["„“]/u.test(text);
const isProse = (text: string): boolean => text.length >= MIN_PROSE_CHARS && /[.!?]["”“»)]*$/u.test(text);

/**
 * Splits from a mail what makes a letter of it: salutation, covering letter or sentence, complimentary close, signature. A text
 * that is nothing else stays.
 */
export function withoutLetter<Part>({ all, textOf }: Parts<Part>): Letter<Part> {
  const texts = all.map((part) => textOf(part).trim());
  const end = signatureAt(texts);
  const covered = coverEnd(texts.slice(0, end));
  const isTop = (at: number) => {
    const text = texts[at] ?? '';
    return SALUTATION.test(text) || isCover(text);
  };
  const filled = texts.flatMap((text, at) => (text === '' || at >= end ? [] : [at]));
  const top = covered > 0 ? [] : filled.slice(0, MAX_TOP).filter(isTop);
  // Further down such a sentence is copy.
  const above = top.filter((at, i) => filled.slice(0, MAX_TOP).indexOf(at) <= i + 1);
  const taken = new Set([...filled.filter((at) => at < covered), ...above]);
  const below = texts.flatMap((text, at) => (at >= end - MAX_TOP && at < end && isContactSentence(text) ? [at] : []));
  const corrected = filled.filter((at, i) => i <= above.length && !taken.has(at) && isCorrection(texts[at] ?? ''));
  const captions = filled.filter((at) => isCaption(texts[at] ?? ''));
  const out = new Set([...taken, ...below, ...corrected, ...captions]);
  const kept = filled.filter((at) => !out.has(at));
  if (kept.every((at) => RULE.test(texts[at] ?? ''))) return { copy: all, notes: [] };
  const noteOf = (rows: readonly number[], kind: NonNullable<FoundNote['kind']>): FoundNote[] => {
    const text = rows
      .map((at) => texts[at] ?? '')
      .flatMap((part) => part.split('\n'))
      .filter((line) => line.trim() !== '' && line.trim() !== '--' && !RULE.test(line))
      .join('\n');
    return text === '' ? [] : [{ text, kind }];
  };
  const rest = texts.flatMap((_, at) => (at >= end ? [at] : []));
  return {
    copy: all.filter((_, at) => at < end && !out.has(at)),
    notes: [
      ...noteOf(
        [...taken].sort((one, other) => one - other),
        'editor',
      ),
      ...noteOf(corrected, 'correction'),
      ...noteOf(captions, 'copyright'),
      ...noteOf(below, 'contact'),
      ...noteOf(rest, 'contact'),
    ],
  };
}

/** Where a signature begins: at `-- `, a complimentary close or an address with no copy below it; the end of the text where there is none. */
function signatureAt(texts: readonly string[]): number {
  const dashes = texts.findIndex((text, at) => at > 0 && /^--\s*(?:\n|$)/u.test(text));
  const limit = dashes < 0 ? texts.length : dashes;
  const close = texts.findIndex((text, at) => at > 0 && at < limit && CLOSING.test(firstLine(text)));
  const isLast = close > 0 && !texts.slice(close, limit).some(isProse);
  let at = isLast ? close : limit;
  while (at > 1 && (texts[at - 1] === '' || isCard(texts[at - 1] ?? ''))) at -= 1;
  return texts.slice(at, limit).some((text) => text !== '') ? at : limit;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** The end of a letter above the copy; 0 where there is none. */
function coverEnd(texts: readonly string[]): number {
  const close = texts.findIndex((text, at) => at > 0 && text.split('\n').some((line) => CLOSING.test(line.trim())));
  // What is closed like a letter begins like one.
  if (close < 0 || !texts.slice(0, close).some((text) => SALUTATION.test(firstLine(text)) || isCover(text))) return 0;
  const rule = texts.findIndex((text, at) => at > close && at <= close + MAX_NAMES && RULE.test(text));
  const end = rule < 0 ? close + 1 : rule + 1;
  return texts.slice(end).some(isProse) ? end : 0;
}
