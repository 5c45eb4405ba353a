import { type AgencyTime, type Clocks, timeBy } from '../agencies/agency-time.ts';
import { dayIn } from '../text/dateline.ts';
import { foreignMonth } from '../times/text-times.ts';

/** Milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;
/** Nearer days say less than when it arrived: what is written in the evening arrives after midnight, and must not sink in a list. */
const SHORTEST_BACK = 3 * A_DAY;
/** A day without a year is one of the last month, or nobody knows which year it is of. */
const LONGEST_BACK = 31 * A_DAY;

/**
 * The beginning of the day that a dateline names, for a story without another time. Nothing for one of the days before
 * it was received (ISO 8601), for a later one, and for a day without a year that is longer ago than a month.
 */
export function datelineDay(dateline: string | undefined, receivedAt: string, clocks: Clocks): AgencyTime {
  const day = dayIn(dateline);
  if (day === undefined) return {};
  const isDated = /\d{4}/u.test(day);
  const month = /\p{L}{3,}/u.exec(day)?.[0];
  // `12/3` is the third of December, or the twelfth of March.
  if (month === undefined ? !isDated : foreignMonth(month) === undefined) return {};
  const received = Date.parse(receivedAt);
  const thisYear = new Date(received).getUTCFullYear();
  for (const text of isDated ? [day] : [`${day} ${thisYear}`, `${day} ${thisYear - 1}`]) {
    const { iso } = timeBy(text, clocks);
    const age = iso === undefined ? -1 : received - Date.parse(iso);
    if (iso !== undefined && age >= SHORTEST_BACK && (isDated || age <= LONGEST_BACK)) return { iso, raw: day };
  }
  return {};
}
