import type { FoundNote } from '../../story/facts.ts';

/** Characters. A longer paragraph is no furniture. */
const MAX_CHARS = 2_000;
/** Paragraphs above the copy among which a banner may stand. */
const MAX_TOP = 2;

const BANNER =
  /^\W*(?:caution|warning|achtung|vorsicht|external|extern|attention)\b.{0,80}\b(?:originated|outside|external|externe[nrsm]?|außerhalb|extérieur)\b/isu;
const SENT_FROM =
  /^(?:von meinem .{2,30} gesendet|gesendet (?:von|mit) .{2,40}|sent from (?:my )?.{2,30}|envoyé de(?:puis)? mon .{2,30}|enviado desde mi .{2,30}|.{0,30}(?:denken sie an die umwelt|please consider the environment|pensez à l.environnement|think before you print|schonen sie die umwelt|s'il vous plaît, pensez).{0,120}|inviato da .{2,30}|verzonden vanaf mijn .{2,30}|(?:get|holen sie sich) outlook (?:for|für) .{2,20})$/iu;
const SECRET =
  /\b(?:confidential|privileged|vertrauliche?n?|confidentiel(?:le)?s?|riservat[aeio]|confidencial(?:es)?|vertrouwelijk)\b/iu;
const ADDRESSEE = /\b(?:recipients?|addressee|adressat|empfänger|destinataires?|destinatari[oa]|geadresseerde)\b/iu;

const isDisclaimer = (text: string): boolean => SECRET.test(text) && ADDRESSEE.test(text);

/** What mail systems and programs add to a text: banners for mail from outside, confidentiality notices, `Sent from my phone`. */
export function withoutFurniture<Part>(
  parts: readonly Part[],
  textOf: (part: Part) => string,
): { copy: readonly Part[]; notes: readonly FoundNote[] } {
  const texts = parts.map((part) => textOf(part).trim());
  const isShort = (at: number) => (texts[at] ?? '').length <= MAX_CHARS;
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const banners = new Set(filled.slice(0, MAX_TOP).filter((at) => isShort(at) && BANNER.test(texts[at] ?? '')));
  const copy = filled.filter((at) => !banners.has(at));
  const isBelow = (at: number) => isShort(at) && (isDisclaimer(texts[at] ?? '') || SENT_FROM.test(texts[at] ?? ''));
  // Never the whole text.
  const below = new Set(copy.slice(1).filter(isBelow));
  const noted = [...banners, ...below].sort((one, other) => one - other);
  return {
    copy: parts.filter((_, at) => !banners.has(at) && !below.has(at)),
    notes: noted.map((at) => ({ text: texts[at] ?? '', kind: 'nonpublic' })),
  };
}

/** RFC 9580 §7: the frame and the signature of a clear-signed text. */
export function withoutArmour(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() === '-----BEGIN PGP SIGNED MESSAGE-----');
  if (start < 0) return lines;
  const text = lines.findIndex((line, at) => at > start && line.trim() === '');
  const end = lines.findIndex((line, at) => at > start && line.trim() === '-----BEGIN PGP SIGNATURE-----');
  const last = lines.findIndex((line, at) => at > end && line.trim() === '-----END PGP SIGNATURE-----');
  if (text < 0 || end < text || last < 0) return lines;
  const own = lines.slice(text + 1, end).map((line) => line.replace(/^- (?=-)/, ''));
  return [...lines.slice(0, start), ...own, ...lines.slice(last + 1)];
}
