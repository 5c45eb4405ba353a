import { foreignMonth, namedZone } from '../times/text-times.ts';
import { agencyTime } from './agency-time.ts';

/** Words in front of a time and between its parts. */
const WORD =
  /^(?:stand|datum|date|aktualisiert|veröffentlicht|erstellt|gesendet|published|updated|posted|issued|publié|mis|jour|pubblicato|publicado|actualizado|gepubliceerd|publicerad|publisert|publiceret|udgivet|at|on|op|am|pm|a|p|m|um|à|le|las|el|de|del|ore|alle|il|om|kl|klokken|den|the|of|uhr|uur|hrs|hours|h|t|st|nd|rd|th|eastern|central|mountain|pacific|standard|daylight|time)$/iu;
const WEEKDAY =
  /^(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lun|mart|mercol|giov|ven)ed[iì]|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|måndag|mandag|tisdag|tirsdag|onsdag|torsdag|fredag|lördag|lørdag|söndag|søndag|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)$/iu;
/** Months in words, not words that begin like one (`Marktplatz`, `Augen`). */
const MONTH =
  /^(?:jan(?:uar[iy]?|v(?:ier)?|ner|uary)?|jän(?:ner)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruar[iy]?|er|braio|rero)?|fév(?:rier|r)?|mar(?:ch|s|zo|ts|ca)?|mär(?:z)?|mrz|maart|mrt|apr(?:ile?)?|avr(?:il)?|abr(?:il)?|ma[iy]|mag(?:gio)?|mayo|mei|maj|jun[ie]?|juin|junio|giu(?:gno)?|jul[iy]?|juil(?:let)?|julio|lug(?:lio)?|aug(?:ust(?:us|i)?)?|août|ago(?:sto)?|sep(?:t(?:ember|embre|iembre)?)?|set(?:tembre)?|okt(?:ober)?|oct(?:ober|obre|ubre)?|ott(?:obre)?|nov(?:ember|embre|iembre)?|dez(?:ember)?|dec(?:ember)?|déc(?:embre)?|dic(?:embre|iembre)?|des(?:ember)?)$/iu;
const MAX_CHARS = 70;

/** The month a word is, in whole or as it is shortened; undefined for words that only begin like one. */
export const monthOf = (word: string): number | undefined => (MONTH.test(word) ? foreignMonth(word) : undefined);

/** True for words of times, in the languages of the agencies. */
export const isTimeWord = (word: string): boolean =>
  WORD.test(word) || WEEKDAY.test(word) || namedZone(word) !== undefined || monthOf(word) !== undefined;

/** True for a line of nothing but a time, in words or digits, with its year: `Samstag, 14. März 2026, 10.12 Uhr`, `Publié le 14 mars 2026 à 10h12`. */
export function isTimeLine(line: string): boolean {
  const text = line.trim();
  if (text.length > MAX_CHARS || !/(?<!\d)(?:19|20)\d\d(?!\d)/u.test(text)) return false;
  return (text.match(/\p{L}+/gu) ?? []).every(isTimeWord) && agencyTime(text).iso !== undefined;
}
