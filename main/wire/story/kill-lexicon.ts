import { NUMBERING_LETTERS } from '../agencies/agency.ts';

/** Words of these sources as a whole, in any case. `\b` knows no letters beyond ASCII. */
const words = (...sources: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${sources.join('|')})(?![\p{L}\d])`, 'iu');

/** What only agencies number. Articles, texts and items with a number are parts of laws and goods as well. */
const DISPATCH_SOURCE = [
  '(?:eil|blitz|kurz|vorab|agentur|sport|[a-z]{2,5}-)?(?:meldung|nachricht|bericht|depesche)(?:en|s|es)?',
  'stor(?:y|ies)|dispatch(?:es)?|take|news ?alert|alerts?',
  'dépêches?|papier|alerte|noticia|nota|despacho|alerta|teletipo|notizia|lancio|dispaccio|flash',
  'telegram(?:met)?|nyhet(?:en)?|nyhed(?:en)?|melding(?:en)?|nieuwsbericht',
].join('|');
/** What kills call their target. After a preposition it is the source of some news: `nach einem Bericht`. */
const NOUN_SOURCE = [
  '(?:eil|blitz|kurz|vorab|agentur|sport|[a-z]{2,5}-)?(?:meldung|nachricht|bericht|beitrag|artikel|depesche|text|fassung)(?:en|s|es)?',
  'stor(?:y|ies)|items?|dispatch(?:es)?|articles?|reports?|take|news ?alert|alerts?|copy',
  'dépêches?|papier|texte|alerte|information',
  'noticia|nota|despacho|información|texto|alerta|teletipo',
  'notizia|lancio|dispaccio|testo|articolo|flash',
  'telegram(?:met)?|nyhet(?:en)?|nyhed(?:en)?|melding(?:en)?|artikeln|nieuwsbericht|notícia|despacho',
].join('|');
const SAID = String.raw`(?:nach|laut|gemäß|aus|bei|to|after|in|selon|según|secondo)\s(?:(?:dem|der|den|einem|einer|the|a|an|une?|una?)\s)?`;
export const NOUN = words(`(?<!(?<![\\p{L}])${SAID})(?:${NOUN_SOURCE})`);

const USE_DE =
  '(?:verwend|benutz|nutz|veröffentlich|verbreit|send|druck|publizier|übernehm|bring|aufrechterhalt)(?:en|et|bar)';
export const KILLS = words(
  'zurückgezogen|zurückzuziehen|zurückgenommen|widerruf(?:en|t|e)|gestrichen|streichen|stornier(?:t|en|e)|annullier(?:t|en|e)|hinfällig|gegenstandslos',
  'rückzug|zurückziehung|widerruf|streichung|rückruf|storno|stornierung|annullierung',
  String.raw`(?:zieht|ziehen)(?=\s[^.!?\n]{0,160}\szurück(?!\p{L}))`,
  `nicht (?:mehr |weiter |länger )?(?:zu )?${USE_DE}`,
  String.raw`${USE_DE}(?=\s[^.!?\n]{0,120}\snicht(?!\p{L}))`,
  'kill(?:s|ed)?|withdraw(?:n|s|al|ing)?|retract(?:ed|s|ion|ing)?|annul(?:led|s)?|eliminated?|elimination|spiked?|disregard|recall(?:ed)?|cancel(?:l?ed|lation)?',
  '(?:do|must|should|may|can) not (?:be )?(?:use|used|publish|published|run|broadcast|distribute|distributed)|not for use',
  'annul(?:e(?:nt)?|er|é|ée|és|ées|ez|ons|ation)|retir(?:e(?:nt)?|er|é|ée|és|ées|ez|ons)|retrait|supprim(?:e(?:nt)?|er|é|ée|és|ées|ez|ons)|suppression',
  'ne (?:pas|plus) (?:utiliser|publier|diffuser|employer|reprendre|tenir compte)|ne (?:doit|doivent) (?:pas|plus) être',
  'se (?:anulan?|retiran?|suprimen?)|si (?:annulla(?:no)?|ritira(?:no)?)|anul(?:ar|an?|en|e|ada|ado|adas|ados|amos|ación)|retir(?:ar|an?|en|ada|ado|adas|ados|amos)|suprim(?:ir|an|ida|ido|imos)|supresión|sin efecto',
  'no (?:usar|utilizar|publicar|difundir|emplear|usen|utilicen|publiquen|difundan)|no debe (?:usarse|utilizarse|publicarse|difundirse)',
  'annull(?:a(?:no)?|are|ata|ato|ate|ati|iamo|amento)|ritir(?:a(?:no)?|are|ata|ato|ate|ati|iamo)|ritiro|cestinare',
  'dras tillbaka|dragits tillbaka|dragen tillbaka|återkallas|återkallad|tillbakadragning|inte (?:använda|publicera|använd)|får inte (?:användas|publiceras)|använd inte',
  'trekkes tilbake|trukket tilbake|tilbaketrekking|trækkes tilbage|trukket tilbage|tilbagetrækning|annuller(?:es|t|ing)|må ikke (?:brukes|bruges|publiseres|publiceres|benyttes)|ikke (?:bruk|brug|bruke|bruge)',
  'ingetrokken|intrekken|intrekking|niet (?:te )?(?:gebruiken|publiceren|verspreiden)|não (?:usar|utilizar|publicar|divulgar)|anulação|sem efeito',
  'non (?:usare|utilizzare|pubblicare|diffondere|tenere conto)|non (?:va|deve essere) (?:usata|usato|utilizzata|utilizzato|pubblicata|pubblicato)',
);
/** Other things are deleted as well, such as messages of swindlers. */
export const DELETES = words(
  'löschen|gelöscht|löschung|delete[ds]?|remove[ds]?|effacer|effacée?|eliminar|eliminen|eliminada|eliminare|eliminata|cancellare|cancellata',
);
export const HOLDS = words(
  'zurückhalten|zurückgehalten|zurückzuhalten|zurückhaltung',
  String.raw`(?:halten|hält)(?=\s[^.!?\n]{0,160}\szurück(?!\p{L}))`,
  String.raw`(?:sperren|gesperrt|sperrung)(?!\s(?:bis|until)\s[^.\n]{0,30}\d)`,
  'vorerst nicht|vorläufig nicht|zunächst nicht|hold|on hold|withhold|withheld',
  'suspendre|suspendue?s?|en attente|retenir|retenue?s?',
  'retener|retenid[ao]s?|suspender|suspendid[ao]s?|en espera',
  'sospendere|sospes[ao]|trattenere|trattenut[ao]|in attesa',
);
/** Any of them: one expression instead of three, because most sentences have none. */
export const ORDERS = new RegExp([KILLS, DELETES, HOLDS].map(({ source }) => source).join('|'), 'iu');
/** A story that may be sent later is held, even if it must not be used now. */
export const FOR_NOW = words(
  'bis auf weiteres|vorerst|vorläufig|zunächst|until further notice|for now|jusqu.à nouvel (?:ordre|avis)|hasta nuevo aviso|fino a nuov[ao] (?:avviso|comunicazione|ordine)',
);
export const ASKS = words(
  'bitte|bitten|gebeten|muss|müssen|ist zu|sind zu|please|must|mandatory|asked|requested',
  'vänligen|ber er|ombeds|vennligst|venligst|bedes|gelieve|verzoeken?|solicitamos',
  'prière|merci de|veuillez|priés?|prions|se ruega|rogamos|por favor|si prega|si pregano|preghiamo|pregasi|pregati|per favore',
);
/** The agency itself: `Wir ziehen unsere Meldung zurück`. */
export const OURS = words('unsere[nrms]?|our|notre|nos|nuestr[ao]s?|nostr[ao]|nostri|nostre');
/** The same at the start: `Wir widerrufen die Meldung`. */
export const WE = /^\W{0,4}(?:wir|we|nous|vi)(?!\p{L})/iu;
/** A part of a text that is deleted from it: a correction. */
export const PART = words(
  'absatz|absätze|satz|sätze|wort|wörter|zeile|name|zahl|grafs?|paragraphs?|sentences?|words?|lines?|paragraphe|phrase|mots?|párrafo|frase|palabra|paragrafo|parola',
);
export const HOUR = /(?<![\d.:])\d{1,2}(?:[.:h]\d{2}|\s?uhr|\s?h)(?!\d)/iu;

const GREETING =
  'dringend|wichtig|achtung|attention|important|note|notice|hinweis|avis|aviso|avviso|atención|attenzione|advisory|urgent|urgente';
const DESKS =
  'redaktionen|redaktionshinweis|redaktioneller hinweis|editors?|eds|news ?desks?|subscribers|clients|rédactions?|abonnés|redacciones|redactores|abonados|redazioni|abbonati';
/** A line that speaks to the desks: `Achtung Redaktionen: …`, `Note to editors`, `Avis aux abonnés`. */
export const ADDRESS = new RegExp(
  String.raw`^\W{0,4}(?:(?:${GREETING})\W{1,3}){0,2}(?:(?:an|to|aux|à|ai|a|für|for|die|alle|all|les|las|los|le)\s){0,2}(?:${DESKS})(?!\p{L})`,
  'iu',
);
/** A line that starts by asking: `Bitte Meldung nicht verwenden`. */
export const STARTS_ASKING =
  /^\W{0,4}(?:bitte|please|prière de|merci de|veuillez|se ruega|rogamos|si prega|pregasi|gelieve|vänligen|vennligst|venligst)(?!\p{L})/iu;
/** A line that starts with a warning: `Achtung: bdt0831 nicht verwenden`. */
export const WARNS = new RegExp(String.raw`^\W{0,4}(?:${GREETING})\s?[:!–—-]`, 'iu');
const LABELS =
  'rückzug|zurückziehung|zurückgezogen|widerruf|widerrufen|streichung|gestrichen|rückruf|storno|stornierung|annullierung|(?:mandatory )?kill|withdrawal|withdrawn|retraction|cancellation|annulation|retrait|suppression|anulación|anulação|retirada|annullamento|ritiro|tillbakadragning|tilbaketrekking|tilbagetrækning|annullering|intrekking';
/** `Rückzug: …`, `WITHDRAWN - …`, `Annulation : …` in front of what is killed. */
export const LABEL = new RegExp(
  String.raw`^\W{0,4}(?:(?:achtung|attention|atención|attenzione|wichtig|urgent)\W{1,3})?(?:\p{L}{2,4}-)?(?:${LABELS})\s?(?::|\s[–—-])\s`,
  'iu',
);
/** The same in brackets, in front of the headline of what is killed or behind it. */
export const BRACKET_LABEL = new RegExp(
  String.raw`^\W{0,3}[([](?:${LABELS})[)\]]\s*|\s?[([](?:${LABELS})[)\]]\s*$`,
  'iu',
);
/** A line of nothing else, or with the agency's letters: `dpa-Rückruf`. */
export const BARE_LABEL = new RegExp(String.raw`^\W{0,4}(?:\p{L}{2,4}-)?(?:${LABELS})\W{0,3}$`, 'iu');
/** News of what somebody else takes back. */
export const REPORTED = words(
  'teilten?|sagten?|berichteten?|meldeten?|erklärten?|hieß es|heißt es|laut|zufolge|said|says|told|announced|according',
  'a annoncé|a indiqué|a déclaré|selon|dijo|anunció|informó|según|ha detto|ha annunciato|ha comunicato|secondo',
);
/** `Die Meldung von 14.20 Uhr …`, `This story …`: the sentence speaks of a certain dispatch. */
export const THIS_DISPATCH = new RegExp(
  String.raw`^\W{0,4}(?:die|diese|unsere|wir ziehen (?:die|diese|unsere)|the|this|our|la|cette|notre|esta|nuestra|questa|nostra)\s(?:[^.!?]{0,60}\s)?(?:${DISPATCH_SOURCE})(?!\p{L})`,
  'iu',
);

/** `Rückzug der Meldung „…“`, `Withdrawal of story “…”` and nothing more. */
export const RECALL_OF =
  /^\W{0,4}(?:rückzug|zurückziehung|widerruf|streichung|stornierung|annullierung|withdrawal|retraction|cancellation|annulation|retrait|suppression|anulación|retirada|annullamento|ritiro) (?:der|des|einer|eines|of|of the|de la|del?|della|dello|delle)\s[^.!?]{3,200}[“”"«»]\s*$/iu;

/** A dispatch by its number: `dpa 0831`, `bdt0157`, `Meldung Nr. 412`, `story V9991`. A bare number may be a year. */
export const NUMBERED: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\d])(?:${NUMBERING_LETTERS})[ -]?[A-Z]?\d{3,5}(?!\d)`, 'iu'),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:${DISPATCH_SOURCE})\s(?:(?:nr|no|n°|nº|num|nummer|number|numéro|número|numero)\.?\s?(?:[a-z]{2,5}[ -]?)?|(?:[a-z]{2,5}[ -]?)?(?!(?:19|20)\d\d(?!\d)))[A-Z]?\d{3,5}(?!\d)`,
    'iu',
  ),
  // AP's transmission numbers.
  /(?<![\p{L}\d])V\d{4}(?!\d)/u,
];
/** Inside brackets, also the letters of agencies that no table knows. */
export const NUMBERED_IN_BRACKETS = /(?<![\p{L}\d])[a-z]{2,5} ?\d{3,5}(?!\d)/u;
