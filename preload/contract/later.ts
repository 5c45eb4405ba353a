import { z } from 'zod';

/** When a dispatch that is put off comes back. No Node and no DOM here. */
export const LaterChoice = z.enum(['hour', 'afternoon', 'evening', 'tomorrow', 'monday']);
export type LaterChoice = z.infer<typeof LaterChoice>;

const HOUR_MS = 3_600_000;
const MORNING = 7;
const AFTERNOON = 14;
const EVENING = 18;
const MONDAY = 1;
const WEEK = 7;

/** The moment of a choice in the system's zone; undefined if it is over today. */
export function laterTime(choice: LaterChoice, now: Date): Date | undefined {
  const day = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + HOUR_MS);
    case 'afternoon':
      return now.getHours() < AFTERNOON ? day(0, AFTERNOON) : undefined;
    case 'evening':
      return now.getHours() < EVENING ? day(0, EVENING) : undefined;
    case 'tomorrow':
      return day(1, MORNING);
    case 'monday':
      return day((MONDAY - now.getDay() + WEEK) % WEEK || WEEK, MORNING);
  }
}
