import { z } from 'zod';
import { StoredMessage } from '../../preload/contract/messages.ts';

/**
 * The central data shape of Depesche: one story as parsed from a wire file. Immutable; what people do with it (read, bookmarked,
 * tags, notes) is a Status and is kept apart. No Node and no DOM here: the renderer shares these types.
 */

/** A formatted part of a text: `from` and `to` are UTF-16 offsets into it. Links carry http, https or mailto. */
export const Mark = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  kind: z.enum(['bold', 'italic', 'link']),
  href: z.string().optional(),
});
export type Mark = z.infer<typeof Mark>;

export const RichText = z.object({ text: z.string(), marks: z.array(Mark).optional() });
export type RichText = z.infer<typeof RichText>;

export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), ...RichText.shape }),
  z.object({ type: z.literal('heading'), level: z.int().min(2).max(6), ...RichText.shape }),
  z.object({ type: z.literal('quote'), ...RichText.shape }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(RichText) }),
  z.object({
    type: z.literal('table'),
    caption: z.string().optional(),
    header: z.array(RichText).optional(),
    rows: z.array(z.array(RichText)),
  }),
  z.object({ type: z.literal('preformatted'), text: z.string() }),
]);
export type Block = z.infer<typeof Block>;

/** The text of a block without its marks: list items and table rows one a line, cells separated by tabs. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => item.text).join('\n');
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...(block.header ? [cells(block.header)] : []),
        ...block.rows.map(cells),
      ].join('\n');
    default:
      return block.text;
  }
}

const cells = (row: readonly RichText[]): string => row.map((cell) => cell.text).join('\t');

/** What the agency says to the desk, not to the public: kept out of body, snippet, search and export. */
export const Note = z.object({
  kind: z.enum(['editor', 'contact', 'nonpublic', 'correction', 'embargo', 'copyright', 'reason']),
  text: z.string(),
});
export type Note = z.infer<typeof Note>;

/** An entry of "Weitere Meldungen", or an item the agency names as related. `certain` is false if the split is a guess. */
export const Teaser = z.object({
  text: z.string(),
  headline: z.string().optional(),
  lead: z.string().optional(),
  certain: z.boolean(),
  category: z.string().optional(),
  publishedAt: z.string().optional(),
  dispatchId: z.string().optional(),
});
export type Teaser = z.infer<typeof Teaser>;

/** Another dispatch that this one acts on, by its id or by the number from its source. */
export const Reference = z.object({
  relation: z.enum(['kills', 'corrects', 'updates', 'holds']),
  id: z.string().optional(),
  number: z.string().optional(),
  /** Where it has neither: the headline it is quoted by. What is meant is then only probable. */
  headline: z.string().optional(),
  /** ISO 8601: when it was sent, as far as the text says. */
  sentAt: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** When and where what a notice announces takes place: for an agenda. */
export const EventTime = z.object({
  /** ISO 8601: a moment with offset, or a day (`2026-03-20`). */
  start: z.string(),
  end: z.string().optional(),
  place: z.string().optional(),
});
export type EventTime = z.infer<typeof EventTime>;

export const DispatchStatus = z.enum(['usable', 'embargoed', 'withheld', 'killed']);
export type DispatchStatus = z.infer<typeof DispatchStatus>;

export const Signal = z.enum(['flash', 'update', 'correction', 'repeat', 'roundup', 'advisory']);
export type Signal = z.infer<typeof Signal>;

/** The largest wire file, in bytes. More than any dispatch has: a larger file is a mistake or an attack. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export const WireFile = z.object({
  path: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  encoding: z.string(),
  /** A format's name in main/wire/formats.ts; a newer version may know more of them. */
  format: z.string(),
  warnings: z.array(StoredMessage),
  /** What the user's settings say where the file does not: those of its folder, or (`file-encoding`) those of the file itself. */
  given: z.array(z.enum(['source', 'zone', 'rights', 'encoding', 'file-encoding'])).optional(),
});
export type WireFile = z.infer<typeof WireFile>;

export const Dispatch = z.object({
  /** Stable over versions: guid/uri, else source+number+day, else hash of source+minute+normalised headline. */
  id: z.string().min(1),
  /** Negative if the library has put it behind a text of the same version that was sent later. */
  version: z.int(),
  status: DispatchStatus,
  signal: Signal.optional(),
  headline: z.string(),
  kicker: z.string().optional(),
  subhead: z.string().optional(),
  slug: z.string().optional(),
  dateline: z.string().optional(),
  /** Where the story is from: the place of the dateline, without agency and day. */
  place: z.string().optional(),
  byline: z.string().optional(),
  categories: z.array(z.string()),
  keywords: z.array(z.string()),
  /** What the story is about: top terms of the IPTC Media Topics as QCodes, `medtop:15000000`; absent where unknown. */
  topics: z.array(z.string()).optional(),
  /** 1 flash … 9 lowest; 5 where the file says nothing. */
  urgency: z.int().min(1).max(9),
  /** BCP 47 with a lower-case primary tag. */
  language: z.string().optional(),
  /** Who sends it: an agency in one spelling ('dpa', 'Reuters'), or the name of another provider; absent where unknown. */
  source: z.string().optional(),
  /** The number the source gave this item (7901 service number, AP V-number …): what a later kill names. */
  number: z.string().optional(),
  /** ISO 8601 with offset. */
  publishedAt: z.string(),
  /** The time exactly as the file says it; absent when the file says none and `publishedAt` is the file's own time. */
  publishedRaw: z.string().optional(),
  /** ISO 8601: when the file was written, as its file system says. */
  receivedAt: z.string(),
  embargoUntil: z.string().optional(),
  /** Of planning items and announced events, which have the signal `advisory`. */
  event: EventTime.optional(),
  /** Copyright and terms of use, one a line. */
  rights: z.string().optional(),
  body: z.array(Block),
  notes: z.array(Note),
  related: z.array(Teaser),
  refersTo: z.array(Reference).optional(),
  file: WireFile,
});
export type Dispatch = z.infer<typeof Dispatch>;

/** Why a file, or an item of it, could not be read. */
export const Problem = z.object({
  reason: z.enum(['empty', 'binary', 'too-large', 'unreadable', 'damaged', 'not-a-story', 'timeout']),
  /** What is wrong and where (line, item). */
  message: StoredMessage,
});
export type Problem = z.infer<typeof Problem>;
