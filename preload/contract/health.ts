import { z } from 'zod';
import type { Problem } from '../../main/wire/dispatch.ts';
import { Time } from './status.ts';

/** What came when, and how large the library is. */
export const Health = z.object({
  /** When each day of the chart begins in the system's zone, the oldest first; the last one is today. */
  days: z.array(Time),
  /** The sources that sent anything in these days, with their dispatches a day; the one with most first. */
  sources: z.array(z.object({ name: z.string(), counts: z.array(z.int()) })),
  lastHour: z.int(),
  dispatches: z.int(),
  /** The day of the oldest dispatch. */
  oldest: Time.optional(),
  /** Bytes on the disk of the library's files, and of what is derived from them. */
  bytes: z.object({ record: z.int(), index: z.int() }),
});
export type Health = z.infer<typeof Health>;

const HARMLESS: readonly Problem['reason'][] = ['empty', 'binary', 'not-a-story'];

/** Whether a file with this problem asks for nothing: there is no dispatch in it. */
export const isHarmless = (reason: Problem['reason']): boolean => HARMLESS.includes(reason);
/** The same as a list, for queries. */
export const harmlessReasons: readonly string[] = HARMLESS;
