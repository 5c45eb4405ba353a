import { hasAddress } from '../../text/release-contact.ts';

/** Characters of a line of an address. */
const MAX_LINE_CHARS = 90;
/** `12345 Sandau`, `HRB 1234`. */
const OFFICE = /(?<!\d)\d{4,5} \p{Lu}\p{Ll}|\b(?:HRB|USt-?Id|Geschäftsführ|Handelsregister)/iu;
/** `Ort: Rathaus, 12345 Sandau`: when and where something takes place. */
const ABOUT_EVENT =
  /^(?:was|wann|wo|ort|zeit|termin|datum|beginn|uhrzeit|treffpunkt|adresse|eintritt|preise?|öffnungszeiten|tickets?|karten|anmeldung\p{L}*|what|when|where|date|time|venue|location|quand|où|lieu|heure|cuándo|dónde|lugar|hora|quando|dove|luogo)(?!\p{L})/iu;

/** True for a paragraph that is the address of a sender and nothing else: at least two lines, no sentence. */
export function isCard(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.length > 1 &&
    // Below a heading stand contacts that are found in every text.
    !/:$|^original-content/iu.test(lines[0] ?? '') &&
    lines.every((line) => line.length <= MAX_LINE_CHARS && !/[!?;]$|\p{Ll}{4}\.$/u.test(line)) &&
    !lines.some((line) => ABOUT_EVENT.test(line)) &&
    (hasAddress(text) || OFFICE.test(text))
  );
}

const MAX_SENTENCE_CHARS = 300;
const CONTACT =
  /^(?:(?:für|bei) (?:weitere[nr]? |nähere[nr]? |allgemeine[nr]? )?(?:rück)?(?:fragen|informationen|auskünften?|interviews?(?:wünschen?|anfragen?)?)\b.{0,120}(?:steh|wende|erreich|kontakt|zur verfügung|melde)|(?:wenn|sollten) sie .{0,60}(?:fragen|interesse).{0,80}(?:wende|melde|steh|kontakt)|(?:for|if you have) .{0,80}(?:questions?|information|interviews?|enquiries).{0,40}(?:contact|call|email|e-mail|get in touch)|pour (?:toute|plus d).{0,120}(?:contact|joign|adress))/iu;

/** Who answers for a text, by German press law. */
const RESPONSIBLE = /^v\.? ?i\.? ?s\.? ?d\.? ?p\.?(?![\p{L}])/iu;

/** `Für Rückfragen steht Ihnen Anna Brook unter 0123 555 zur Verfügung.` */
export const isContactSentence = (text: string): boolean =>
  text.length <= MAX_SENTENCE_CHARS &&
  (RESPONSIBLE.test(text) || (CONTACT.test(text) && /\d{3}|\S@\S|zur verfügung|gern/iu.test(text)));
