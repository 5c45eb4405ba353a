import { AGENCY_LETTERS, DASHLESS_LETTERS, LOWER_LETTERS, UPPER_LETTERS } from '../agencies/agency.ts';
import type { Note } from '../dispatch.ts';

/** A paragraph below a text: what it matches, and the kind of note that it is. */
type FootLine = readonly [RegExp, Note['kind']];

/** Letters of an agency alone, framed as agencies do: `EFE`, `(©NTB)`, `==Kyodo`, `BELGA/OBR`, `(ats/ob)`, `The AP`. */
const LETTERS = new RegExp(
  String.raw`^(?:The )?(?:--? ?)?[(/=]{0,2}©?\s?(?:${AGENCY_LETTERS}|${UPPER_LETTERS})(?:[/-]\p{L}{1,5}){0,3}\s?[)/]?\.?$|^[(/]©?(?:${LOWER_LETTERS}|${DASHLESS_LETTERS})(?:[/-]\p{L}{1,5}){0,3}[)/]\.?$`,
  'u',
);
/** `./.OBR/`, `OBR/ABC/` (Belga), `obr/ abc/` (PAP), `abc obr` (ČTK), `ABC (OBR) // MMU` (Lusa), `mf` (PA): initials of who worked on the text. */
const INITIALS =
  /^(?:\.\/\.?[A-Z]{2,4}(?:\/[A-Z]{0,4}){0,3}|(?:[a-zäöü]{2,4}\/ ?){1,4}|(?:[A-Z]{2,4}\/){2,4}|[a-z]{2,3}(?: [a-z]{2,3})?|[A-Z]{2,5}(?: ?[(/][A-Z]{2,5}\)?)? \/\/ [A-Z]{2,5}\.?)$/u;
