import { type Message, message } from '../../../preload/contract/messages.ts';
import { agencyZone } from '../agencies/agency.ts';
import { type AgencyTime, type Clocks, timeBy } from '../agencies/agency-time.ts';
import type { DecodedFile } from '../file.ts';
import { zoneOfLanguage } from '../times/language-zone.ts';
import { BERLIN, zonedTime } from '../times/times.ts';
import { datelineDay } from './dateline-day.ts';
import type { Facts, ReadTime } from './facts.ts';

/** When a story was sent, its version, and what had to be assumed. */
export interface Sent {
  /** ISO 8601 with offset; absent where the file names no time that can be read. */
  readonly iso?: string | undefined;
  readonly raw?: string | undefined;
  readonly version?: number | undefined;
  readonly warnings: readonly Message[];
}

/** Milliseconds. A clock may be wrong and a zone assumed, but nothing is sent more than a day after it arrived. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * The time of sending: the first that can be read, in the zone of the `source` or of another name the facts give where it
 * names none, else in the `zone` of its folder, else in that of its language. A story without a time has that of the feed around it, else the day in its `dateline` as printed. A time more than a day after
 * `receivedAt` is none: events and mistakes of clocks. For formats that count no versions, a later change is the minute of it
 * since 1970, so that it is the higher version.
 */
export function sentOf(
  facts: Facts,
  { source, dateline }: { readonly source: string | undefined; readonly dateline: string | undefined },
  { receivedAt, zone }: Pick<DecodedFile, 'receivedAt' | 'zone'>,
): Sent {
  const clocks: Clocks = {
    known: [...(facts.clocks ?? []), source].map(agencyZone).find((zone) => zone !== undefined),
    assumed: zone ?? zoneOfLanguage(facts.language) ?? BERLIN,
  };
  const latest = Date.parse(receivedAt) + MAX_AHEAD_MS;
  const isAmerican = /^en[-_]us\b/i.test(facts.language?.trim() ?? '');
  const own = firstOf(facts.times ?? [], { clocks, latest, isAmerican, folder: zone });
  const changed = inTime(timeBy(facts.changed, clocks), latest).iso;
  const isLater = own.iso !== undefined && changed !== undefined && Date.parse(changed) > Date.parse(own.iso);
  const version = isLater ? { version: Math.floor(Date.parse(changed) / 60_000) } : {};
  const warnings = own.warning ? [own.warning] : [];
  const outer = own.iso === undefined ? inTime(timeBy(facts.outerTime, clocks), latest) : {};
  if (outer.iso === undefined) {
    const day = own.iso === undefined ? datelineDay(dateline, receivedAt, clocks) : {};
    return { iso: own.iso ?? day.iso, raw: own.raw ?? day.raw, ...version, warnings };
  }
  return {
    iso: outer.iso,
    raw: outer.raw,
    warnings: [...warnings, message('time.of-feed')],
  };
}

/** The first of some times that can be read, those in a format's own notation first; where none can, the first with its warning. */
function firstOf(
  times: NonNullable<Facts['times']>,
  { folder, ...reading }: Reading & { folder: string | undefined },
): AgencyTime {
  const { clocks, latest } = reading;
  const read = times.filter((time): time is ReadTime => typeof time === 'object');
  const written = times.filter((time) => typeof time === 'string').map((time) => writtenTime(time, reading));
  const found = [...read.map((time) => inTime(localTime(time, clocks.known, folder), latest)), ...written].filter(
    (time) => time.raw !== undefined,
  );
  return found.find((time) => time.iso !== undefined) ?? found[0] ?? {};
}

/** A time without a zone in that of its agency, else of its folder, which the user has chosen. */
function localTime(time: ReadTime, known: string | undefined, folder: string | undefined): AgencyTime {
  const zone = known ?? folder;
  const iso = time.isLocal && zone !== undefined ? onClock(time.iso, zone) : undefined;
  if (iso === undefined || zone === undefined) return { iso: time.iso, raw: time.raw };
  const warning = known === undefined ? { warning: message('time.no-zone', { time: time.raw, zone }) } : {};
  return { iso, raw: time.raw, ...warning };
}
/** The same hour on the clocks of another zone. */
function onClock(iso: string, zone: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = iso
    .slice(0, WALL_CHARS)
    .split(/\D/u)
    .map(Number);
  return zonedTime({ year, month, day, hour, minute, second }, zone);
}
/** `2026-03-14T10:12:00`. */
const WALL_CHARS = 19;

/** What decides how a time is read. */
interface Reading {
  readonly clocks: Clocks;
  readonly latest: number;
  /** The month may stand before the day. */
  readonly isAmerican: boolean;
}

/** `3/4/2026`: 3 April, in American texts 4 March, which it also is if 3 April is still ahead. */
function writtenTime(text: string, { clocks, latest, isAmerican }: Reading): AgencyTime {
  const time = inTime(timeBy(text, { ...clocks, isAmerican }), latest);
  if (time.iso !== undefined || isAmerican || !SLASHED.test(text)) return time;
  const turned = inTime(timeBy(text, { ...clocks, isAmerican: true }), latest);
  return turned.iso === undefined ? time : turned;
}
const SLASHED = /^\s*\d{1,2}\/\d{1,2}\/\d/;

/** A time that lies after the latest possible one is none. */
const inTime = (time: AgencyTime, latest: number): AgencyTime =>
  time.iso !== undefined && Date.parse(time.iso) > latest
    ? { raw: time.raw ?? time.iso, warning: message('time.ahead', { time: time.raw ?? time.iso }) }
    : time;
