import { z } from 'zod';
import { Dispatch } from '../../main/wire/dispatch.ts';
import { Time } from './status.ts';

/** Sharing through the newsroom's own server, as the window sees it. No Node and no DOM here. */

/** What the path of a dispatch that came from the newsroom's server begins with, instead of a file of the wire folder. */
export const SERVER_PATH = 'server:';

/** What an invitation begins with, and how long one may be, with its certificates. */
export const INVITATION_PREFIX = 'depesche-';
export const MAX_INVITATION_CHARS = 40_000;

/** To whom bookmarks, tags, notes and "taken" belong. */
export const Marks = z.enum(['desk', 'person']);
export type Marks = z.infer<typeof Marks>;

/** Why the server cannot be used at the moment. */
export const SharingTrouble = z.enum([
  'unreachable',
  'untrusted',
  'refused',
  'revoked',
  'expired',
  'busy',
  'full',
  'newer',
  'older',
]);
export type SharingTrouble = z.infer<typeof SharingTrouble>;

export const SharingInfo = z.object({
  /** `waiting`: the server cannot be used now; everything is kept and exchanged later. */
  state: z.enum(['off', 'connecting', 'shared', 'waiting']),
  host: z.string().optional(),
  person: z.string().optional(),
  desk: z.string().optional(),
  marks: Marks.optional(),
  /** Saved searches and rules are shared with the desk. */
  lists: z.boolean().optional(),
  trouble: SharingTrouble.optional(),
  /** The last exchange. */
  contact: Time.optional(),
});
export type SharingInfo = z.infer<typeof SharingInfo>;

/** Why an invitation could not be used; absent: it was. */
export const JoinResult = z.object({ trouble: z.enum([...SharingTrouble.options, 'no-invitation']).optional() });

/** A dispatch of the server's archive, as it is named there. */
export const ArchiveKey = z.object({ month: z.string().max(10), hash: z.string().max(64) });
export type ArchiveKey = z.infer<typeof ArchiveKey>;

const ArchiveHit = z.object({
  key: ArchiveKey,
  headline: z.string(),
  source: z.string(),
  publishedAt: Time,
  /** A later kill or hold. */
  verdict: z.enum(['kills', 'holds']).optional(),
});
export type ArchiveHit = z.infer<typeof ArchiveHit>;

/** What the archive finds; absent where it cannot be asked. `more`: there are at least so many. */
export const ArchiveFound = z.object({
  found: z.object({ total: z.int(), more: z.boolean(), hits: z.array(ArchiveHit) }).optional(),
});

export const Archived = z.object({
  archived: z.object({ dispatch: Dispatch, verdict: z.enum(['kills', 'holds']).optional() }).optional(),
});
