import { z } from 'zod';
import { LaterChoice } from './later.ts';
import { Id, ListRow, MAX_SEARCH_CHARS, SearchError } from './shapes.ts';
import { TagName, Time } from './status.ts';

export const HandOverFormat = z.enum(['txt', 'nitf', 'ninjs', 'md']);
export type HandOverFormat = z.infer<typeof HandOverFormat>;

/** Each dispatch as a file of its own, for an editorial system. */
const HandOver = z.object({
  /** Absolute; absent: the folder `handover` among the reader's own. */
  folder: z.string().min(1).max(4_096).optional(),
  format: HandOverFormat,
});

/** What a rule does with a dispatch that it matches. */
const RuleActions = z.object({
  alarm: z.boolean().optional(),
  read: z.boolean().optional(),
  bookmark: z.boolean().optional(),
  hide: z.boolean().optional(),
  tag: TagName.optional(),
  later: LaterChoice.optional(),
  handOver: HandOver.optional(),
});

/** A search that every new dispatch is tested with, and what is done with those it finds. */
export const Rule = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  /** In the syntax of docs/search.md. */
  search: z.string().min(1).max(MAX_SEARCH_CHARS),
  /** A muted word: the rule is shown by it. */
  mutes: z.string().max(120).optional(),
  on: z.boolean(),
  actions: RuleActions,
  /** Rules below it do not test what it matches. */
  stops: z.boolean().optional(),
  /** From then on it does nothing. */
  until: Time.optional(),
});
export type Rule = z.infer<typeof Rule>;

/** What a rule would have done. */
export const RulePreview = z.object({
  /** Dispatches of the last seven days that match, and all of these days. */
  week: z.object({ matched: z.int(), of: z.int() }),
  /** Dispatches of the library that match. */
  library: z.int(),
  /** The newest of them. */
  rows: z.array(ListRow),
  searchError: SearchError.optional(),
});
export type RulePreview = z.infer<typeof RulePreview>;

export const RuleId = z.object({ id: Id });

/** Whether a rule tests dispatches at a moment. */
export const isActive = ({ on, until }: Rule, now: Date): boolean =>
  on && (until === undefined || Date.parse(until) > now.getTime());
