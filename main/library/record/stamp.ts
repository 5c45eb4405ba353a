import { z } from 'zod';

/**
 * When and where a field of a status was changed, as a hybrid logical clock (Kulkarni et al., 2014) gives it:
 * `2026-11-28T21:58:00.123Z-0003-k7f3a` is the time in UTC, a counter and the desk. Stamps compare as text.
 */
export const Stamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-\d{4}-[0-9a-z]{5}$/);
export type Stamp = z.infer<typeof Stamp>;

/** Characters of a stamp's time and of its time with counter. */
const TIME_CHARS = 24;
const MOMENT_CHARS = TIME_CHARS + 5;
const MAX_COUNTER = 9_999;

/** The time of a stamp: ISO 8601, UTC, to the millisecond. */
export const timeOf = (stamp: Stamp): string => stamp.slice(0, TIME_CHARS);

export const stampOf = (time: string, counter: number, desk: string): Stamp =>
  `${time}-${String(counter).padStart(4, '0')}-${desk}`;

/** The clock of one desk. */
export class StampClock {
  /** Milliseconds to add to this computer's time, as the server has measured. */
  offset = 0;
  readonly desk: string;
  private last = '';

  /** `desk` is five characters of a–z and 0–9. */
  constructor(desk: string) {
    this.desk = desk;
  }

  /**
   * A stamp for a change at a time of this computer (as `Date.toISOString` writes it). It is later than every stamp issued before and later than
   * `replaced`, the stamp being replaced ('' for none), even if the clock was set back.
   */
  next(at: string, replaced: Stamp | ''): Stamp {
    const time = this.offset === 0 ? at : new Date(Date.parse(at) + this.offset).toISOString();
    const floor = replaced > this.last ? replaced : this.last;
    const stamp = time > timeOf(floor) ? stampOf(time, 0, this.desk) : after(floor, this.desk);
    this.last = stamp;
    return stamp;
  }

  /** The clock was wrong: stamps need not be later than those it has issued. */
  forget(): void {
    this.last = '';
  }
}

function after(stamp: Stamp, desk: string): Stamp {
  const counter = Number(stamp.slice(TIME_CHARS + 1, MOMENT_CHARS)) + 1;
  if (counter <= MAX_COUNTER) return stampOf(timeOf(stamp), counter, desk);
  return stampOf(new Date(Date.parse(timeOf(stamp)) + 1).toISOString(), 0, desk);
}
