/** Business Wire writes the zone out: `09:00 AM Eastern Standard Time`. */
const AMERICAN = /\b(Eastern|Central|Mountain|Pacific) (?:(?:Standard|Daylight) )?Time\b/;
/** The year behind the time, as C's `asctime` and Java have it: `Fri Nov 20 10:00:00 CET 2026`. */
const YEAR_LAST =
  /^(?:\p{L}{2,9}\.?,? )?(\p{L}{3,9}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) (?:((?:[A-Z]{1,5}|[+-]\d{4})) )?(\d{4})$/u;
/** `At 1859UTC 15 July 2018`, `10:15 Uhr, 14.03.2026`, `8:30 a.m. ET on March 14, 2026`: the time before the day. */
const TIME_FIRST =
  /^(?:(?:at|um|à|a las|alle|kl\.?|om) )?(?<hour>[01]?\d|2[0-4])(?:[:.h]?(?<minute>[0-5]\d))(?::(?<second>[0-5]\d))? ?(?:uhr|hrs)?(?<half>[ap]\.?m\.?)?,? ?(?<zone>[A-Z]{1,4}|[+-]\d{2}:?\d{2})?,? (?:on |am |le |el |il |den |op )?(?<day>\D{0,12}\d.*)$/iu;
/** `2026年3月14日 10時05分`, `2026년 3월 14일 10:05`. */
const EAST_ASIAN =
  /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?:[^\d]{0,6}(\d{1,2}) ?[:时時点시] ?(\d{1,2})(?: ?[:分분] ?(\d{1,2})?)?[秒초]?)?$/u;
/** `2026/3/14`, `2026-3-14`, `2026.03.14`. */
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** `2026-03-04 9:05`. */
const SHORT_HOUR = /^(\d{4}-\d{2}-\d{2})[T ](\d)(?=:)/;
/** `14/Mar/2026:10:15:00 +0100`, as web servers log. */
const LOGGED = /^(\d{1,2})\/(\p{L}{3})\/(\d{4}):(?=\d)/u;
/** Behind a time the same in another zone: `10:12 ET (14:12 GMT)`. */
const AGAIN = /\s?\(\d{1,2}[:.]?\d{2} ?[A-Z]{2,4}\)$/u;
const ORDINAL = /(\d)(?:st|nd|rd|th|er|º|ª)(?=[\s,.])/giu;

/** What stands in front of a time: `Stand:`, `Published`, `Publié le`. */
const LABEL =
  /^(?:stand|datum|aktualisiert(?: am)?|veröffentlicht(?: am)?|erstellt(?: am)?|gesendet(?: am)?|published(?: on)?|updated(?: on)?|posted(?: on)?|issued(?: on)?|date|publié le|mis à jour le|pubblicato il|publicado el|actualizado el|gepubliceerd(?: op)?|publicerad|publisert|publiceret|udgivet)\s?:?\s?(?=\S)/iu;
const WEEKDAY =
  /^(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lun|mart|mercol|giov|ven)ed[iì]|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|måndag|mandag|tisdag|tirsdag|onsdag|torsdag|fredag|lördag|lørdag|söndag|søndag),?\s+(?:(?:den|the|le|el|il|de)\s+)?(?=\S)/iu;
/** Between a day in words and the hour. */
const CLOCK_WORD = /(?<=\d{4}),?\s(?:at|um|à|a las|alle|alle ore|ore|om|kl\.?|klokken)\s(?=\d)/iu;
/** Behind the hour. */
const HOURS = /(?<=\d)\s?(?:Uhr|uur|hrs|h)\.?$/iu;
/** `10.12` behind a day in words. */
const DOTTED_HOUR = /(?<=\p{L}\.? \d{4},? \d{1,2})\.(?=\d\d(?:\D|$))/u;

/** A written time without its label, the day of the week, and words about the hour. */
const withoutWords = (text: string): string =>
  text.replace(LABEL, '').replace(WEEKDAY, '').replace(CLOCK_WORD, ' ').replace(DOTTED_HOUR, ':').replace(HOURS, '');

/** A written time with its parts in an order that ISO 8601 or RFC 5322 knows: day before time, year first in digits. */
export function plainOrder(text: string): string {
  const turned = withoutWords(text)
    .replace(ORDINAL, '$1')
    .replace(AGAIN, '')
    .replace(AMERICAN, (_, zone: string) => `${zone.charAt(0)}T`)
    .replace(YEAR_LAST, '$2 $1 $5 $3 $4')
    .replace(LOGGED, '$1 $2 $3 ');
  const first = TIME_FIRST.exec(turned)?.groups;
  const ordered = first === undefined || !hasYear(first.day ?? '') ? turned : dayFirst(first);
  return eastAsian(ordered)
    .replace(
      YEAR_FIRST,
      (_, year: string, _sign: string, month: string, day: string) => `${year}-${two(month)}-${two(day)}`,
    )
    .replace(SHORT_HOUR, '$1 0$2');
}

function eastAsian(text: string): string {
  const [whole, year, month, day, ...clock] = EAST_ASIAN.exec(text) ?? [];
  if (whole === undefined) return text;
  const time = clock.filter((part) => part !== undefined).map(two);
  return `${year}-${two(month)}-${two(day)}${time.length > 0 ? ` ${time.join(':')}` : ''}`;
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
const hasYear = (text: string): boolean => /(?<!\d)\d{4}(?!\d)|\d[./]\d{1,2}[./]\d{2}$/.test(text);

function dayFirst({ hour, minute, second, half, zone, day }: Readonly<Record<string, string | undefined>>): string {
  const clock = [two(hour), minute, ...(second ? [second] : [])].join(':');
  return [day?.trim(), clock, half, zone?.toUpperCase()].filter(Boolean).join(' ');
}
