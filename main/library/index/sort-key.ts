const PLACES_A_SECOND = 2 ** 20;

/**
 * Where a dispatch stands in the index: its time of publication counted backwards, 2²⁰ places a second, the later of one second
 * before the earlier. "Newest first" is the rising order of this key in every list and in FTS5, and an import that begins with
 * the newest always writes behind what it wrote: trees fill their pages and FTS5 need not flush its buffer before a commit.
 * What was published before a moment (milliseconds since 1970) has a place greater than the moment's, what was published then
 * or later has not.
 */
export const placeOf = (at: number): number => 0 - Math.floor(at / 1000) * PLACES_A_SECOND;

/** The places of the second a moment lies in: `from` exclusive, `to` inclusive. */
export const secondOf = (at: number): { from: number; to: number } => ({
  from: placeOf(at) - PLACES_A_SECOND,
  to: placeOf(at),
});

/** The moment of a place, in milliseconds since 1970, to the second. */
export const timeOf = (place: number): number => Math.floor(-place / PLACES_A_SECOND) * 1000;

const HOUR = 3_600_000;

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Places, `from` exclusive and `to` inclusive, that hold all dispatches of a day of Berlin and some of its neighbours'. */
export const stretchOf = (day: string): { from: number; to: number } => ({
  from: placeOf(noonOf(day) + 24 * HOUR),
  to: placeOf(noonOf(day) - 24 * HOUR),
});

/** The place behind which the days before a day of Berlin stand: it begins 13 or 14 hours before its noon in UTC. */
export const endOf = (day: string): number => placeOf(noonOf(day) - 13 * HOUR);
