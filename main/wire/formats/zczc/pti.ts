import { wallTime } from '../../times/text-times.ts';
import type { ZczcFields } from './dialect.ts';

/** `PRI ESPL NAT`: how urgent, and for which desks. */
const ROUTING = /^[A-Z]{2,5}(?: [A-Z]{2,5}){1,5}$/u;
/** `.KOCHI DES1`: where from, and the desk's own number. */
const ORIGIN = /^\.(?<place>[A-Z][A-Z. -]{1,30}?) (?<number>[A-Z]{2,4}\d{1,4})$/u;
const SLUG = /^[A-Z\d][A-Z\d '&/.,-]{2,60}$/u;
/** `… they said. PTI ABC`: the author's initials; those of the editors follow on separate lines. */
const AUTHOR = /^(?<text>.*?)\s?(?<sign>PTI(?: [A-Z]{2,4}){1,4})$/u;
const EDITORS = /^[A-Z]{2,4}(?: [A-Z]{2,4}){0,3}$/u;
const TIME = /^\d{8}$/u;

/**
 * The Press Trust of India between `ZCZC` and `NNNN`: routing, origin, slug, headline, text, initials, and month, day and time.
 * Undefined for every other dialect.
 */
export function ptiFields(lines: readonly string[]): ZczcFields | undefined {
  const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  const line = (row: number | undefined) => (lines[row ?? -1] ?? '').trim();
  const [routing, origin, slug] = rows;
  const groups = ORIGIN.exec(line(origin))?.groups;
  if (!groups || !ROUTING.test(line(routing))) return undefined;
  const hasSlug = SLUG.test(line(slug));
  const headline = rows[hasSlug ? 3 : 2];
  if (headline === undefined) return undefined;
  const { text, time } = signed(lines.slice(headline + 1));
  return {
    headline: line(headline),
    ...(hasSlug ? { slug: line(slug) } : {}),
    ...(groups.place ? { place: groups.place } : {}),
    ...(groups.number ? { number: groups.number } : {}),
    ...(time ? { time } : {}),
    source: 'PTI',
    keywords: line(routing).split(' '),
    tabular: false,
    text,
  };
}

/** The text with its initials on one line at the end, and the time below them. */
function signed(lines: readonly string[]): { text: readonly string[]; time?: string } {
  const kept = [...lines];
  const initials: string[] = [];
  let time: string | undefined;
  for (let last = kept.at(-1)?.trim(); last !== undefined; last = kept.at(-1)?.trim()) {
    if (TIME.test(last)) time ??= last;
    else if (EDITORS.test(last) && !AUTHOR.test(last)) initials.unshift(last);
    else if (last !== '') break;
    kept.pop();
  }
  const author = AUTHOR.exec(kept.at(-1) ?? '')?.groups;
  const text = author
    ? [...kept.slice(0, -1), author.text ?? '', '', [author.sign, ...initials].join(' ')]
    : [...kept, ...initials];
  return { text, ...(time ? { time } : {}) };
}

/** `11201405`, in the year that makes it the latest time before the file was written. India has one time zone. */
export function ptiTime(raw: string, receivedAt: string): { iso: string; raw: string } | undefined {
  if (!TIME.test(raw)) return undefined;
  const [month = 0, day = 0, hour = 0, minute = 0] = [0, 2, 4, 6].map((at) => Number(raw.slice(at, at + 2)));
  const inYear = (year: number) => wallTime({ year, month, day, hour, minute, second: 0 }, 'Asia/Kolkata');
  const year = new Date(receivedAt).getUTCFullYear();
  const iso = inYear(year);
  const isAhead = iso !== undefined && Date.parse(iso) > Date.parse(receivedAt) + 24 * 3600 * 1000;
  const past = isAhead ? inYear(year - 1) : iso;
  return past ? { iso: past, raw } : undefined;
}
