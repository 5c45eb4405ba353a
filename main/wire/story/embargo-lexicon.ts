import { isTimeWord } from '../agencies/time-line.ts';

/** In front of the word: `Achtung Sperrfrist`, `Strengstens unter Embargo`, `Sous embargo`. */
const LEAD =
  '(?:(?:achtung|wichtig|bitte|mit|unter|strengstens|streng(?:es|em)?|strikt(?:es|em)?|strictly|strict|under|attention|sous|strictement|bajo|estricto|sotto|onder|strengt)[^\\p{L}\\n]{1,4}){0,3}';
const LABEL = 'sperrfrist|sperrvermerk|embargo(?:ed)?|embargad[oa]|gesperrt|klausul(?:ert|eret)';
const UNTIL = 'bis|until|till|jusqu|hasta|fino|tot|til';
/** Signs around a line: `++`, `***`, `!!!`. */
const SIGNS = '[^\\p{L}\\n]{0,8}';

// At the start of a line, followed by what an embargo needs; or in words that no story about an embargo uses.
export const SENTENCE = new RegExp(
  [
    String.raw`(?:(?:^|\n)${SIGNS}(?:`,
    String.raw`${LEAD}(?:${LABEL})(?!\p{L})(?=\s{0,3}(?::|-\s|!|(?:${UNTIL})(?!\p{L})|für(?!\p{L})[^\n]{0,40}\d|to(?!\p{L})\s(?:\d|\p{L}{3,6}day)|\p{L}{2,6}tag(?!\p{L})|mittwoch|\d|\())`,
    String.raw`|for release\b(?!\s+(?:immediate|at will|on receipt))(?=[^\n]{0,40}\d)|release (?:time|date)\s?:(?=[^\n]{0,40}\d)`,
    String.raw`|frei (?:für|ab)(?!\p{L})(?=[^\n]{0,40}(?:\d|tags?(?:ausgabe|zeitung)))|frei zur veröffentlichung(?=[^\n]{0,40}\d)`,
    String.raw`|nicht zur veröffentlichung vor(?!\p{L})(?=[^\n]{0,40}\d)`,
    String.raw`)|\b(?:sperrfrist|sperrvermerk)\s*:|\b(?:under (?:strict )?embargo|embargoed) (?:until|till|for)\b`,
    String.raw`|\bfrei (?:ab|zur veröffentlichung(?: ab)?)(?:\s*:)?\s*\d{1,2}[.:]|\bnot for (?:publication|release|broadcast)(?: or \p{L}{3,12})? (?:before|until)\b`,
    String.raw`|\bhold for release\b|\bnot to be (?:published|used) before\b)[^\n]{0,160}`,
  ].join(''),
  'giu',
);

/** News without a readable time: `Embargo: EU stoppt Importe`, `Gesperrt bis Montag: A7`. Desks write in capitals. */
export const NEWS = /^\W*(?:Embargo|embargo|Gesperrt|gesperrt|Frei|frei)\b[^\p{L}\d]*(?:\p{L}|\d)/u;
/** The same with a day: `Embargo: EU verlängert Sanktionen bis 15. März`. */
export const DATED_NEWS = /^\W*(?:Embargo|embargo|Gesperrt|gesperrt|Frei|frei|Sperrfrist)\b/u;
/** What an embargo may wait for instead of a time; or it names a day and nothing else. In doubt it is an embargo. */
export const WAITS =
  /\b(?:rede\w*|\p{L}*beginn\w*|\p{L}*ende|schluss|veröffentlich\w*|freigabe|\p{L}*tags?(?:ausgabe|zeitung)\p{L}*|publication|release\w*|delivery|delivered|embargo(?:ed)? (?:until|till|bis)(?! (?:19|20)\d\d\b)|notice)\b|^\W*(?:gesperrt|embargo) bis (?!(?:19|20)\d\d\b)[^:]{1,40}$/iu;

/** A line that states an embargo, with a time. */
export const STATED = new RegExp(
  String.raw`^${SIGNS}(?:${LEAD}(?:embargo(?:ed)?|embargad[oa]|gesperrt (?:bis|für)|klausul(?:ert|eret))|frei (?:ab|für|zur)|(?:not )?for release|release (?:time|date)|not for publication|nicht zur veröffentlichung|veröffentlichung frei)(?!\p{L})`,
  'iu',
);
export const SPERRFRIST = new RegExp(String.raw`^${SIGNS}${LEAD}(?:sperrfrist|sperrvermerk)(?!\p{L})`, 'iu');

/** An embargo that goes on behind its time: `SPERRFRIST: 17. März 2026, 18.00 Uhr, Redebeginn`, `EMBARGOED UNTIL 0001 GMT 14 MARCH - check against delivery`. */
export const LABELLED = new RegExp(
  String.raw`^${SIGNS}(?:${LEAD}(?:sperrfrist|sperrvermerk)\s*(?::|!|\d|bis\b|für(?!\p{L})|\p{L}{2,6}tag\b|mittwoch\b)|(?:veröffentlichung )?frei (?:ab|für|zur)\s|${LEAD}embargoed\b|${LEAD}embargad[oa]\b|${LEAD}embargo (?:${UNTIL})|embargo\s*:|${LEAD}klausul(?:ert|eret)\b|release (?:time|date)\s?:|nicht zur veröffentlichung vor|not for (?:publication|release|broadcast)(?: or \p{L}{3,12})? (?:before|until)\b)`,
  'iu',
);

/** Words of a line that states a time, besides days, months and zones. */
const BARE_WORD =
  /^(?:sperr\w+|gesperrt|frei|embargo(?:ed)?|embargad[oa]|klausul\p{L}+|streng\p{L}*|strikt\p{L}*|strict(?:ly|ement)?|estricto|unter|under|sous|bajo|sotto|onder|mit|not|nicht|vor|dem|zum|zur|for|release|veröffentlichung|publication|broadcast|or|and|und|oder|until|till|before|to|bis|ab|jusqu|au|aux|hasta|fino|al|alle|tot|til|time|horas|heures|heure|heute|morgen|für|alle[nr]?|\p{L}*medien|media|\p{L}+tags?(?:ausgaben?|zeitung(?:en)?|presse)|ausgaben?|\p{L}*zeitungen|redaktionen|today|tomorrow|midnight|noon|achtung|wichtig|attention|bitte|beachten)$/iu;

/** True for a word of a line that states an embargo and nothing else. */
export const isBareWord = (word: string): boolean => BARE_WORD.test(word) || isTimeWord(word);
