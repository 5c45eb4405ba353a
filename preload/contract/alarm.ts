import { z } from 'zod';
import { Clock, ListRow } from './shapes.ts';
import { Time } from './status.ts';

/** What must not be missed, whichever list is shown. No Node and no DOM here. */

/** Why there is an alarm, the gravest first. */
export const AlarmCause = z.enum(['kill', 'withhold', 'correction', 'version', 'flash', 'urgent', 'rule', 'later']);
export type AlarmCause = z.infer<typeof AlarmCause>;

/** From one time of day to another, over midnight if need be, in the system's zone: no sound, no notification of the system. */
export const QuietHours = z.object({ from: Clock, to: Clock });
export type QuietHours = z.infer<typeof QuietHours>;

/** What the user had done with the dispatch that an alarm is about, the weightiest of it; `version` where it is known. */
const Touched = z.object({
  how: z.enum(['copied', 'exported', 'taken', 'bookmarked', 'read']),
  at: Time.optional(),
  /** Who is working on it. */
  by: z.string().optional(),
  version: z.int().optional(),
});
export type Touched = z.infer<typeof Touched>;

/** A row without its text: what an alarm shows, as it was when it was raised. */
const AlarmSubject = ListRow.pick({
  id: true,
  version: true,
  headline: true,
  source: true,
  publishedAt: true,
  urgency: true,
  status: true,
  signal: true,
  embargoUntil: true,
});

export const Alarm = z.object({
  id: z.string(),
  at: Time,
  cause: AlarmCause,
  subject: AlarmSubject,
  touched: Touched.optional(),
  /** The name of the rule that matched. */
  rule: z.string().optional(),
  /** It was opened or put away. */
  seen: z.boolean(),
});
export type Alarm = z.infer<typeof Alarm>;

/** Alarms are kept, seen or not. */
export const MAX_ALARMS = 10;

/** Whether these hours include a moment. */
export function isQuiet(hours: QuietHours | null | undefined, now: Date): boolean {
  if (!hours) return false;
  const clock = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  const { from, to } = hours;
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** Whether the system may show a dispatch outside the window: never one that must not be read (yet). */
export const mayBeShown = ({ status, embargoUntil }: Pick<ListRow, 'status' | 'embargoUntil'>, now: Date): boolean =>
  status !== 'embargoed' && !(embargoUntil !== undefined && Date.parse(embargoUntil) > now.getTime());
