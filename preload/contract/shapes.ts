import { z } from 'zod';
import { Dispatch, DispatchStatus, Problem, Signal } from '../../main/wire/dispatch.ts';

/** What goes over the contract: what a list, a sidebar, an article and the settings are made of. No Node and no DOM here. */

export type { Block, Dispatch, Mark, Note, RichText, Signal, Teaser } from '../../main/wire/dispatch.ts';

/** Ids of another library or version may be longer than those given now (LONGEST_GUID). */
export const Id = z.string().min(1).max(10_000);
/** Characters of a search. */
export const LONGEST_SEARCH = 2_000;
const Text = z.string().max(LONGEST_SEARCH);
/** A saved search and what is typed to narrow it, each in brackets. */
export const TwoTexts = z.string().max(4_100);
/** ISO 8601, UTC or with offset. */
export const Time = z.string().max(40);

/** What a person did with a dispatch. Every field carries the time of its last change, so that libraries can be merged. */
export const Status = z.object({
  read: z.boolean(),
  readAt: Time.optional(),
  /** The version that was read: a newer one shows as unread again. */
  readVersion: z.int().optional(),
  bookmarked: z.boolean(),
  bookmarkedAt: Time.optional(),
  tags: z.array(z.string().min(1).max(80)).max(50),
  tagsAt: Time.optional(),
  note: z.string().max(20_000),
  noteAt: Time.optional(),
});
export type Status = z.infer<typeof Status>;

/** A list. `value` names the category, source, tag or saved search. */
const ListName = z.object({
  list: z.enum(['all', 'unread', 'today', 'bookmarks', 'category', 'source', 'tag', 'saved']),
  value: Text.optional(),
});

/** What is shown of a list. */
export const ListQuery = ListName.extend({
  /** In the syntax of docs/search.md. */
  search: Text.optional(),
  unreadOnly: z.boolean().optional(),
  order: z.enum(['newest', 'oldest', 'relevance']).default('newest'),
  /** In lists of unread dispatches: those read since this time stay, so that nothing vanishes under the eyes. */
  keepReadSince: Time.optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;
export type ListQueryInput = z.input<typeof ListQuery>;

/** UTF-16 offsets of a search hit, from inclusive, to exclusive. */
export const Hit = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Hit = z.infer<typeof Hit>;

/** A dispatch as a line of the list: enough to draw it, never its body. */
export const ListRow = z.object({
  id: z.string(),
  version: z.int(),
  headline: z.string(),
  headlineHits: z.array(Hit).optional(),
  /** The lead, or with a search the place of the hit. Empty while the text is withheld. */
  snippet: z.string(),
  snippetHits: z.array(Hit).optional(),
  source: z.string(),
  categories: z.array(z.string()),
  publishedAt: z.string(),
  receivedAt: z.string(),
  urgency: z.int(),
  status: DispatchStatus,
  signal: Signal.optional(),
  embargoUntil: z.string().optional(),
  read: z.boolean(),
  bookmarked: z.boolean(),
  tags: z.array(z.string()),
  hasNote: z.boolean(),
  /** True when an earlier version of it was read and this one was not. */
  updated: z.boolean(),
});
export type ListRow = z.infer<typeof ListRow>;

/** A search that cannot be understood: where it goes wrong (UTF-16 offset into `search`) and why. */
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
  /** Index of the first row in the whole list. */
  offset: z.int(),
  rows: z.array(ListRow),
  /** Where the anchor of the request stands now; absent when it is not in the list. */
  anchorIndex: z.int().optional(),
  searchError: SearchError.optional(),
});
export type ListWindow = z.infer<typeof ListWindow>;

const Tally = z.object({ total: z.int(), unread: z.int() });
const NamedTally = Tally.extend({ name: z.string() });
export const Saved = z.object({ id: Id, name: z.string().min(1).max(120), search: Text });
export type Saved = z.infer<typeof Saved>;

