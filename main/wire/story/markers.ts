import type { Reference, Signal } from '../dispatch.ts';

/** What a desk's word (`KILL`, `2ND LEAD`, `(Berichtigung)`, `EIL:`) says about its dispatch. */
export interface Marker {
  readonly signal?: Signal;
  readonly status?: 'killed' | 'withheld';
  readonly relation?: Reference['relation'];
  /** 1–9. Only flashes have one. */
  readonly urgency?: number;
}

const KILL: Marker = { status: 'killed', relation: 'kills' };
const HOLD: Marker = { status: 'withheld', relation: 'holds' };
const FLASH: Marker = { signal: 'flash', urgency: 2 };
const UPDATE: Marker = { signal: 'update', relation: 'updates' };
const CORRECTION: Marker = { signal: 'correction', relation: 'corrects' };
const REPEAT: Marker = { signal: 'repeat' };
const ROUNDUP: Marker = { signal: 'roundup' };
const ADVISORY: Marker = { signal: 'advisory' };
/** Genres and the like: a marker line that is not part of the headline and says nothing about the version. */
const GENRE: Marker = {};

const ORDINAL = String.raw`(?:\d{1,2}(?:st|nd|rd|th)|(?:first|second|third|fourth))`;

/**
 * Words of desks, most of them German and English, in the order they are tried. Source: the agencies' usage (dpa: Berichtigung,
 * Aktualisierung, Wiederholung, Zusammenfassung, Achtung; dpa-AFX: ROUNDUP, WDH; AP: Ld, Writethru, Add, Sub).
 */
const TABLE: readonly (readonly [string, Marker])[] = [
  ['(?:mandatory |bulletin )?kill(?: (?:kill|story|notice|advisory))*', KILL],
  ['(?:bitte )?nicht verwenden|zurückziehung|zurückgezogen|rückruf|storno|stornierung|annullierung|annulliert', KILL],
  ['(?:story |item )?(?:withdrawn|withdrawal)|retraction|elimination', KILL],
  ['(?:please )?hold(?: (?:hold|story))*|withheld|withhold|(?:bitte )?zurückhalten|vorläufig gesperrt', HOLD],
  [
    '(?:eil|eilt|eilmeldung|blitz|blitzmeldung|vorrang-eil|flash|newsflash|snap|(?:ap )?news ?alert|apnewsalert|alerte|urgente|última hora|ultimora|hast|hastemelding|spoed)',
    FLASH,
  ],
  ['(?:urgent|bulletin|breaking(?: news)?|alert)', FLASH],
  [
    'correction|corrected|corrects|correct|corr|korrektur|korrigiert|berichtigung|berichtigt|richtigstellung|klarstellung|clarification|amended|amends|rectificatif|corrigé|corrección|rectificación|rettifica|correctie|rectificatie|rättelse|rettelse|retting|korrigering',
    CORRECTION,
  ],
  [
    `(?:${ORDINAL}[ -]?)?(?:ld|lead|leadall|net|update|upd|writethru|ld[ -]writethru|lead[ -]writethru|add|sub|insert)`,
    UPDATE,
  ],
  ['(?:update|upd) ?\\d*|updated|updates|writethru|write-thru|rewrite|neufassung', UPDATE],
  [
    '(?:aktualisierung|aktualisiert|aktualisierte fassung|ergänzung|ergänzt|neu|erweitert|präzisierung|actualisation|actualisé|mise à jour|actualización|ampliación|aggiornamento|oppdatert|uppdaterad|opdateret|ny versjon|ny version)',
    UPDATE,
  ],
  [
    '(?:refile|repeat|repeats|repetition|rpt|wdh|wiederholung|re-sending|répétition|repetición|ripetizione|herhaling|repetering|gentagelse)',
    REPEAT,
  ],
  ['(?:nachrichten|tages|wochen)?(?:zusammenfassung|überblick)|gesamtzusammenfassung|zsf', ROUNDUP],
  [
    'roundup|round-up|wrapup|wrap-up|wrap|summary|presseschau|themen des tages|papier g[ée]n[ée]ral|synthèse|resumen',
    ROUNDUP,
  ],
  ['achtung|planungshinweis|verzögerung|redaktioneller hinweis|redaktionshinweis|vorschau|vorausmeldung', ADVISORY],
  [
    'terminkalender|termine|terminmeldung|tagesvorschau|wochenvorschau|hinweis|impressum|testmeldung|dienstmeldung',
    ADVISORY,
  ],
  [
    'terminhinweise?|(?:presse|medien)?termine?|terminankündigung|(?:presse|medien)?einladung(?: (?:zum|zur) (?:presse|medien)\\p{L}{3,20})?|media advisory|photo ?call|save the date|invitation (?:presse|à la presse)|convocatoria(?: de prensa)?|invito stampa|persuitnodiging|pressinbjudan|presseinvitasjon',
    ADVISORY,
  ],
  [
    'advisory|advisory to editors|note to editors|editors note|daybook|diary|planner|schedule|budget|news ?digest',
    ADVISORY,
  ],
  [
    'extra|hintergrund|tabelle|korr-bericht|feature|analyse|analysis|interview|porträt|profile|stichwort|kommentar',
    GENRE,
  ],
  ['dokumentation|chronologie|reportage|meldung|kurzmeldung|vorabmeldung|background|preview|factbox|explainer', GENRE],
];

