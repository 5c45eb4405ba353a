import { agencyZone } from '../agencies/agency.ts';
import { timeBy } from '../agencies/agency-time.ts';
import type { EventTime } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { zoneOfLanguage } from '../times/language-zone.ts';
import { BERLIN } from '../times/times.ts';
import type { Facts } from './facts.ts';

/** A day without an hour. */
const DAY = /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})$/u;

/**
 * When and where what a notice announces takes place; undefined where it names no time that can be read. A time without a zone is
 * that of the `source` or of the language; a day stays a day.
 */
export function eventOf(facts: Facts, source: string | undefined): EventTime | undefined {
  const { start, end, place } = facts.event ?? {};
  const clocks = {
    known: [facts.event?.zone, ...[...(facts.clocks ?? []), source].map(agencyZone)].find(Boolean),
    assumed: zoneOfLanguage(facts.language) ?? BERLIN,
  };
  const read = (text: string | undefined): string | undefined => {
    const { year, month, day } = DAY.exec(text?.trim() ?? '')?.groups ?? {};
    const iso = timeBy(text, clocks).iso;
    return iso !== undefined && year ? `${year}-${month}-${day}` : iso;
  };
  const from = read(start);
  if (from === undefined) return undefined;
  const until = read(end);
  const where = oneLine(place);
  return {
    start: from,
    ...(until !== undefined && until !== from && Date.parse(until) >= Date.parse(from) ? { end: until } : {}),
    ...(where ? { place: where } : {}),
  };
}
