import { agencyZone } from '../agencies/agency.ts';
import { wallTime } from '../times/text-times.ts';
import { BERLIN, dayIn } from '../times/times.ts';
import type { KnownStory } from './facts.ts';
import { BRACKET_LABEL, LABEL } from './kill-lexicon.ts';
import { bareHeadline } from './markers.ts';

const QUOTATION = /[„“”"»«](?<headline>[^„“”"»«\n]{8,200})[“”"«»]/u;
const HOUR =
  /(?<![\d.:])(?:(?<hour>\d{1,2})[.:h](?<minute>\d{2})|(?<=\bat )(?<hour2>\d{2})(?<minute2>\d{2}))(?!\d|[.:]\d)\s?(?<half>[ap]\.?m\b)?(?<zone>GMT|UTC)?/iu;
/** Characters among which a kill says what it means. */
const HEAD_CHARS = 2_000;
const DAY_MS = 24 * 3600 * 1000;
/** Clocks of desks differ by minutes. */
const SLACK_MS = 10 * 60_000;

/** What a kill or hold without a number means: the headline it quotes or stands above, and the hour it names, before its own; a notice without a time was sent when it came. */
export function quotedTarget(
  words: string,
  { headline: title = '', source, sentAt, receivedAt, zone: folder }: KnownStory,
): { headline?: string; sentAt?: string } {
  const text = words.slice(0, HEAD_CHARS);
  const headline = quotedHeadline(text) ?? labelledHeadline(title);
  if (headline === undefined) return {};
  const hour = hourIn(text.replace(QUOTATION, ''));
  const sent = Date.parse(sentAt ?? receivedAt);
  if (!hour || Number.isNaN(sent)) return { headline };
  const zone = hour.zone ?? agencyZone(source) ?? folder ?? BERLIN;
  const onDayOf = (moment: number) => {
    const [year = 0, month = 0, day = 0] = dayIn(moment, zone).split('-').map(Number);
    return wallTime({ year, month, day, hour: hour.hour, minute: hour.minute, second: 0 }, zone);
  };
  const today = onDayOf(sent);
  const at = today !== undefined && Date.parse(today) > sent + SLACK_MS ? onDayOf(sent - DAY_MS) : today;
  return { headline, ...(at === undefined ? {} : { sentAt: at }) };
}

function quotedHeadline(text: string): string | undefined {
  const quoted = QUOTATION.exec(text)?.groups?.headline?.trim();
  // American commas stand inside the quotes.
  return quoted === undefined ? undefined : bareHeadline(quoted.replace(/(?<!\.)[.,;]$/u, ''));
}

/** Characters. */
const SHORTEST_HEADLINE = 8;

/** `Werft baut ab` of `Rückzug: Werft baut ab` and `Werft baut ab (zurückgezogen)`. */
function labelledHeadline(title: string): string | undefined {
  const label = LABEL.test(title) ? LABEL : BRACKET_LABEL;
  const rest = title.replace(label, '').trim();
  return rest === title.trim() || rest.length < SHORTEST_HEADLINE ? undefined : rest;
}

function hourIn(text: string): { hour: number; minute: number; zone?: string } | undefined {
  const { hour, minute, hour2, minute2, half, zone } = HOUR.exec(text)?.groups ?? {};
  const written = hour ?? hour2;
  if (written === undefined) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  return {
    hour: half === undefined ? Number(written) : (Number(written) % 12) + (isAfternoon ? 12 : 0),
    minute: Number(minute ?? minute2),
    ...(zone === undefined ? {} : { zone: 'UTC' }),
  };
}
