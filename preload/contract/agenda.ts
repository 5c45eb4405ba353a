import { z } from 'zod';
import { Id } from './shapes.ts';

/** What is announced: an event of a day or an hour, or a notice that names no time. No Node and no DOM here. */
export const AgendaItem = z.object({
  id: Id,
  headline: z.string(),
  source: z.string(),
  /** ISO 8601: a moment, or a day (`2026-03-20`). Of a notice without a time: when it was sent. */
  start: z.string(),
  end: z.string().optional(),
  place: z.string().optional(),
  /** False for a notice that names no time. */
  isDated: z.boolean(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;