/** `(Schluss) obr/abc`, `(FIN)`, `Enditem`, `NNNN`. */
const END = /^(?:\((?:Schluss|FIN|Fin|fin)\)(?:\s[\p{L}\d/*+-]{1,20})?|Enditem(?:\/[A-Z]{2,3}|\.)?|NNNN|\(END\))$/u;
/** `14-MAR-26 10:12 NNNN`, `141010 mar 26`: the time of a message without its frame. */
const TIME = /^(?:\d{1,2}-\p{L}{3}-\d{2} \d{1,2}:\d{2}|\d{6} (?:[A-Z]{3,4} )?\p{L}{3} \d{2})(?: NNNN)?$/u;
/** `KNA - qelmnx-89-00017`: the number under which KNA files its text. */
const FILED = /^\p{Lu}{2,4} - [a-z]{3,8}-\d{2}-\d{4,6}$/u;
/** `(foto) (video)`, `(With picture)`: what else there is. */
const MEDIA =
  /^(?:\((?:with |con |mit |avec )?(?:fotos?|photos?|pictures?|v[ií]deos?|audios?|bild(?:er)?|gr[aá]fic[os]?|grafik)\)\s?){1,4}$/iu;
const CREDITED = [
  'Reporter(?:in)?:|Bericht(?:et)? von|Berichte? von|Redaktion:|Bearbeitung:|Mitarbeit:',
  'Reportage (?:de|par)|Rédigé par|Rédaction|Édité par|Version française|Par |Avec ',
  'Reporte |Reportaje |Información de|Editado |Traducido |Redacción |Escrito ',
  'By \\p{Lu}|A cura di|Redazione|Tradotto |Scritto |in redazione|Verslag|Geschreven|Rapportering|Skrevet |Skriven ',
].join('|');
/** Who worked on a text, in brackets: `(Reporter: Anna Brook, redigiert von Ole Brandt)`, `(Reportage de Jane Roe, édité par …)`. */
const CREDITS = new RegExp(String.raw`^\((?:${CREDITED})[^\n]{3,300}\)$`, 'u');
/** `Associated Press writer Ole Brandt in Nordbucht contributed to this report.` */
const CONTRIBUTED =
  /^\p{Lu}[^\n]{5,260}\bcontributed (?:to (?:this|the) (?:report|story|article|dispatch)|reporting)\b[^\n]{0,80}$/u;
/** `Ole Brandt reported from Nordbucht.`, `This report by The Canadian Press was first published March 14, 2026.` */
const REPORTED =
  /^(?:(?:Associated Press|AP) (?:[a-z]{3,12} ){0,3})?\p{Lu}[\p{L}.'’-]{1,20}(?:,? (?:and )?\p{Lu}[\p{L}.'’-]{0,20}){0,8} reported from \p{Lu}[^\n.]{2,80}\.(?: [^\n]{3,200} contributed\b[^\n]{0,80})?$|^This (?:report|article|story|content)[^\n]{3,80} (?:was )?(?:first|originally) published [^\n]{4,60}$/u;
/** `Quelle: dpa`, `Keywords: HARBOUR/SANDAU`, `Dies ist eine Agenturmeldung.` */
const ORIGIN =
  /^(?:(?:Quellen?|Source|Fuente|Fonte|Bron|Kilde|Källa)\s?:\s?\S[^\n.!?]{1,60}|Keywords:\s[A-Z\d][A-Z\d /()&.,-]{2,120}|Dies(?:er Text)? ist eine (?:Agentur|dpa|AFP)[-]?[Mm]eldung\.?)$/u;
/** `(Attention, précise au 2e par)`: what is new, below the text. */
const NEWS = /^\((?:Attention|ATTENTION|ATTN|Atención|Achtung|Attenzione)[,:!]? [^()\n]{3,300}\)$/u;

/** `(00/0412/14.03.2026)` (epd), `(2026/03/14-19:12)` (Jiji): number and day. */
const STAMP = String.raw`\((?:\d{2}/)?\d{3,5}/\d{1,2}\.\d{1,2}\.\d{4}\)|\(\d{4}/\d{2}/\d{2}-\d{2}:\d{2}\)`;
const STAMPED = new RegExp(`^(?:${STAMP})$`, 'u');
/** `(GRAFIK 0123-26, 88 x 60 mm)`, `(AVISO: Pressekonferenz …)`, `(S E R V I C E - www.example.com)`: what APA sends with a text. */
const OFFERS =
  /^\((?:(?:[A-ZÄÖÜ] ){3,14}[A-ZÄÖÜ]|GRAFIK|Grafik|AVISO|BILDAVISO|FOTOS?|BILD(?:ER)?|VIDEOS?|SERVICE|ALTERNATIVE|Redaktionelle Hinweise?)(?!\p{L})[^()\n]{0,300}\)(?: \([^()\n]{3,300}\)){0,3}$/u;
/** `Hinweis: Fotos finden Sie …`, `Internet: www.example.com`. */
const FINDS =
  /^\(?(?:Im )?Internet(?:adressen?)?\s?:\s?[^\s)]{4,120}\)?$|^(?:Hinweis|Achtung|Service|Redaktioneller Hinweis)\s?: (?:Fotos?|Bild(?:er|material)?|Grafik(?:en)?|Videos?|Audios?|O-Töne)(?!\p{L})[^\n]{3,300}$/u;
/** `AP NFL: https://…`, `More AP college basketball: …`, below a rule. */
const AP_PAGES = /^(?:More |Full )?AP [\p{L}\d&' .-]{2,50}: ?https?:\/\/\S{4,120}(?: and https?:\/\/\S{4,120})?$/u;

/** `View source version on businesswire.com: …`, `(END) Dow Jones Newswires`. */
const SERVICE =
  /^(?:View (?:the )?source version on [^\n]{5,160}|To view (?:the source version|this release)[^\n]{5,200}|\(END\) Dow Jones Newswires[^\n]{0,40})$/u;
/** Who issued a release of PR Newswire and its like; in other texts such a line is a sentence. */
export const ISSUER = /^SOURCE:? \p{Lu}[^\n]{1,100}$/u;
export const RELEASED =
  /\/\s?(?:PR ?Newswire|CNW|GlobeNewswire)[^/\n]{0,40}\/|\((?:GLOBE ?NEWSWIRE|Newsfile[^()]{0,20}|ACCESS ?WIRE)\)/iu;

const NETWORKS =
  '(?:Twitter|X|Facebook|Instagram|Threads|Bluesky|Mastodon|LinkedIn|TikTok|YouTube|Telegram|WhatsApp|social media)';
/** `Follow Jane Roe on Twitter: @janeroe`, `Folgen Sie uns auf Facebook`. */
const FOLLOW = new RegExp(
  String.raw`^(?:(?:You can )?(?:[Ff]ollow|[Ff]ind|[Ll]ike|Join) [^\n]{1,80} (?:on|at) ${NETWORKS}\b[^\n]{0,120}|Folgen? (?:Sie|Du|Ihr) [^\n]{1,60} (?:auf|bei) ${NETWORKS}\b[^\n]{0,120}|(?:On )?${NETWORKS}\s?: ?(?:@|https?:)\S{2,80})$`,
  'u',
);
/** `Write to Jane Roe at jane.roe@example.com`, `To contact the reporter on this story: …`. */
const WRITE =
  /^(?:Write to|To contact the (?:reporters?|editors?|authors?|journalists?|writers?)|Contact the (?:reporters?|authors?|writers?|newsroom)|E-?mail the (?:reporters?|authors?)|\(?Our editorial staff can be reached)\b[^\n]{2,240}$|^\S{2,60}@\S{2,60}\.[a-z]{2,10}$/u;
/** `((anna.brook@example.com; …))`: how Reuters gives its customers the author's contact. */
const REUTERS_CONTACT = /^\(\([^\n]{3,300}\)\)$/u;

const MORE = [
  'es folgt [^\\n]{3,120}|(?:weitere|mehr) (?:informationen|details|einzelheiten|meldungen)? ?(?:folgen|folgt|in kürze)[^\\n]{0,40}',
  '(?:eine )?(?:ausführliche |aktualisierte )?(?:zusammenfassung|fassung|meldung) (?:folgt|geplant|bis)[^\\n]{0,60}|fortsetzung folgt|eine? (?:beitrag|bericht|meldung|zusammenfassung|fassung|korr|porträt|feature) (?:folgt|bis)[^\\n]{0,60}',
  'die [^\\n]{3,40} sendet (?:in kürze|gleich|den abend über) [^\\n]{3,80}',
  '\\(?more to (?:follow|come)\\)?|\\(more\\)|mtf|more details to follow|(?:this is a )?(?:developing|breaking) (?:news )?story[^\\n]{0,120}|check back for updates[^\\n]{0,60}',
  'plus d.informations? (?:à suivre|à venir)|(?:développements|détails) (?:à suivre|suivent)|más información en breve|(?:habrá|seguirá) ampliación|segue|seguono (?:aggiornamenti|dettagli)|meer volgt|mer (?:följer|følger)|mere (?:følger|på vej)',
].join('|');
/** `Achtung: Es folgt bis 1800 eine Zusammenfassung`, `More to follow`: what the desk sends next. */
const FOLLOWS = new RegExp(
  String.raw`^\W{0,4}(?:(?:achtung|hinweis|attention|note)\s?[:–-]\s?)?(?:${MORE})[.!…)]{0,3}$`,
  'iu',
);

/** Paragraphs below a text that are for desks or sign it, in the order they are tried. */
export const FOOT_LINES: readonly FootLine[] = [
  [LETTERS, 'nonpublic'],
  [INITIALS, 'nonpublic'],
  [END, 'nonpublic'],
  [TIME, 'nonpublic'],
  [FILED, 'nonpublic'],
  [STAMPED, 'nonpublic'],
  [MEDIA, 'nonpublic'],
  [OFFERS, 'editor'],
  [FINDS, 'editor'],
  [AP_PAGES, 'editor'],
  [CREDITS, 'nonpublic'],
  [CONTRIBUTED, 'nonpublic'],
  [SERVICE, 'nonpublic'],
  [REPORTED, 'nonpublic'],
  [ORIGIN, 'nonpublic'],
  [NEWS, 'editor'],
  [FOLLOW, 'contact'],
  [WRITE, 'contact'],
  [REUTERS_CONTACT, 'contact'],
  [FOLLOWS, 'editor'],
];

/** At the end of the last sentence: `… dijo el alcalde. EFE`, `… said. PTI ABC`, `… waiting. Enditem`, `… Auftrag./abc/obr` (dpa-AFX). */
export const CLOSING_MARK = new RegExp(
  String.raw`(?<=[.!?]["”“»’']?)(?: (?:(?:\((?:${AGENCY_LETTERS}|${UPPER_LETTERS})(?:[/-]\p{L}{1,5}){0,3}\)\.?|(?:${UPPER_LETTERS})(?: [A-Z]{2,4}){0,5}|Enditem\.?|${STAMP})|(?:[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}){1,3}))|(?:/[a-zäöü]{2,4}(?:/[A-Za-zÄÖÜäöü]{2,4}){0,4}))$`,
  'u',
);
