import { z } from 'zod';
import { Dispatch, DispatchStatus, Problem, Reference, Signal } from '../../main/wire/dispatch.ts';
import { ShownFolder } from './folders.ts';
import { StoredMessage } from './messages.ts';
import { StatusView, Time } from './status.ts';

/** The shapes of the contract: lists, sidebar, article, the program. No Node and no DOM here. */

export type { Block, Dispatch, Mark, Note, RichText, Teaser } from '../../main/wire/dispatch.ts';
export { blockText } from '../../main/wire/dispatch.ts';
export { isZone } from './zone.ts';

/** Ids given by older versions may be longer than today's (LONGEST_GUID). */
export const Id = z.string().min(1).max(10_000);
/** The longest search, in UTF-16 units. */
export const MAX_SEARCH_CHARS = 2_000;
export const ShortText = z.string().max(MAX_SEARCH_CHARS);
/** A saved search and the one typed to narrow it, each in parentheses. */
export const TwoTexts = z.string().max(4_100);
const LIST_NAMES = [
  ...(['all', 'unread', 'today', 'bookmarks', 'urgent', 'corrections', 'embargoes', 'later', 'hidden'] as const),
  ...(['topic', 'category', 'source', 'tag', 'saved'] as const),
] as const;
/** A list. `value` names the topic, category, source, tag or saved search. */
export const ListName = z.object({
  list: z.enum(LIST_NAMES),
  value: ShortText.optional(),
});

/** Stories that can be open at once. */
export const MAX_OPEN = 50;

