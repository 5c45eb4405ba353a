import { agencyTime } from '../../agencies/agency-time.ts';
import { type Block, blockText, type RichText } from '../../dispatch.ts';
import { namesOf } from '../../text/byline.ts';

/** What lines of a page say that are none of its text: when and by whom, and what else there is to read, to buy or to click. */

/** How long it takes to read. */
const READING_TIME =
  /^(?:lesedauer|lesezeit|reading time|temps de lecture|tempo di lettura|tiempo de lectura|leestijd|lästid|lesetid|læsetid)\b|\b\d{1,2}[ -]?min(?:uten?|utes?|ut[io]s?|uter|utter|\.)?(?: (?:read|lesezeit|lesedauer|di lettura|de lecture|de lectura|leestijd|lesetid))?\.?$/iu;
/** A date among other words, as in `Jule Petersen, 02.04.2026`. */
const DATE_IN_LINE =
  /\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{4}|\d{1,2}(?:\.|er)? (?:de )?\p{L}{3,9}\.?(?: de)? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\p{L}{3,9} \d{1,2}, \d{4}/u;
/** `3 hours ago`, `vor 3 Stunden`, `Online seit heute, 11.04 Uhr`. */
const AGO =
  /^(?:(?:updated|aktualisiert|update:?|zuletzt aktualisiert) )?(?:\d{1,2} (?:min(?:ute)?s?|hours?|days?|weeks?) ago|vor (?:\d{1,2}|einer|einem) (?:minuten?|stunden?|tag(?:en)?)|il y a \d{1,2} .{3,10}|hace \d{1,2} .{3,10}|\d{1,2} (?:uur|minuten|dagen) geleden|online seit (?:heute|gestern).{0,60}|(?:heute|gestern|today|yesterday|i dag|i går),? (?:um |at |kl\.? )?\d{1,2}[:.]\d{2}(?: uhr)?)$/iu;
const LABEL =
  /^(?:stand|aktualisiert(?: am)?|veröffentlicht(?: am)?|erstellt(?: am)?|publiziert(?: am)?|zuletzt (?:aktualisiert|geändert)(?: am)?|datum|published(?: on)?|(?:last )?(?:updated|modified)(?: on)?|posted(?: on)?|publié le|mis à jour le|modifié le|pubblicato il|aggiornato(?: il| alle)?|publicado el|actualizado(?: el)?|gepubliceerd(?: op)?|bijgewerkt(?: op)?|update|publicerad|uppdaterad|publisert|(?:sist )?oppdatert|publiceret|opdateret)\s*:?\s+/iu;
/** Behind a date: `, modifié le …`, `(Update: 12.10 Uhr)`. */
const SENTENCE_END = /[.!?]["”“»]?$/u;
/** Whose picture it is, or how the author works. */
const CREDIT =
  /^(?:getty images|reuters|afp|pa media|epa|ap|dpa|imago(?: images)?|picture alliance|shutterstock|(?:rubriklisten|symbol|archiv|artikel|aufmacher)bild:? .{2,80}|(?:foto|bild|photo|image|quelle)(?:rechte|nachweis)?:\s?.{2,80}|.{0,60}(?:quelle|foto|bild|photo|credit)\s?: ?[^.!?:]{2,40})$/iu;
const JOB =
  /^(?:journalist|reporter|editor|correspondent|redakteur(?:in)?|korrespondent(?:in)?|redaktion)$|^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3},?\s.{0,30}(?:correspondent|reporter|editor|journalist|producer|redakteur(?:in)?|korrespondent(?:in)?|reporterin|autorin?)$/iu;

/** True for a line that says whose a picture is. */
export const isCredit = (text: string): boolean => CREDIT.test(text.trim());

/** Who wrote it, when, and how long it takes to read, joined by dots and bars. */
export function isMeta(text: string): boolean {
  if (DATE_IN_LINE.test(text) && (!SENTENCE_END.test(text) || READING_TIME.test(text))) return true;
  return text
    .split(/[·•|\n]/u)
    .map((part) => part.trim())
    .every(
      (part) =>
        READING_TIME.test(part) ||
        AGO.test(part) ||
        CREDIT.test(part) ||
        JOB.test(part) ||
        namesOf(part.replace(/^(von|by):/iu, '$1')) !== undefined ||
        isDate(part) ||
        isButton(part),
    );
}

/** True for a line of nothing but a time, with or without a word before it. */
function isDate(text: string): boolean {
  if (
    LABEL.test(text) &&
    (AGO.test(text.replace(LABEL, '')) || /^.{0,20}\d{1,2}[:.]\d{2}(?: uhr)?$/iu.test(text.replace(LABEL, '')))
  )
    return true;
  const bare = text
    .replace(LABEL, '')
    .replace(/[,|]\s*(?=\d{1,2}[:.]\d\d)/u, ' ')
    .replace(/(?<!\s)\s+Uhr$/iu, '')
    .trim();
  return /\d{4}|\d:\d\d/u.test(bare) && agencyTime(bare).iso !== undefined;
}