export const Sidebar = z.object({
  generation: z.int(),
  all: Tally,
  unread: Tally,
  today: Tally,
  bookmarks: Tally,
  categories: z.array(NamedTally),
  sources: z.array(NamedTally),
  tags: z.array(NamedTally),
  saved: z.array(Saved.extend({ total: z.int(), unread: z.int() })),
  problems: z.int(),
});
export type Sidebar = z.infer<typeof Sidebar>;

export const VersionInfo = z.object({
  id: z.string(),
  version: z.int(),
  headline: z.string(),
  publishedAt: z.string(),
  status: DispatchStatus,
  signal: Signal.optional(),
  /** Of the same id (certain), or proposed by slug, source and marker ("probably an update of"). */
  certain: z.boolean(),
});
export type VersionInfo = z.infer<typeof VersionInfo>;

export const Article = z.object({
  dispatch: Dispatch,
  status: Status,
  /** The whole chain, newest first, this one included. */
  versions: z.array(VersionInfo),
  /** Every file that carried this dispatch, newest first. */
  files: z.array(z.object({ path: z.string(), receivedAt: z.string() })),
  /** The text of the version that was read last, for the marked comparison; absent when there is none. */
  previous: Dispatch.optional(),
  /** True when the embargo still holds now. */
  embargoed: z.boolean(),
  /** Words to highlight in the opened article, folded as the index folds them; a trailing * marks a prefix, a leading one a suffix. */
  highlight: z.object({ headline: z.array(z.string()), body: z.array(z.string()) }).optional(),
});
export type Article = z.infer<typeof Article>;

export const StatusChange = z
  .object({
    read: z.boolean(),
    bookmarked: z.boolean(),
    tags: Status.shape.tags,
    note: Status.shape.note,
  })
  .partial();
export type StatusChange = z.infer<typeof StatusChange>;

/** What a marking did: how many dispatches really changed, and the handle that takes it back. */
export const Marked = z.object({ changed: z.int(), undo: z.string().optional() });
export type Marked = z.infer<typeof Marked>;

export const ProblemRow = Problem.extend({
  /** Below the wire folder. */
  path: z.string(),
  at: Time,
  size: z.int(),
});
export type ProblemRow = z.infer<typeof ProblemRow>;

/** How much is kept: days, dispatches, or what is stricter of both; neither keeps everything. */
export const Retention = z.object({
  days: z.int().min(1).max(36_500).optional(),
  dispatches: z.int().min(1).max(100_000_000).optional(),
});
export type Retention = z.infer<typeof Retention>;

/** A part of the sidebar with a heading. */
export const Section = z.enum(['saved', 'categories', 'sources', 'tags']);
export type Section = z.infer<typeof Section>;

export const Settings = z.object({
  language: z.enum(['system', 'de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percentages of the window's width: sidebar, list, article. */
  panes: z.array(z.number().min(0).max(100)).length(3),
  textSize: z.int().min(12).max(28),
  /** Longest line of the article, in characters. */
  measure: z.int().min(45).max(110),
  markRead: z.enum(['open', 'delay', 'manual']),
  notify: z.enum(['none', 'urgent', 'all']),
  retention: Retention,
  /** Sections of the sidebar that are folded; absent: none. */
  folded: z.array(Section).max(4).optional(),
  /** The sidebar is not shown; absent: it is. */
  listsHidden: z.boolean().optional(),
  /** Lists that show their oldest first; absent: none. */
  oldestFirst: z.array(ListName).max(200).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  wireFolder: z.string(),
  dataFolder: z.string(),
  platform: z.string(),
  /** BCP 47, what the system prefers. */
  locale: z.string(),
  /** What the library had to say when it opened: repaired or set-aside files, with their names. */
  notices: z.array(z.string()),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const Progress = z.object({
  state: z.enum(['idle', 'importing', 'paused', 'rebuilding']),
  /** Files, of this run. */
  done: z.int(),
  total: z.int(),
  /** Files a second, over the last seconds. */
  rate: z.number(),
  /** Seconds, estimated; absent while nothing can be said. */
  secondsLeft: z.number().optional(),
});
export type Progress = z.infer<typeof Progress>;