const SUFFIX = String.raw`(?: ?\d{1,4}(?: uhr)?)?`;
/** All of them in one pattern, because most lines are not markers. */
const ANY = new RegExp(`^(?:${TABLE.map(([words]) => words).join('|')})${SUFFIX}$`, 'iu');
const WORDS = TABLE.map(([words, marker]) => [new RegExp(`^(?:${words})${SUFFIX}$`, 'iu'), marker] as const);

function lookUp(text: string): Marker | undefined {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.!])[.!]+$/, '');
  if (words === '' || words.length > 60 || !ANY.test(words)) return undefined;
  return WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

/** True for a line that is either news of a product recall or a kill: the text decides. */
export const isRecallWord = (line: string): boolean =>
  /^\s*(?:[Rr]ückruf|[Ss]torno|[Ss]tornierung|[Aa]nnullierung)(?:\s*[.:!])?\s*$/u.test(line);

/** The marker that a whole line is (`1ST LEAD`, `(Berichtigung)`, `KILL KILL KILL`, `Achtung - Verzögerung`); undefined for other lines. */
export function lineMarker(line: string): Marker | undefined {
  const bare = line.replace(/^[\s(+*=[-]+|(?<![\s)+*=\]:-])[\s)+*=\]:-]+$/g, '');
  const parts = bare.split(/\s[-–—]\s|[,;:]\s|\s?\/\s?/);
  const [first = ''] = parts;
  const marker = lookUp(bare) ?? lookUp(first);
  // In brackets more may follow: `(Berichtigung: Name im 2. Absatz)`. Without brackets the line has to be the marker alone.
  if (
    !marker ||
    isRecallWord(line) ||
    (bare !== first && !lookUp(bare) && !/^\s*[([]/.test(line) && !parts.every(lookUp))
  )
    return undefined;
  return marker;
}

const PREFIX = /^\s*(?:\++\s*)?(?<words>[\p{L}\d][\p{L}\d /-]{1,40}?)\s*(?::|\++)\s*(?=\S)/u;
/** Reuters puts its markers in capitals before a hyphen (`UPDATE 2-Oil …`). Others only look like it: `NEU-ULM`, `KILL BILL - …`. */
const CAPITALS =
  /^\s*(?:\d{1,2}\.\s?)?(?<words>(?:UPDATE|CORRECTED|CORRECTION|REFILE|RPT|WRAPUP|URGENT|FLASH|EIL|BLITZ|EILMELDUNG|BREAKING|ALERTE|URGENTE|ULTIMORA|KORREKTUR|BERICHTIGUNG|ADVISORY|LEAD|ZUSAMMENFASSUNG|GESAMTZUSAMMENFASSUNG)(?: \d{1,4})?)(?:-(?=\S)| \(|\b[\p{Lu} ]{0,30} [-–] )/u;
const BRACKETED = /^\s*[([](?<words>[^()[\]]{2,60})[)\]]\s*|(?<!\s)\s*[([](?<tail>[^()[\]]{2,60})[)\]]\s*$/u;

/** `Brand in Lagerhalle ++ Korrektur ++`. */
const PLUSSED = /(?<=\s)\+{2,5}\s?(?<words>[^+\n]{2,40}?)\s?\+{2,5}$/u;

/** Before a colon these words are news (`Rückruf: Salmonellen in Käse`) unless in capitals. */
const NEWSWORDS =
  /^(?:alerte|urgente|hast|spoed|rückruf|storno\w*|zurückgezogen|zurückziehung|annullier\w+|hold|withheld|withdrawn|withdrawal|retraction|elimination)\b/iu;
const taken = (words = ''): Marker | undefined =>
  NEWSWORDS.test(words) && words !== words.toUpperCase() ? undefined : lookUp(words);

/** `(Foto - aktuell)`, `(mit Grafik)` behind a headline. */
const PICTURES =
  /(?<!\s)\s*\((?:mit )?(?:fotos?|photos?|bild(?:er)?|grafik(?:en)?|video|archivfoto)\b[^()]{0,40}\)\s*$/iu;

/** The marker at the start of a headline (`ROUNDUP 2: …`, `+++ EIL +++ …`, `(Korrektur) …`) or in brackets at its end. */
export function headlineMarker(headline: string): Marker | undefined {
  const prefix = PREFIX.exec(headline)?.groups?.words;
  // `WDH/KORREKTUR: …` is sent again because it is corrected.
  const parts = strongest((prefix?.split('/') ?? []).map(taken));
  const closing = PLUSSED.exec(headline)?.groups?.words;
  const found = taken(prefix) ?? parts ?? taken(closing) ?? lookUp(CAPITALS.exec(headline)?.groups?.words ?? '');
  if (found) return found;
  const groups = BRACKETED.exec(headline.replace(PICTURES, ''))?.groups;
  return lookUp(groups?.words ?? groups?.tail ?? '');
}

const CORRECTED = /^(?:(?:WDH|Wdh|RPT)\s?\/\s?)?(?:KORREKTUR|Korrektur|BERICHTIGUNG|Berichtigung)\s*(?:\+{2,}|:)\s*/u;

/** The headline without `+++` and without `EIL:` or `Korrektur:`, which the signal says. */
export function bareHeadline(headline: string): string {
  const bare = headline
    .replace(/^\s*\+{2,}\s*|(?<!\s)\s*(?<!\+)\+{2,}\s*$/g, '')
    .replace(CORRECTED, '')
    .replace(/^(?:EIL|EILT|EILMELDUNG|BLITZ|BLITZMELDUNG|Eilmeldung|Eil|FLASH)\s*(?:\+{2,}|:|\s[–-]\s)\s*/u, '')
    .trim();
  return bare || headline.trim();
}

/** The strongest of several markers (kill, hold, flash, correction …: the order of the table), with their urgency. */
export function strongest(markers: readonly (Marker | undefined)[]): Marker | undefined {
  const order = [KILL, HOLD, FLASH, CORRECTION, UPDATE, REPEAT, ROUNDUP, ADVISORY];
  const found = order.find((marker) => markers.includes(marker));
  const urgency = markers.find((marker) => marker?.urgency)?.urgency;
  return found && urgency !== undefined ? { ...found, urgency } : found;
}
