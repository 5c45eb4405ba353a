import { agencyZone } from '../agencies/agency.ts';
import { wallTime } from '../times/text-times.ts';
import { BERLIN, dayIn } from '../times/times.ts';
import type { KnownStory } from './facts.ts';

const QUOTATION = /[„“"»«](?<headline>[^„“”"»«\n]{8,200})[“”"«»]/u;
const HOUR = /(?<![\d.:])(?<hour>\d{1,2})[.:h](?<minute>\d{2})(?!\d|[.:]\d)/u;
/** Characters among which a kill says what it means. */
const HEAD_CHARS = 2_000;
const DAY_MS = 24 * 3600 * 1000;
/** Clocks of desks differ by minutes. */
const SLACK_MS = 10 * 60_000;

/** What a kill or hold without a number means: the headline it quotes and the hour it names, which is before its own. */
export function quotedTarget(words: string, { source, sentAt }: KnownStory): { headline?: string; sentAt?: string } {
  const text = words.slice(0, HEAD_CHARS);
  const headline = QUOTATION.exec(text)?.groups?.headline?.trim();
  if (headline === undefined) return {};
  const groups = HOUR.exec(text.replace(QUOTATION, ''))?.groups;
  const sent = Date.parse(sentAt ?? '');
  if (!groups || Number.isNaN(sent)) return { headline };
  const zone = agencyZone(source) ?? BERLIN;
  const onDayOf = (moment: number) => {
    const [year = 0, month = 0, day = 0] = dayIn(moment, zone).split('-').map(Number);
    return wallTime({ year, month, day, hour: Number(groups.hour), minute: Number(groups.minute), second: 0 }, zone);
  };
  const today = onDayOf(sent);
  const at = today !== undefined && Date.parse(today) > sent + SLACK_MS ? onDayOf(sent - DAY_MS) : today;
  return { headline, ...(at === undefined ? {} : { sentAt: at }) };
}
