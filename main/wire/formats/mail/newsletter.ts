/** Characters. A longer paragraph is copy that mentions a newsletter. */
const MAX_FURNITURE_CHARS = 320;
/** Blocks or lines above the copy. */
const MAX_TOP = 6;

const VIEW_ONLINE =
  /\b(?:in|im|on|dans|nel|en) (?:your |the |a |ihrem |votre |tuo |su )?(?:web ?)?(?:browser|navigateur|navegador)\b|\b(?:online|web)[- ]?(?:version|ansicht)\b|\b(?:view|read) (?:it |this (?:e-?mail |newsletter )?)?online\b|\bversione? (?:en ligne|online)\b|\bnicht (?:richtig|korrekt) (?:angezeigt|dargestellt)\b/i;
const FOOTER =
  /\bunsubscribe\b|^copyright ©.{0,120}all rights reserved|^our mailing address is|^want to change how you receive|\bupdate your preferences\b|\bmanage (?:your )?(?:preferences|subscriptions?)\b|\bhat ihnen (?:dieser|unser|der) newsletter gefallen\b|\bkeine (?:weiteren )?(?:informationen|e-?mails|newsletter|nachrichten) mehr (?:erhalten|bekommen)\b|^impressum(?: \| datenschutz.{0,60})?$|\bopt[- ]out\b|\bnewsletter (?:abbestellen|abmelden)\b|\babbestellen\b|\bvom newsletter abmelden\b|\bhier abmelden\b|\babmelden:? https?:|\bdésabonner\b|\bdésinscrire\b|\bdarse de baja\b|\bdisiscri|\bannulla l.iscrizione\b|\b(?:uitschrijven|afmelden|afmelding)\b|\b(?:avregistrera|avprenumerera|avmeld|frameld)|\byou (?:are receiving|received|get) this (?:e-?mail|newsletter|message)\b|\bsie erhalten diese[ns]? (?:newsletter|e-?mail|mail|nachricht)\b|\bvous recevez (?:cet|ce|cette) /i;
/** An address behind a word, by which a mail program counts who follows it. */
const TRACKED =
  /\s?[(<]https?:\/\/(?=[^\s()<>]{0,2000}(?:click|track|list-manage|mailchi\.mp|sendgrid|utm_|redirect|\/ls\/|newsletter))[^\s()<>]{1,2000}[)>]/giu;

/** A line without addresses that only count readers. */
export const withoutTracking = (line: string): string => line.replace(TRACKED, '');

const NETWORKS =
  /^(?:(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|mastodon|bluesky|threads|whatsapp|xing|telegram)(?::\s?https?:\/\/\S{1,200})?(?:[\s|·•,/–-]+|$))+$/i;

/**
 * A newsletter without its furniture: `copy` lacks the offer to view it in the browser and rows of social networks; the `footer`
 * begins with why and how to unsubscribe. Blocks or lines, of which `textOf` gives the text.
 */
export function copyOf<Part>(
  parts: readonly Part[],
  textOf: (part: Part) => string,
): { copy: readonly Part[]; footer: readonly Part[] } {
  const texts = parts.map((part) => textOf(part).trim());
  const matches = (at: number, pattern: RegExp) =>
    (texts[at] ?? '').length <= MAX_FURNITURE_CHARS && pattern.test(texts[at] ?? '');
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const top = new Set(filled.slice(0, MAX_TOP).filter((at) => matches(at, VIEW_ONLINE)));
  // A footer stands below copy: never the first text that is left, and in the lower half.
  const lower = filled.filter((at) => !top.has(at)).slice(Math.max(1, Math.floor(filled.length / 2) - 1));
  const end = lower.find((at) => matches(at, FOOTER)) ?? parts.length;
  const isCopy = (_: Part, at: number) => at < end && !top.has(at) && !matches(at, NETWORKS);
  const footer = parts.filter((_, at) => at >= end && !matches(at, NETWORKS));
  return { copy: parts.filter(isCopy), footer };
}