/** Headings of boxes with other articles. */
const OTHERS =
  /^(?:mehr (?:zum thema|zu diesem thema|lesen|dazu|aus .{3,30}|von .{3,30})(?: [^.!?]{2,40})?|zum thema|empfehlungen|unsere empfehlungen|lesen sie auch|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|(?:weitere|aktuelle|neueste) (?:themen|artikel|meldungen|nachrichten|beiträge|videos)(?:: .{2,60})?|meistgelesen\w*|verwandte (?:themen|artikel|inhalte)|schlagwort\w*|themen|related(?: (?:stories|articles|topics|content|coverage))?|read (?:more|also|next)|more (?:on this(?: story)?|from .{1,40}|stories)|most (?:read|popular)|you (?:may|might) also like|recommended|topics|tags|lire aussi|sur le même sujet|leer más|más información|noticias relacionadas|leggi anche|articoli correlati|lees ook|meer over .{2,40}|läs (?:också|mer)|les også|læs også|mer om .{2,40})\s*:?$/iu;
/** Above links only: `Links:`, `Weitere Informationen`. */
const LINKS =
  /^(?:links?|weitere informationen|weiterführende (?:links|informationen)|downloads?|zum herunterladen|dokumente|further information|useful links|liens(?: utiles)?|enlaces|link utili)\s*:?$/iu;

const MAX_HEADING_CHARS = 90;

/** True for the heading of a box of links; `next`: what stands below it. */
export function isBoxHeading(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'heading' && block.type !== 'paragraph') return false;
  const text = block.text.trim();
  if (text.length > MAX_HEADING_CHARS) return false;
  return OTHERS.test(text) || (LINKS.test(text) && next !== undefined && isLinked(next));
}

const BUTTON =
  /^(?:-{0,3}\s?)(?:anzeige|werbung|advertisement|publicité|pubblicità|publicidad|annons|annonse|advertentie|zur startseite|nach oben|seitenanfang|back to top|(?:artikel |seite |beitrag )?(?:teilen|drucken|merken|versenden|vorlesen|anhören|kommentieren|speichern)|share(?: this)?|save|print|copy link|link kopieren|copiar enlace|feedback|audio abspielen|jetzt anhören|listen|kommentare?|comments?|\d{1,4} (?:kommentare?|comments?)|(?:per )?e-?mail(?: teilen)?|facebook|twitter|x|whatsapp|telegram|linkedin|fenster schließen|close window|compartir(?: en \p{L}+)?|partager(?: sur \p{L}+)?|condividi(?: su \p{L}+)?|deel dit artikel|delen|del(?:a)?(?: artikeln)?|folgen|follow|abonnieren|skip (?:to|advertisement).{0,30}|zum inhalt springen|fehler gefunden\? (?:jetzt |hier )?melden|dieses video kann nicht abgespielt werden|this video can ?not be played|dieser artikel ist älter als .{3,20})(?:\s?-{0,3})[.!]?$/iu;

const AD =
  /^\W{0,4}(?:anzeige|werbung|advertisement|publicité|pubblicità|publicidad|annons|annonse|advertentie)\W{0,4}$/iu;

/** True for the words on a button: `Teilen`, `Copy link`. */
const isButton = (text: string): boolean => BUTTON.test(text.trim());

