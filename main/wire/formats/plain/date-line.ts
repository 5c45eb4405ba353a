import { agencyTime } from '../../agencies/agency-time.ts';
import { isTimeLine } from '../../agencies/time-line.ts';
import type { ReadTime } from '../../story/facts.ts';
import { germanDates, monthNumber, wallTime } from '../../times/text-times.ts';

const ENGLISH_DATE =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s+)?(?:(?<day>\d{1,2})\s+(?<month>\p{L}{3,9})\.?|(?<month2>\p{L}{3,9})\.?\s+(?<day2>\d{1,2}),?)\s+(?<year>\d{4})$/iu;

/** `Nov 20, 2026, 08:30 ET`, `November 20, 2026 09:00 AM Eastern Standard Time`: when a release was sent. */
const STAMP = /^\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, \d{4},? \d{1,2}:\d{2} \p{Lu}/u;

/** A time, and the line it is on. */
export interface PlainTime {
  readonly raw: string;
  readonly time: ReadTime | string;
}

const read = (time: ReadTime): PlainTime => ({ raw: time.raw, time });

/** A date on a line of its own near the top. English dates have no hour: midnight in Berlin. */
export function dateOf(lines: readonly string[]): PlainTime | undefined {
  const top = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 8);
  for (const line of top) {
    const [found] = line.length < 60 ? germanDates(line) : [];
    if (found && (found.raw === line || (found.hasHour && line.endsWith(found.raw))))
      return read({ iso: found.iso, raw: found.raw, isLocal: true });
    const stamp = line.length < 70 && STAMP.test(line) ? agencyTime(line) : {};
    if (stamp.iso && stamp.raw) return read({ iso: stamp.iso, raw: stamp.raw });
    const groups = ENGLISH_DATE.exec(line)?.groups;
    const month = monthNumber(groups?.month ?? groups?.month2 ?? '');
    const iso =
      groups && month
        ? wallTime({ year: Number(groups.year), month, day: Number(groups.day ?? groups.day2) })
        : undefined;
    if (iso) return read({ iso, raw: line, isLocal: true });
    if (isTimeLine(line)) return { raw: line, time: line };
  }
  return undefined;
}
