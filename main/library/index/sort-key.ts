const PLACES_A_SECOND = 2 ** 20;

/**
 * The sort key of a moment (milliseconds since 1970): time counted backwards, with 2²⁰ keys per second; within one second,
 * later arrivals come first. "Newest first" is the ascending order of this key in every list and in FTS5, and an import that
 * begins with the newest only appends: trees fill their pages and FTS5 need not flush its buffer before a commit. Only
 * dispatches published before the moment have a greater key.
 */
export const placeOf = (at: number): number => 0 - Math.floor(at / 1000) * PLACES_A_SECOND;

/** The sort keys of the second of a moment: `from` exclusive, `to` inclusive. */
export const secondOf = (at: number): { from: number; to: number } => ({
  from: placeOf(at) - PLACES_A_SECOND,
  to: placeOf(at),
});

/** A period is 2³⁸ sort keys: three days. */
const PERIOD_BITS = 38;
const PERIOD = 2 ** PERIOD_BITS;

/** SQL: the number of the period that a sort key is in. */
export const PERIOD_OF = (n: string): string => `${n} >> ${PERIOD_BITS}`;

/** The same outside SQL. */
export const periodOf = (place: number): number => Math.floor(place / PERIOD);

/** The sort keys of the periods `first` to `last`; both bounds are exclusive. */
export const boundsOf = (first: number, last: number): { above: number; below: number } => ({
  above: first * PERIOD - 1,
  below: (last + 1) * PERIOD,
});

/** The moment of a sort key, in milliseconds since 1970, to the second. */
export const timeOf = (place: number): number => Math.floor(-place / PLACES_A_SECOND) * 1000;

const HOUR = 3_600_000;

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** A range of sort keys, `from` exclusive and `to` inclusive, that covers a Berlin day and parts of the days around it. */
export const stretchOf = (day: string): { from: number; to: number } => ({
  from: placeOf(noonOf(day) + 24 * HOUR),
  to: placeOf(noonOf(day) - 24 * HOUR),
});

/** The sort key after which the days before a Berlin day come: the day begins 13 or 14 hours before noon UTC. */
export const endOf = (day: string): number => placeOf(noonOf(day) - 13 * HOUR);
