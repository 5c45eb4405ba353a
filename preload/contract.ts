import { z } from 'zod';
import { Dispatch, DispatchStatus, Problem, Signal } from '../main/wire/dispatch.ts';

/**
 * Every call and event between the renderer and the reader: one row each, with the schema of what goes in and what comes
 * out. Electron's IPC, the loopback WebSocket and their tests are loops over these two tables. No Node and no DOM here.
 */

export type { Block, Dispatch, Mark, Note, RichText, Signal, Teaser } from '../main/wire/dispatch.ts';

/** Ids of another library or version may be longer than those given now (LONGEST_GUID). */
const Id = z.string().min(1).max(10_000);
/** Characters of a search. */
export const LONGEST_SEARCH = 2_000;
const Text = z.string().max(LONGEST_SEARCH);
/** A saved search and what is typed to narrow it, each in brackets. */
const TwoTexts = z.string().max(4_100);
/** ISO 8601, UTC or with offset. */
const Time = z.string().max(40);

/** What a person did with a dispatch. Every field carries the time of its last change, so that libraries can be merged. */
export const Status = z.object({
  read: z.boolean(),
  readAt: Time.optional(),
  /** The version that was read: a newer one shows as unread again. */
  readVersion: z.int().nonnegative().optional(),
  bookmarked: z.boolean(),
  bookmarkedAt: Time.optional(),
  tags: z.array(z.string().min(1).max(80)).max(50),
  tagsAt: Time.optional(),
  note: z.string().max(20_000),
  noteAt: Time.optional(),
});
export type Status = z.infer<typeof Status>;

/** Which list is shown. `value` names the category, source, tag or saved search. */
export const ListQuery = z.object({
  list: z.enum(['all', 'unread', 'today', 'bookmarks', 'category', 'source', 'tag', 'saved']),
  value: Text.optional(),
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
  highlight: z.array(z.string()).optional(),
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

const Nothing = z.object({});
interface Call<In extends z.ZodType, Out extends z.ZodType> {
  readonly in: In;
  readonly out: Out;
}
const call = <In extends z.ZodType, Out extends z.ZodType>(input: In, out: Out): Call<In, Out> => ({ in: input, out });

export const calls = {
  'app.info': call(Nothing, AppInfo),
  'sidebar.get': call(Nothing, Sidebar),
  /** A window of a list. With `anchor`, also where that dispatch stands. */
  'list.window': call(
    z.object({
      query: ListQuery,
      offset: z.int().nonnegative(),
      limit: z.int().min(0).max(500),
      anchor: Id.optional(),
    }),
    ListWindow,
  ),
  /** The next (step 1) or previous (-1) dispatch of a list seen from `from` (absent: from the top), unread only if asked. */
  'list.step': call(
    z.object({
      query: ListQuery,
      from: Id.optional(),
      step: z.union([z.literal(1), z.literal(-1)]),
      unreadOnly: z.boolean(),
    }),
    z.object({ row: ListRow.optional(), index: z.int().optional() }),
  ),
  /** One dispatch whole; the newest version unless one is named. Absent when the library does not hold it. */
  'article.get': call(
    z.object({ id: Id, version: z.int().nonnegative().optional(), search: TwoTexts.optional() }),
    z.object({ article: Article.optional() }),
  ),
  'status.mark': call(z.object({ ids: z.array(Id).min(1).max(10_000), change: StatusChange }), Marked),
  /** Marks a whole list read, or only what stands above/below a dispatch in it (that one excluded). */
  'status.markList': call(
    z.object({ query: ListQuery, read: z.boolean(), part: z.enum(['all', 'above', 'below']), anchor: Id.optional() }),
    Marked,
  ),
  'status.undo': call(z.object({ undo: z.string() }), Marked),
  'problems.list': call(Nothing, z.object({ problems: z.array(ProblemRow) })),
  'problems.retry': call(z.object({ path: z.string().max(4_096) }), Nothing),
  'saved.put': call(Saved.partial({ id: true }), Saved),
  'saved.delete': call(z.object({ id: Id }), Nothing),
  'saved.order': call(z.object({ ids: z.array(Id).max(1_000) }), Nothing),
  'settings.get': call(Nothing, Settings),
  'settings.set': call(Settings.partial(), Settings),
  /** Makes the index for lists and search anew from the library's files; lists fill as it goes. */
  'library.rebuild': call(Nothing, Nothing),
  /** What a retention would remove now, and what of that age stays because it is bookmarked, tagged or noted. */
  'retention.preview': call(Retention, z.object({ goes: z.int(), stays: z.int(), before: Time.optional() })),
  'import.pause': call(Nothing, Nothing),
  'import.resume': call(Nothing, Nothing),
  'import.progress': call(Nothing, Progress),
  /** Shows the wire folder in the system's file manager. */
  'folder.open': call(Nothing, z.object({ done: z.boolean(), reason: z.string().optional() })),
  /** Watches another folder: the host asks for it, or `path` names it where the host cannot ask. */
  'folder.choose': call(
    z.object({ path: z.string().max(4_096).optional() }),
    z.object({ done: z.boolean(), reason: z.string().optional() }),
  ),
  /** Copies a dropped file into the wire folder; `content` is base64. An existing name gets a number. */
  'folder.drop': call(
    z.object({ name: z.string().min(1).max(255), content: z.string().max(16 * 1024 * 1024) }),
    z.object({ path: z.string() }),
  ),
  /** Opens an http, https or mailto address outside. */
  'link.open': call(z.object({ url: z.string().max(4_096) }), z.object({ done: z.boolean() })),
  'bookmarks.export': call(
    z.object({ format: z.enum(['json', 'md']) }),
    z.object({ name: z.string(), content: z.string() }),
  ),
} as const;

export const events = {
  /** Something a list or the sidebar shows has changed; whoever cares asks. */
  'library.changed': z.object({ generation: z.int() }),
  'import.progress': Progress,
  'settings.changed': Settings,
  /** The folder that is watched, or what the library has to say, has changed. */
  'app.changed': AppInfo,
  /** A menu entry of the host was chosen: the name of a command of the renderer. */
  'command.run': z.object({ command: z.string().max(100) }),
  /** A notification was clicked: show this dispatch. */
  'article.show': z.object({ id: Id }),
} as const;

export type Calls = typeof calls;
export type Events = typeof events;
export type CallName = keyof Calls;
export type EventName = keyof Events;
export type CallIn<N extends CallName> = z.input<Calls[N]['in']>;
export type CallOut<N extends CallName> = z.output<Calls[N]['out']>;
export type EventOf<N extends EventName> = z.output<Events[N]>;

/** What `window.depesche` is: one function for every call, one for subscribing, whose result unsubscribes. */
export interface ReaderClient {
  call<N extends CallName>(name: N, input: CallIn<N>): Promise<CallOut<N>>;
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void;
}

/** What `reader.ts` implements. Inputs have passed their schema. */
export type ReaderHandlers = {
  readonly [N in CallName]: (input: z.output<Calls[N]['in']>) => Promise<CallOut<N>> | CallOut<N>;
};
