import { type Message, message } from '../../../preload/contract/messages.ts';
import { type AgencyTime, agencyTime, firstTime } from '../agencies/agency-time.ts';
import type { Facts, ReadTime } from './facts.ts';

/** When a story was sent, its version, and what had to be assumed. */
export interface Sent {
  /** ISO 8601 with offset; absent where the file names no time that can be read. */
  readonly iso?: string | undefined;
  readonly raw?: string | undefined;
  readonly version?: number | undefined;
  readonly warnings: readonly Message[];
}

/**
 * The time of sending: the first that can be read, in the zone of the `source` or of another name the facts give where it
 * names none. A story without a time has that of the feed around it. For formats that count no versions, a later change is the
 * minute of it since 1970, so that it is the higher version.
 */
export function sentOf(facts: Facts, source: string | undefined): Sent {
  const names = [...(facts.clocks ?? []), source];
  const own = timeOf(facts, names);
  const changed = agencyTime(facts.changed, ...names).iso;
  const isLater = own.iso !== undefined && changed !== undefined && Date.parse(changed) > Date.parse(own.iso);
  const version = isLater ? { version: Math.floor(Date.parse(changed) / 60_000) } : {};
  const warnings = own.warning ? [own.warning] : [];
  const outer = own.iso === undefined ? agencyTime(facts.outerTime, ...names) : {};
  if (outer.iso === undefined) return { iso: own.iso, raw: own.raw, ...version, warnings };
  return {
    iso: outer.iso,
    raw: outer.raw,
    warnings: [...warnings, message('time.of-feed')],
  };
}

/** The first time of some that can be read; where none can, the first that is given, with a warning. */
function timeOf(facts: Facts, names: readonly (string | undefined)[]): AgencyTime {
  const read = (facts.times ?? []).find((time): time is ReadTime => typeof time === 'object');
  if (read) return { iso: read.iso, raw: read.raw };
  return firstTime(
    (facts.times ?? []).map((time) => (typeof time === 'string' ? time : undefined)),
    ...names,
  );
}
