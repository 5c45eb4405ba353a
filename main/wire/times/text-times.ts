import { BERLIN, fullYear, type WallTime, zonedTime } from './times.ts';

/** A time found in running text: the moment, the text, and whether it had an hour. */
export interface FoundTime {
  readonly iso: string;
  readonly raw: string;
  readonly hasHour: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mae: 3, mai: 5, okt: 10, dez: 12, jän: 1 };

/** 1–12 from an English or German month name or abbreviation of three letters or more, in any case. */
export function monthNumber(name: string): number | undefined {
  const key = name.toLowerCase().slice(0, 3);
  const index = MONTHS.indexOf(key);
  return index >= 0 ? index + 1 : GERMAN[key];
}

/** Months in other languages, for times written by programs; as words they are too common to look for in running text. */
const OTHERS: Readonly<Record<string, number>> = {
  ene: 1,
  gen: 1,
  fév: 2,
  fev: 2,
  mrt: 3,
  maa: 3,
  avr: 4,
  abr: 4,
  mag: 5,
  mei: 5,
  maj: 5,
  giu: 6,
  lug: 7,
  ago: 8,
  aoû: 8,
  aou: 8,
  set: 9,
  ott: 10,
  out: 10,
  dic: 12,
  déc: 12,
  sty: 1,
  lut: 2,
  kwi: 4,
  cze: 6,
  lip: 7,
  sie: 8,
  wrz: 9,
  paź: 10,
  lis: 11,
  gru: 12,
  des: 12,
  juin: 6,
  juil: 7,
};

/** {@link monthNumber}, also from French, Spanish, Italian, Portuguese, Dutch, Polish and Scandinavian names. */
export const foreignMonth = (name: string): number | undefined =>
  monthNumber(name) ?? OTHERS[name.toLowerCase().slice(0, 3)] ?? OTHERS[name.toLowerCase().slice(0, 4)];

// Zone names that wires print (RFC 5322, 4.3, and European feeds). Ambiguous ones (IST, BST) are read as agencies mean them.
const ZONES: Readonly<Record<string, string>> = {
  GMT: 'UTC',
  UTC: 'UTC',
  UT: 'UTC',
  Z: 'UTC',
  WET: 'UTC',
  WEST: 'UTC+1',
  EET: 'UTC+2',
  EEST: 'UTC+3',
  MSK: 'UTC+3',
  MEZ: 'UTC+1',
  CET: 'UTC+1',
  MESZ: 'UTC+2',
  CEST: 'UTC+2',
  BST: 'UTC+1',
  EST: 'UTC-5',
  EDT: 'UTC-4',
  ET: 'America/New_York',
  CST: 'UTC-6',
  CDT: 'UTC-5',
  MST: 'UTC-7',
  MDT: 'UTC-6',
  PST: 'UTC-8',
  PDT: 'UTC-7',
  JST: 'UTC+9',
  AEST: 'UTC+10',
  AEDT: 'UTC+11',
  ACST: 'UTC+9:30',
  ACDT: 'UTC+10:30',
  AWST: 'UTC+8',
  NZST: 'UTC+12',
  NZDT: 'UTC+13',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  AST: 'UTC-4',
  ADT: 'UTC-3',
  AKST: 'UTC-9',
  AKDT: 'UTC-8',
  HST: 'UTC-10',
  BRT: 'UTC-3',
  ART: 'UTC-3',
  SAST: 'UTC+2',
  EAT: 'UTC+3',
  TRT: 'UTC+3',
  IDT: 'UTC+3',
  PKT: 'UTC+5',
  IST: 'UTC+5:30',
  ICT: 'UTC+7',
  WIB: 'UTC+7',
  HKT: 'UTC+8',
  SGT: 'UTC+8',
  PHT: 'UTC+8',
  KST: 'UTC+9',
};

/** The zone that letters stand for, as luxon understands it; undefined for unknown letters. */
export const namedZone = (letters: string): string | undefined => ZONES[letters.toUpperCase()];

/** {@link zonedTime} which also takes two-digit years; in Berlin if no zone is given. */
export const wallTime = (wall: WallTime, zone: string = BERLIN): string | undefined =>
  zonedTime({ ...wall, year: fullYear(wall.year) }, zone);

const GERMAN_DATE =
  /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)(?:(?:\s*[-–—,|/]\s*|\s+|\s+um\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?!\d)(?:\s*Uhr\b)?)?/gu;

/** The time matched by a pattern with groups for day, month, year, hour, minute and second. */
function timeIn(match: RegExpExecArray, month: number): (FoundTime & { at: number }) | undefined {
  const [raw = '', day, , year, hour, minute, second] = match;
  const iso = wallTime({
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  });
  return iso ? { iso, raw, hasHour: hour !== undefined, at: match.index } : undefined;
}

/** Every `03.12.2025 - 16:30:43`, `22.01.26 10:07 Uhr`, `28.12.2015` of a line that exists in the calendar, with its offset. */
export function germanDates(line: string): (FoundTime & { at: number })[] {
  const found: (FoundTime & { at: number })[] = [];
  // Not matchAll, which clones the pattern each time.
  GERMAN_DATE.lastIndex = 0;
  for (let match = GERMAN_DATE.exec(line); match; match = GERMAN_DATE.exec(line)) {
    const time = timeIn(match, Number(match[2]));
    if (time) found.push(time);
  }
  return found;
}

const MONTH_NAME =
  'Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Jän|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez';
const WRITTEN_DATE = new RegExp(
  String.raw`(?<!\d)(\d{1,2})\.\s?(${MONTH_NAME})\.?\s+(\d{4})(?!\d)(?:(?:\s*[-–—,|/]\s*|\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?!\d)(?:\s*Uhr\b)?)?`,
  'u',
);

/** The first `12. März 2026 - 14:05 Uhr` of a line that exists in the calendar, with its offset. */
export function writtenDate(line: string): (FoundTime & { at: number }) | undefined {
  const match = WRITTEN_DATE.exec(line);
  return match ? timeIn(match, monthNumber(match[2] ?? '') ?? 0) : undefined;
}
