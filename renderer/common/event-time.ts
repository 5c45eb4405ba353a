import type { Dispatch } from '../../preload/contract/contract.ts';
import { type Clock, clockTime, fullDate, fullTime, isSameDay } from './time.ts';

/** A day without an hour: it is the same day in every zone. */
export const isDay = (time: string): boolean => /^\d{4}-\d\d-\d\d$/.test(time);

const dateOf = (day: string, clock: Clock): string => fullDate(day, { ...clock, zone: 'UTC' });

/** When and where an event takes place. */
export function eventText({ start, end, place }: NonNullable<Dispatch['event']>, clock: Clock): string {
  return [whenText(start, end ?? start, clock), place].filter(Boolean).join(' · ');
}

function whenText(start: string, end: string, clock: Clock): string {
  if (isDay(start)) return [...new Set([start, end].map((day) => dateOf(day, clock)))].join(' – ');
  const from = fullTime(start, clock, 'short');
  if (end === start) return from;
  const isShort = isSameDay(new Date(start), new Date(end), clock);
  return isShort ? `${fullTime(start, clock)}–${clockTime(end, clock)}` : `${from} – ${fullTime(end, clock, 'short')}`;
}
