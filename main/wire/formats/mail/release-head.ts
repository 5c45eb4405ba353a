import { isTimeLine } from '../../agencies/time-line.ts';
import { normaliseText } from '../../normalise.ts';
import { isBareEmbargo } from '../../story/embargo.ts';
import type { FoundNote } from '../../story/facts.ts';
import type { Parts } from './letter.ts';

const LABELS = [
  '(?:gemeinsame |aktuelle )?(?:presse|medien)(?:mitteilung|information|info|meldung|aussendung|erklärung)(?:en)?|presse-?(?:info|mitteilung)',
  '(?:for immediate release|(?:press|media|news) (?:release|statement|information))',
  'communiqu[eé](?: de presse)?|comunicado(?: de prensa)?|nota de prensa|comunicato(?: stampa)?|persbericht|pressmeddelande|pressemelding|pressemeddelelse',
].join('|');
/** `PRESSEMITTEILUNG Nr. 031/2026`, `+++ Pressemitteilung +++`, `Medienmitteilung vom 13. März 2026`. */
const LABEL = new RegExp(
  String.raw`^[^\p{L}\d\n]{0,6}(?:${LABELS})(?!\p{L})(?:[ :,|/–-]{0,4}(?:nr\.?|no\.?|n°|num\.?|vom|of|du|del|van)?[ ]?[\d./-]{0,14}(?:\.? ?\p{L}{3,9} \d{4})?)[^\p{L}\d\n]{0,6}$`,
  'iu',
);
/** `Sandau, 13. März 2026`, `Sandau, den 13.3.2026`, `Sandau, le 13 mars 2026`, `London, 13 March 2026`. */
const PLACE_AND_DAY =
  /^(?<place>\p{Lu}[\p{L} /().-]{1,40}), (?:den |le |the |il |a )?(?:\p{L}{5,10}, )?(?:\d{1,2}\.?\s?(?:\d{1,2}\.|(?:de )?\p{L}{3,9}\.?)(?: de)?\s?\d{4}|\p{L}{3,9} \d{1,2}, \d{4})$/u;
const RULE = /^[-_*=~+#–—.\s]{3,}$/u;
/** `*Verband fordert mehr Schutz*`, `** The lock is open`: a heading in mails without format. */
const STARRED = /^(?:\*{2} (?<head>[^*\n]{3,200})|(?<sign>[*_])(?<text>[^*_\n]{3,200})\k<sign>)$/u;

/** `Contact: Jane Roe, 555-0100`, above American releases. */
const CONTACT = /^(?:(?:media |press )?contacts?|kontakt|pressekontakt)\s?: ?\S.{5,200}$/iu;
/** Lines above a release. */
const MAX_LINES = 6;
const MAX_TITLE_CHARS = 200;
/** Characters of the first paragraph of a text. */
const MIN_COPY_CHARS = 60;

/** The parts of a release. */
interface ReleaseParts<Part> extends Parts<Part> {
  /** A part of several lines as one part a line. */
  readonly linesOf: (part: Part) => readonly Part[];
}

/** A release without the lines above its text, and what they say. */
export interface ReleaseHead<Part> {
  readonly copy: readonly Part[];
  readonly notes: readonly FoundNote[];
  /** Place and day, and the place alone. */
  readonly placed?: string | undefined;
  readonly place?: string | undefined;
  /** The headline, and what stands below it. */
  readonly title?: string | undefined;
  readonly subhead?: string | undefined;
}

/** True for the name of a kind of text, with its number or day: no headline. */
export const isReleaseLabel = (line: string): boolean => LABEL.test(line.trim());

/** A line without the signs that mean bold. */
export const withoutStars = (line: string): string => {
  const { head, text } = STARRED.exec(line.trim())?.groups ?? {};
  return head ?? text ?? line;
};

/** A release without the lines above its text: labels, place and day, embargo, and the headline of its subject once more. */
export function releaseHead<Part>({ all, textOf, linesOf }: ReleaseParts<Part>, headline: string): ReleaseHead<Part> {
  let parts: readonly Part[] = all;
  const notes: FoundNote[] = [];
  let placed: string | undefined;
  let at = 0;
  /** The first line of the next part, which is then a part of its own. */
  const take = (isTaken: (line: string) => boolean): string | undefined => {
    const part = parts[at];
    if (part === undefined) return undefined;
    const [first = '', ...others] = textOf(part)
      .trim()
      .split('\n')
      .map((line) => line.trim());
    if (!isTaken(first)) return undefined;
    if (others.length > 0) parts = [...parts.slice(0, at), ...linesOf(part), ...parts.slice(at + 1)];
    at += 1;
    return first;
  };
  const isAbove = (line: string) =>
    line === '' ||
    RULE.test(line) ||
    isReleaseLabel(line) ||
    isBareEmbargo(line) ||
    isTimeLine(line) ||
    CONTACT.test(line) ||
    (placed === undefined && PLACE_AND_DAY.test(line));
  for (let count = 0; count < MAX_LINES; count += 1) {
    const line = take(isAbove);
    if (line === undefined) break;
    if (PLACE_AND_DAY.test(line)) placed = line;
    else if (isBareEmbargo(line)) notes.push({ text: line, kind: 'embargo' });
    else if (CONTACT.test(line)) notes.push({ text: line, kind: 'contact' });
    else if (/\d/u.test(line) && !isTimeLine(line)) notes.push({ text: line, kind: 'nonpublic' });
  }
  const title = take((line) => isTitle(line) && (headline === '' || isSame(line, headline)));
  const isTop = title !== undefined && isText(parts.slice(at + 1), textOf);
  const subhead = isTop ? take(isTitle) : undefined;
  if (at >= parts.length) return { copy: all, notes: [] };
  const place = PLACE_AND_DAY.exec(placed ?? '')?.groups?.place;
  return {
    copy: parts.slice(at),
    notes,
    placed,
    place,
    title: title === undefined ? undefined : withoutStars(title),
    subhead: subhead === undefined ? undefined : withoutStars(subhead),
  };
}

/** True where copy follows and nothing else that may be a headline. */
function isText<Part>(parts: readonly Part[], textOf: (part: Part) => string): boolean {
  const [next = '', ...others] = parts.map((part) => textOf(part).trim()).filter(Boolean);
  return next.length >= MIN_COPY_CHARS && !others.some(isTitle);
}

/** The same headline, or one of the two with more behind it. */
function isSame(line: string, headline: string): boolean {
  const [one, other] = [normaliseText(withoutStars(line)), normaliseText(headline)];
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `) || other.endsWith(` ${one}`);
}

const isTitle = (text: string): boolean =>
  text.length <= MAX_TITLE_CHARS &&
  text.length > 3 &&
  !text.includes('\n') &&
  /^[\p{Lu}\d"„“«»'*_]/u.test(text) &&
  !/[.:,;]["”“»]?$/u.test(text);
