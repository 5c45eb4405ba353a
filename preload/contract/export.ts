import { z } from 'zod';
import { DispatchStatus } from '../../main/wire/dispatch.ts';
import { Id, isZone, ListQuery } from './shapes.ts';

/** Calls that hand dispatches on as files. No Node and no DOM here. */

/** `print`: for the print dialog, which may save it as PDF; `pdf`: as a file, where the host can do that. */
export const ExportFormat = z.enum(['md', 'html', 'txt', 'csv', 'json', 'nitf', 'ninjs', 'ics', 'print', 'pdf']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** As many as one export may have. */
export const MAX_EXPORTED = 2_000;

/** The longest JSON file that is read back in, in UTF-16 units. */
export const MAX_RESTORED_CHARS = 14_000_000;

/** What is exported: some dispatches, or a list as it is sorted, as far as MAX_EXPORTED goes. */
export const ExportOf = z.union([
  z.object({ ids: z.array(Id).min(1).max(MAX_EXPORTED) }),
  z.object({ query: ListQuery }),
]);
export type ExportOf = z.infer<typeof ExportOf>;
export type ExportOfInput = z.input<typeof ExportOf>;

/** A dispatch that is left out unless the user wants it, and why. */
const HeldDispatch = z.object({
  id: Id,
  headline: z.string(),
  why: DispatchStatus.exclude(['usable']),
  embargoUntil: z.string().optional(),
});
export type HeldDispatch = z.infer<typeof HeldDispatch>;

/** What an export would contain. */
export const ExportPlan = z.object({
  /** All of them, those held back included. */
  count: z.int(),
  /** Dispatches beyond MAX_EXPORTED, which are not exported. */
  beyond: z.int(),
  held: z.array(HeldDispatch),
  /** Dispatches whose rights restrict their use. */
  restricted: z.array(z.object({ id: Id, headline: z.string(), rights: z.string() })),
});
export type ExportPlan = z.infer<typeof ExportPlan>;

export const ExportOrder = z.object({
  of: ExportOf,
  format: ExportFormat,
  language: z.enum(['de', 'en']),
  /** The zone of times (IANA); absent: the system's. */
  zone: z.string().max(60).refine(isZone).optional(),
  /** Of a document of several dispatches. */
  title: z.string().max(300).optional(),
  /** With the user's tags and notes. */
  own: z.boolean(),
  /** Headlines and first paragraphs only. */
  leads: z.boolean(),
  /** Also what must not be published. */
  held: z.boolean(),
  /** One file a dispatch, into a folder. */
  each: z.boolean(),
});
export type ExportOrder = z.infer<typeof ExportOrder>;
export type ExportOrderInput = z.input<typeof ExportOrder>;

/**
 * `saved`: the host has saved the file or files (false: the user cancelled); `content` is empty then. Absent: the window offers
 * `content` as a download.
 */
export const ExportResult = z.object({
  /** Of the file or folder. */
  name: z.string(),
  type: z.string(),
  content: z.string(),
  saved: z.boolean().optional(),
  count: z.int(),
  /** How many were left out. */
  left: z.int(),
});
export type ExportResult = z.infer<typeof ExportResult>;
