import { withoutEmbargo } from '../../story/embargo-headline.ts';
import type { FoundNote } from '../../story/facts.ts';
import { lineMarker } from '../../story/markers.ts';
import type { Relation } from './forwarded.ts';
import { isReleaseLabel } from './release-head.ts';

/** Marks of replies and of forwarding, and of mail from outside, in front of a subject. */
const FORWARD = /^(?:fwd?|wg|tr|rv|vb|i|doorst)\s?:\s*(?=\S)/iu;
const REPLY = /^(?:re|aw|antw|sv|vs|vl|rép|ré|odp)\s?(?:\[\d{1,2}\])?:\s*(?=\S)/iu;
const OUTSIDE = /^\[?(?:ext|extern|external|externe?)(?:\]|:)\s*(?=\S)/iu;
/** `[presse-l]`, `[PM 045/2026]`. */
const TAG = /^\[(?<tag>[^\][\n]{1,40})\][\s:–-]*(?=\S)/u;
const RELEASE_TAG = /^(?:presse|press|medien|media|pm|mm|pi|cp|ots|news)(?![\p{L}])/iu;
/** `***EILT***`, `+++ Eilmeldung +++`. */
const SHOUT = /^[*+!]{2,5}\s?(?<words>[^*+!\n]{2,60}?)\s?[*+!]{2,5}[\s:–-]*(?=\S)/u;
/** What press offices call their mail, in front of its headline. */
const LABEL =
  /^(?:(?:gemeinsame |aktuelle |neue )?(?:presse|medien)(?:mitteilung|information|info|meldung|aussendung|erklärung)|presse-?info|(?:press|media|news) (?:release|statement)|communiqu[eé](?: de presse)?|comunicado(?: de prensa)?|nota de prensa|comunicato(?: stampa)?|persbericht|pressmeddelande|pressemelding|pressemeddelelse|ots|pm|mm|ndp)(?![\p{L}\d])(?:,? ?(?:nr\.?|no\.?|n°)? ?\d[\d./-]{0,12})?(?:\s?[:|]|\s[-–—]{1,2})\s*(?=\S)/iu;
/** `PM Partei Nord: …`, `Medienmitteilung Bank Nord AG: …`: the name in front of the headline stays. */
const LABEL_AND_NAME =
  /^(?:PM|MM|PI|CP|Pressemitteilung|Medienmitteilung|Presseinformation|Medieninformation)(?: (?:Nr\.? ?)?\d[\d./-]{0,12})? (?=\p{Lu}[\p{L}\d .&-]{1,60}: ?\S)/u;

/** `Zurückziehung: Medienmitteilung …`: a press office takes its release back. */
const WITHDRAWN =
  /^(?:rückzug|zurückziehung|zurückgezogen|widerruf|rückruf|ungültig|retraction|withdrawal|withdrawn|retrait|retirada|ritiro|intrekking|tilbakekalt|återkallad)\s?:?\s(?:(?:der|unserer|of|our|du|de|della|van) )?(?:(?:presse|medien|press|media|news)[ -]?(?:mitteilung|information|meldung|release|statement)|communiqué|comunicado|comunicato|nota de prensa|persbericht)(?!\p{L})/iu;

/** A subject without what mail programs, lists and press offices put around its headline. */
export interface Subject {
  /** Empty where the subject only names the kind of text. */
  readonly headline: string;
  /** The subject without marks of replies and lists. */
  readonly whole: string;
  readonly relation: Relation;
  /** Words of the desk in front: `EILT`. */
  readonly markers: readonly string[];
  readonly notes: readonly FoundNote[];
}

/** Reads a decoded subject. `isList`: the mail comes from a mailing list, whose name stands in front. */
export function readSubject(subject: string, isList: boolean): Subject {
  const markers: string[] = [];
  let relation: Relation;
  let text = subject.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    if (FORWARD.test(text)) relation = 'forward';
    else if (REPLY.test(text)) relation ??= 'reply';
    text = text.replace(FORWARD, '').replace(REPLY, '').replace(OUTSIDE, '');
    const tag = TAG.exec(text)?.groups?.tag ?? '';
    const isMarker = tag !== '' && lineMarker(tag) !== undefined;
    if (isMarker) markers.push(tag);
    if (isMarker || RELEASE_TAG.test(tag) || (tag !== '' && isList)) text = text.replace(TAG, '');
    const words = SHOUT.exec(text)?.groups?.words;
    if (words !== undefined && lineMarker(words) !== undefined) {
      markers.push(words);
      text = text.replace(SHOUT, '');
    }
  }
  const whole = text;
  if (WITHDRAWN.test(whole)) markers.push('ZURÜCKGEZOGEN');
  const named = text.replace(LABEL, '').replace(LABEL_AND_NAME, '');
  const { headline, embargo } = withoutEmbargo(named);
  const bare = headline.replace(LABEL, '').replace(LABEL_AND_NAME, '');
  return {
    headline: isReleaseLabel(bare) ? '' : bare,
    whole,
    relation,
    markers,
    notes: embargo === undefined ? [] : [{ text: embargo, kind: 'embargo' }],
  };
}

/**
 * The headline of a mail: its subject, or the one above the text where that says more or the subject only names the kind of
 * text, else `others`.
 */
export function headlineOf(
  subject: Subject,
  title: string | undefined,
  ...others: readonly (string | undefined)[]
): string | undefined {
  const printed = title !== undefined && title.length > subject.headline.length ? title : undefined;
  return (
    printed ??
    (subject.headline || others.find((text) => text !== undefined && text !== '') || subject.whole || undefined)
  );
}