const MAX_PROMOTION_CHARS = 220;
/** What leads away from the text; the sign in front is often an arrow. */
const AWAY =
  /^(?:[^\p{L}\d"„“«»]{1,4}\s*)?(?:lesen sie (?:auch|hier|dazu|mehr)|lesetipp|mehr (?:zum thema|dazu|lesen)|auch interessant|read (?:more|also|next)|see also|related|more on this|watch|lire aussi|à lire|leggi anche|lea también|lees ook|läs också|les også)(?![\p{L}])\s?[:–-]?/iu;
const SHARE =
  /^(?:teilen sie diese[nms]? (?:artikel|beitrag|text)|(?:diesen )?artikel (?:teilen|drucken|merken|versenden)|share this (?:article|story|page)|sign up (?:to|for) our newsletters?|subscribe to our newsletters?|newsletter abonnieren|partager (?:cet|l.)article|condividi (?:questo )?articolo|compartir (?:este )?artículo|(?:click|tap) here to (?:get|download|sign).{0,60}|sigue toda la información .{5,160})\W{0,3}$/iu;
const CHANNEL =
  /(?:whatsapp|telegram)[- ]?kanal|newsletter (?:abonnieren|anmelden)|google news|push[- ]nachrichten|sign up (?:to|for)|jetzt (?:abonnieren|anmelden)|\bour (?:free )?(?:app|newsletter|podcast)\b|\bbreaking news email\b|newsletter semanal/iu;

/** A line that sells or leads to something else, in the middle of a text: with a link, or nothing but such words. */
export function isPromotion(block: Block): boolean {
  if (block.type === 'list')
    return (
      block.items.every(({ text }) => isButton(text)) ||
      (block.items.length === 1 && isLinked(block) && CHANNEL.test(blockText(block)))
    );
  if (block.type !== 'paragraph' && block.type !== 'heading') return false;
  const text = block.text.trim();
  if (text.length > MAX_PROMOTION_CHARS) return false;
  const hasLink = block.marks?.some((mark) => mark.kind === 'link') ?? false;
  // A heading of one word may be one of the text: `Folgen`.
  const isButtons = block.type === 'heading' ? AD.test(text) : text.split(/[\n|]/u).every(isButton);
  return isButtons || SHARE.test(text) || (hasLink && (AWAY.test(text) || CHANNEL.test(text)));
}

/** Where only subscribers read on. */
const PAYWALL =
  /^(?:jetzt weiterlesen(?: mit .{2,30})?|weiterlesen mit .{2,30}|(?:dieser|der) (?:artikel|beitrag|inhalt) ist (?:nur )?für (?:abonnenten|abonnentinnen|plus|registrierte).{0,80}|sie möchten weiterlesen\?.{0,80}|exklusiv für .{2,40}abonnenten.{0,40}|(?:already|sie haben bereits|vous êtes déjà|¿ya (?:eres|tiene)).{0,30}(?:abo(?:nnement)?|abonné|subscriber|suscriptor|suscripción)\??.{0,30}|il vous reste [\d.,]{1,5} ?% de cet article à lire.{0,80}|(?:cet )?article réservé aux abonnés.{0,40}|(?:subscribe|register|sign in) (?:now )?to (?:continue|keep|read).{0,40}|this (?:article|content) is for (?:our )?subscribers.{0,40}|para seguir leyendo.{0,60}|contenuto riservato agli abbonati.{0,40}|questo articolo è riservato .{0,40}|lees verder met .{2,40}|(?:för att läsa vidare|les videre med).{0,60})$/iu;

/** True for the line of a page below which only subscribers read on. */
export const isPaywall = (block: Block): boolean =>
  (block.type === 'paragraph' || block.type === 'heading') &&
  block.text.length <= MAX_PROMOTION_CHARS &&
  PAYWALL.test(block.text.trim());

/** What a newsroom changed later. */
const AMENDED =
  /^(?:this (?:article|story|piece|report) (?:was|has been) (?:amended|corrected|updated) .{3,}|(?:correction|clarification|editor.s note|korrektur|berichtigung|anmerkung(?: der redaktion)?|hinweis der redaktion|transparenzhinweis|rectificatif|erratum|fe de erratas|corrección|correzione|rettelse|rättelse)\s?:.{5,}|in einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags) .{5,}|an earlier version of this (?:article|story) .{5,}|une version précédente de cet article .{5,})$/isu;
const MAX_NOTE_CHARS = 600;

/** True for a paragraph that says what was corrected in the text above it. */
export const isAmendment = (text: string): boolean => text.length <= MAX_NOTE_CHARS && AMENDED.test(text.trim());

const PICTURE =
  /^(?:(?:rubriklisten|symbol|archiv|artikel|aufmacher|titel|vorschau)?bild(?:er|rechte|nachweis|quelle)?|fotos?|photos?|images?|illustration)\s?: ?.{2,120}$/iu;
/** True for a line below an article with the origin of its picture. */
export const isPictureLine = (text: string): boolean => PICTURE.test(text);

const SIGNED =
  /^(?:red(?:aktion)?[,/ ].{0,60}agenturen|.{2,40} (?:mit agenturen|avec (?:AFP|Reuters|agences?)(?: et .{2,30})?|con agencias)|(?:door|von|par|by): ?[\p{L} /.-]{2,40}|\(?mit (?:agentur)?material (?:von|der) .{2,60}\)?)$/iu;
/** True for a line below an article that says whose work it is: `Le Courrier avec AFP`, `Door: ANP`. */
export const isSignature = (text: string): boolean => text.length <= 80 && SIGNED.test(text);

/** True for a block of which every word is a link. */
export function isLinked(block: Block): boolean {
  if (block.type === 'list') return block.items.every(isLink);
  return 'marks' in block && isLink(block);
}

function isLink({ text, marks = [] }: RichText): boolean {
  const links = marks.filter((mark) => mark.kind === 'link');
  const linked = links.reduce((sum, mark) => sum + mark.to - mark.from, 0);
  // `Von` before a linked author, a sign before a linked title, bars between links.
  return linked > 0 && linked >= text.length - 6 - 3 * (links.length - 1);
}