/** Which rows of a list to show, and in which order. */
export const ListQuery = ListName.extend({
  /** In the syntax of docs/search.md. */
  search: ShortText.optional(),
  unreadOnly: z.boolean().optional(),
  /** By urgency, the most urgent first and the newest of them first. */
  order: z.enum(['newest', 'oldest', 'relevance', 'urgency']).default('newest'),
  /** In lists of unread dispatches: those read since this time stay, so that rows do not vanish while the user looks at them. */
  keepReadSince: Time.optional(),
  /** A story that several dispatches tell is one row, in lists by time that are not the user's own. */
  fold: z.boolean().optional(),
  /** Dispatches whose stories are open: all of a story have rows, one beneath the other. */
  open: z.array(Id).max(MAX_OPEN).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;
export type ListQueryInput = z.input<typeof ListQuery>;

/** UTF-16 offsets of a search hit, from inclusive, to exclusive. */
export const Hit = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Hit = z.infer<typeof Hit>;

/** The story of a row, if several dispatches tell it. */
const RowStory = z.object({
  /** Of all its dispatches, each once, that of the row first; empty where unknown. */
  sources: z.array(z.string()),
  /** How many dispatches tell it, on this list or not. */
  size: z.int(),
  /** Those on this list that are folded into the row, or stand beneath it if it is open. */
  beneath: z.array(z.object({ id: z.string(), unread: z.boolean() })),
  /** The highest urgency among those, if it is higher than the row's own: 1 is higher than 2. */
  urgency: z.int().optional(),
  isOpen: z.boolean().optional(),
  /** The row it stands beneath. */
  under: z.string().optional(),
});

/** A row of a list: what is needed to draw it, never the body. */
export const ListRow = z.object({
  id: z.string(),
  version: z.int(),
  headline: z.string(),
  headlineHits: z.array(Hit).optional(),
  /** The lead, or the text around the first hit. Empty for killed and withheld dispatches. */
  snippet: z.string(),
  snippetHits: z.array(Hit).optional(),
  source: z.string(),
  categories: z.array(z.string()),
  publishedAt: z.string(),
  receivedAt: z.string(),
  urgency: z.int(),
  status: DispatchStatus,
  /** Killed or withheld by a notice that only quotes its headline. */
  probable: z.boolean().optional(),
  signal: Signal.optional(),
  embargoUntil: z.string().optional(),
  read: z.boolean(),
  bookmarked: z.boolean(),
  tags: z.array(z.string()),
  hasNote: z.boolean(),
  /** Who is working on it. */
  taken: z.string().optional(),
  /** True if an earlier version was read and this one was not. */
  updated: z.boolean(),
  /** When it is to come back to the lists. */
  later: Time.optional(),
  /** The agency's number, and the length of the text in characters: in answers to a request for `measured` rows only. */
  number: z.string().optional(),
  chars: z.int().optional(),
  story: RowStory.optional(),
  /** Where a search has found it, if not in the shown version: in the text of this one, or in the user's notes. */
  foundIn: z.union([z.object({ version: z.int() }), z.literal('note')]).optional(),
});
export type ListRow = z.infer<typeof ListRow>;

/** A syntax error in a search: `at` is a UTF-16 offset into `search`. */
export const SearchError = z.object({
  at: z.int().nonnegative(),
  reason: z.enum([
    'phrase-open',
    'bracket-open',
    'bracket-unopened',
    'bracket-deep',
    'word-missing',
    'value-missing',
    'field-unknown',
    'date-unknown',
    'urgency-unknown',
    'version-unknown',
    'topic-unknown',
    'range-backwards',
    'state-unknown',
    'nothing-to-find',
    'suffix-short',
  ]),
});
export type SearchError = z.infer<typeof SearchError>;

export const ListWindow = z.object({
  generation: z.int(),
  total: z.int(),
  /** The list is longer than `total`. */
  more: z.boolean().optional(),
  /** Index of the first row in the whole list. */
  offset: z.int(),
  rows: z.array(ListRow),
  /** Index of the request's anchor; absent when it is not in the list. */
  anchorIndex: z.int().optional(),
  /** Dispatches that have no row because they are folded into others; absent where nothing is folded, or that is not counted. */
  folded: z.int().optional(),
  searchError: SearchError.optional(),
});
export type ListWindow = z.infer<typeof ListWindow>;

const Tally = z.object({ total: z.int(), unread: z.int() });
/** `latest`: when the newest of them was published, in milliseconds since 1970. */
const NamedTally = Tally.extend({ name: z.string(), latest: z.number().optional() });
/** `topics`: the media topics of its newest dispatches. */
const CategoryTally = NamedTally.extend({ topics: z.array(z.string()).optional() });
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A printable page of what a saved search has found since the one before, daily at a time in the system's zone. */
const Digest = z.object({
  at: Clock,
  /** Headlines and first paragraphs only. */
  leads: z.boolean(),
  /** Absolute; absent: the folder `digests` among the reader's own. */
  folder: z.string().min(1).max(4_096).optional(),
});
export const Saved = z.object({
  id: Id,
  name: z.string().min(1).max(120),
  search: ShortText,
  digest: Digest.optional(),
});
export type Saved = z.infer<typeof Saved>;

export const Sidebar = z.object({
  generation: z.int(),
  all: Tally,
  unread: Tally,
  today: Tally,
  bookmarks: Tally,
  urgent: Tally,
  corrections: Tally,
  embargoes: Tally,
  later: Tally,
  hidden: Tally,
  topics: z.array(NamedTally),
  categories: z.array(CategoryTally),
  sources: z.array(NamedTally),
  tags: z.array(NamedTally),
  saved: z.array(Saved.extend({ total: z.int(), unread: z.int() })),
  problems: z.int(),
  /** How many of them ask for something to be done; absent: all. */
  pressing: z.int().optional(),
  /** Sources that have sent nothing for longer than is usual for them at this time of the week, and since when. */
  silent: z.array(z.object({ name: z.string(), since: Time })).optional(),
});
export type Sidebar = z.infer<typeof Sidebar>;

export const VersionInfo = z.object({
  id: z.string(),
  version: z.int(),
  headline: z.string(),
  publishedAt: z.string(),
  status: DispatchStatus,
  signal: Signal.optional(),
  /** True for the same id; false where slug, source and marker only suggest a version ("probably an update of"). */
  certain: z.boolean(),
});
export type VersionInfo = z.infer<typeof VersionInfo>;

export const Article = z.object({
  dispatch: Dispatch,
  status: StatusView,
  /** The whole chain, newest first, this one included. */
  versions: z.array(VersionInfo),
  /** The files that contained this dispatch, newest first. */
  files: z.array(z.object({ path: z.string(), receivedAt: z.string() })),
  /** The version that was read last, for the comparison; absent when there is none. */
  previous: Dispatch.optional(),
  /** True while the embargo is in force. */
  embargoed: z.boolean(),
  /** Killed or withheld by a notice that only quotes its headline: perhaps another dispatch is meant. */
  probable: z.boolean().optional(),
  /** The other dispatches that tell the same story, the oldest first. */
  story: z
    .array(z.object({ id: z.string(), source: z.string(), headline: z.string(), publishedAt: z.string() }))
    .optional(),
  /** The dispatch that kills or withholds it, if another one does. */
  orderedBy: Id.optional(),
  /** The dispatches that it kills, withholds, corrects or updates, as far as the library knows which these are. */
  targets: z.array(z.object({ relation: Reference.shape.relation, id: Id })).optional(),
  /** Where the search has found it, if not in the shown version. */
  foundIn: ListRow.shape.foundIn,
  /** Words to highlight, folded as in the index; `word*` is a prefix, `*word` a suffix. */
  highlight: z.object({ headline: z.array(z.string()), body: z.array(z.string()) }).optional(),
});
export type Article = z.infer<typeof Article>;

/** How many dispatches actually changed, and the handle to undo it. */
export const MarkResult = z.object({ changed: z.int(), undo: z.string().optional() });
export type MarkResult = z.infer<typeof MarkResult>;

export const ProblemRow = Problem.extend({
  /** Relative to the wire folder. */
  path: z.string(),
  at: Time,
  size: z.int(),
});
export type ProblemRow = z.infer<typeof ProblemRow>;

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  /** The path of the first wire folder, which gets the files that are handed over. */
  wireFolder: z.string(),
  /** All of them, the first one first. */
  wireFolders: z.array(ShownFolder),
  dataFolder: z.string(),
  platform: z.string(),
  /** The system's locale (BCP 47). */
  locale: z.string(),
  /** Notices from opening the library: files repaired or set aside, with their names. */
  notices: z.array(StoredMessage),
  /** What an administrator has fixed: names of settings, `wireFolder`, `dataFolder`, `updates`; absent: nothing. */
  locked: z.array(z.string()).optional(),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const Progress = z.object({
  state: z.enum(['idle', 'importing', 'paused', 'rebuilding']),
  /** Files of this run. */
  done: z.int(),
  total: z.int(),
  /** Files per second, over the last seconds. */
  rate: z.number(),
  /** Estimated; absent while unknown. */
  secondsLeft: z.number().optional(),
});
export type Progress = z.infer<typeof Progress>;

const Fact = z.union([z.string(), z.number(), z.boolean()]);
const Facts = z.record(z.string(), Fact);

/** What somebody who helps has to know: no text of a dispatch, no search, no name of a file, folder, list or tag. */
export const Diagnostics = z.object({
  program: Facts,
  system: Facts,
  counts: z.record(z.string(), z.int()),
  /** The settings that differ from the defaults. */
  settings: Facts,
  /** Codes of the notices that are shown. */
  notices: z.array(z.string()),
  /** The newest lines of the log, the oldest first. */
  log: z.array(z.string()),
});
export type Diagnostics = z.infer<typeof Diagnostics>;
