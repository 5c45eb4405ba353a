import { z } from 'zod';
import { AgendaItem } from './agenda.ts';
import { Alarm } from './alarm.ts';
import { BackupName, Backups } from './backup.ts';
import { Encoding } from './encoding.ts';
import { ExportOf, ExportOrder, ExportPlan, ExportResult, MAX_RESTORED_CHARS } from './export.ts';
import { FolderChange, WireFolder } from './folders.ts';
import { Health } from './health.ts';
import { StoredMessage } from './messages.ts';
import { MAX_POSITIONS, PlaceInText } from './reading.ts';
import { Rule, RuleId, RulePreview } from './rules.ts';
import { Retention, Settings } from './settings.ts';
import {
  AppInfo,
  Article,
  Diagnostics,
  Id,
  ListQuery,
  ListRow,
  ListWindow,
  MAX_SEARCH_CHARS,
  MarkResult,
  ProblemRow,
  Progress,
  Saved,
  Sidebar,
  TwoTexts,
} from './shapes.ts';
import { Archived, ArchiveFound, ArchiveKey, JoinResult, MAX_INVITATION_CHARS, Marks, SharingInfo } from './sharing.ts';
import { StatusChange, Time } from './status.ts';
import { View } from './view.ts';

export { MAX_FILE_BYTES } from '../../main/wire/dispatch.ts';
export type { AgendaItem } from './agenda.ts';
export { Alarm, AlarmCause, isQuiet, MAX_ALARMS, mayBeShown, type Touched } from './alarm.ts';
export { BackupName, type Backups } from './backup.ts';
export {
  ExportFormat,
  type ExportOf,
  type ExportOfInput,
  type ExportOrder,
  type ExportOrderInput,
  type ExportPlan,
  type ExportResult,
  type HeldDispatch,
  MAX_EXPORTED,
  MAX_RESTORED_CHARS,
} from './export.ts';
export { type Health, harmlessReasons, isHarmless } from './health.ts';
export { LaterChoice, laterTime } from './later.ts';
export { MAX_POSITIONS, PlaceInText, type ReadingPosition } from './reading.ts';
export { HandOverFormat, isActive, Rule, type RulePreview } from './rules.ts';
export * from './settings.ts';
export * from './shapes.ts';
export { type ArchiveHit, type ArchiveKey, type Marks, SharingInfo, type SharingTrouble } from './sharing.ts';
export {
  HandOverState,
  MAX_QUOTE_CHARS,
  noteChange,
  Passage,
  partsOf,
  passageChange,
  StatusChange,
  StatusView,
  type TypedChange,
  tagChange,
  UserNote,
} from './status.ts';

const Nothing = z.object({});
/** Whether it was done, and why not; no reason: the user cancelled. */
const Done = z.object({ done: z.boolean(), reason: StoredMessage.optional() });
const FolderKey = WireFolder.pick({ key: true });
interface Call<In extends z.ZodType, Out extends z.ZodType> {
  readonly in: In;
  readonly out: Out;
}
const call = <In extends z.ZodType, Out extends z.ZodType>(input: In, out: Out): Call<In, Out> => ({ in: input, out });

/**
 * Every call and event between the renderer and the reader: one row each, with the schemas of its input and output. Electron's
 * IPC, the loopback WebSocket and their tests are loops over these two tables. No Node and no DOM here.
 */
/** Longer ones are cut in a menu. */
const MenuLabel = z.string().max(200);
export const HistoryNames = z.object({ undo: MenuLabel.optional(), redo: MenuLabel.optional() });
export type HistoryNames = z.infer<typeof HistoryNames>;

export const calls = {
  'app.info': call(Nothing, AppInfo),
  'diagnostics.get': call(Nothing, Diagnostics),
  'sidebar.get': call(Nothing, Sidebar),
  /**
   * Rows of a list; with `anchor`, also the index of that dispatch. With `quick`, a long list is not counted: its answer says
   * that there are `more` than its `total`, and `list.count` knows how many. With `measured`, rows have number and length.
   */
  'list.window': call(
    z.object({
      query: ListQuery,
      offset: z.int().nonnegative(),
      limit: z.int().min(0).max(500),
      anchor: Id.optional(),
      quick: z.boolean().optional(),
      measured: z.boolean().optional(),
    }),
    ListWindow,
  ),
  'list.count': call(z.object({ query: ListQuery }), z.object({ total: z.int() })),
  /** The ids of the rows `offset` to `offset + limit` of a list. */
  'list.ids': call(
    z.object({ query: ListQuery, offset: z.int().nonnegative(), limit: z.int().min(1).max(10_000) }),
    z.object({ ids: z.array(Id) }),
  ),
  /** The next (1) or previous (-1) dispatch of a list, from `from` or from the list's start or end; only unread ones if wanted. */
  'list.step': call(
    z.object({
      query: ListQuery,
      from: Id.optional(),
      step: z.union([z.literal(1), z.literal(-1)]),
      unreadOnly: z.boolean(),
    }),
    z.object({ row: ListRow.optional(), index: z.int().optional() }),
  ),
  /** The first row in the order of the list from a moment on (newest first: published before it); absent unless sorted by time. */
  'list.at': call(
    z.object({ query: ListQuery, at: z.iso.datetime() }),
    z.object({ row: ListRow.optional(), index: z.int().optional() }),
  ),
  /** A dispatch in full, in its newest version unless one is named; absent when the library does not have it. */
  'article.get': call(
    z.object({ id: Id, version: z.int().optional(), search: TwoTexts.optional() }),
    z.object({ article: Article.optional() }),
  ),
  'status.mark': call(z.object({ ids: z.array(Id).min(1).max(10_000), change: StatusChange }), MarkResult),
  /** Marks a whole list, or the part above or below the anchor, without the anchor itself. */
  'status.markList': call(
    z.object({ query: ListQuery, read: z.boolean(), part: z.enum(['all', 'above', 'below']), anchor: Id.optional() }),
    MarkResult,
  ),
  /** Undoes a marking; the `undo` of the answer does it again. */
  'status.undo': call(z.object({ undo: z.string() }), MarkResult),
  'problems.list': call(Nothing, z.object({ problems: z.array(ProblemRow) })),
  'problems.retry': call(z.object({ path: z.string().max(4_096) }), Nothing),
  /** A digest stays as it is unless one is given; null removes it. */
  'saved.put': call(Saved.partial({ id: true }).extend({ digest: Saved.shape.digest.nullable() }), Saved),
  'saved.delete': call(z.object({ id: Id }), Nothing),
  'saved.order': call(z.object({ ids: z.array(Id).max(1_000) }), Nothing),
  /** The last alarms, seen or not, the newest first. */
  'alarms.get': call(Nothing, z.object({ alarms: z.array(Alarm) })),
  /** Takes alarms off the strip; all of them without `ids`. */
  'alarms.see': call(z.object({ ids: z.array(Id).max(100).optional() }), Nothing),
  /** In the order in which they test a dispatch. */
  'rules.get': call(Nothing, z.object({ rules: z.array(Rule) })),
  'rules.put': call(Rule.partial({ id: true }), Rule),
  'rules.delete': call(RuleId, Nothing),
  'rules.order': call(z.object({ ids: z.array(Id).max(1_000) }), Nothing),
  /** Asks for a folder that rules and digests may write to, outside the window; absent: the user cancelled. */
  'rules.folder': call(Nothing, Done.extend({ folder: z.string().optional() })),
  'rules.preview': call(Rule.pick({ search: true }), RulePreview),
  /** Applies a rule to the dispatches of the library; alarms are not raised. */
  'rules.apply': call(RuleId, MarkResult),
  'settings.get': call(Nothing, Settings),
  'settings.set': call(Settings.partial(), Settings),
  'sharing.get': call(Nothing, SharingInfo),
  /** Joins the newsroom's server with the text of an invitation. */
  'sharing.join': call(z.object({ invitation: z.string().max(MAX_INVITATION_CHARS), marks: Marks }), JoinResult),
  'sharing.marks': call(z.object({ marks: Marks }), Nothing),
  'sharing.lists': call(z.object({ on: z.boolean() }), Nothing),
  'sharing.retry': call(Nothing, Nothing),
  /** Searches the server's archive, in the syntax of docs/search.md. */
  'archive.search': call(z.object({ search: TwoTexts, skip: z.int().nonnegative() }), ArchiveFound),
  'archive.get': call(ArchiveKey, Archived),
  /** Takes a dispatch of the archive into the library, with a bookmark. */
  'archive.keep': call(ArchiveKey, z.object({ id: Id.optional() })),
  'sharing.leave': call(Nothing, Nothing),
  /** Rebuilds the index for lists and search from the library's files; lists fill as it goes. */
  'library.rebuild': call(Nothing, Nothing),
  /** What came when, and how large the library is. */
  'health.get': call(Nothing, Health),
  /** Checks index and search text; it may read a gigabyte. A damaged index is rebuilt at the next start. */
  'library.verify': call(Nothing, z.object({ damage: StoredMessage.optional() })),
  'backup.get': call(Nothing, Backups),
  'backup.make': call(Nothing, Done),
  /** Asks for another folder for backups, outside the window. */
  'backup.folder': call(Nothing, Done),
  /** Replaces the library at the next start, or adds what it lacks now; `dispatches`: how many that were. */
  'backup.restore': call(
    z.object({ name: BackupName, mode: z.enum(['replace', 'merge']) }),
    Done.extend({ dispatches: z.int().optional() }),
  ),
  /** Takes back a replacement that waits for the next start. */
  'backup.cancel': call(Nothing, Nothing),
  /** Closes the reader and opens it again; the window connects again by itself. */
  'app.restart': call(Nothing, Nothing),
  /** How many dispatches a retention would remove now, and how many as old stay because of a bookmark, tag or note. */
  'retention.preview': call(Retention, z.object({ goes: z.int(), stays: z.int(), before: Time.optional() })),
  'import.pause': call(Nothing, Nothing),
  'import.resume': call(Nothing, Nothing),
  'import.progress': call(Nothing, Progress),
  /** Shows a wire folder, without a key the first one, in the system's file manager. */
  'folder.open': call(z.object({ key: z.string().max(80).optional() }), Done),
  /**
   * Watches another folder instead of the first wire folder: `path`, or without it the one chosen in the host's dialog. `path` must be inside a folder that was
   * in use since the start: any other has to be confirmed outside the window.
   */
  'folder.choose': call(z.object({ path: z.string().max(4_096).optional() }), Done),
  /** Watches one more wire folder, chosen in the same way. */
  'folder.add': call(z.object({ path: z.string().max(4_096).optional(), name: z.string().max(120) }), Done),
  /** Sets everything of a folder but its path; what has been read before stays as it is. */
  'folder.change': call(FolderChange, Nothing),
  /** Watches a folder no longer, unless it is the last one. Its dispatches stay. */
  'folder.remove': call(FolderKey, Nothing),
  /** Reads all files of a folder again, as its settings are now. */
  'folder.readAgain': call(FolderKey, Nothing),
  /**
   * Copies a dropped file into the first wire folder; `content` is base64. An existing name gets a number; an ending that wire files
   * do not have gets `.txt` after it.
   */
  'folder.drop': call(
    z.object({ name: z.string().min(1).max(255), content: z.string().max(16 * 1024 * 1024) }),
    z.object({ path: z.string() }),
  ),
  /** The text of the file a dispatch came from, in an encoding of choice. `isStored`: the file is gone, this is the stored text. */
  'file.text': call(
    z.object({ id: Id, version: z.int().optional(), encoding: Encoding.optional() }),
    z.object({
      path: z.string(),
      text: z.string(),
      encoding: z.string(),
      isStored: z.boolean(),
      isCut: z.boolean(),
    }),
  ),
  /**
   * Reads that file again in an encoding of choice, null: in the one found out. What reads differently becomes a new version.
   * `previous`: what was chosen for the file before.
   */
  'file.reread': call(
    z.object({ id: Id, version: z.int().optional(), encoding: Encoding.nullable() }),
    Done.extend({ previous: Encoding.nullable().optional() }),
  ),
  /** Shows that file in the system's file manager. */
  'file.reveal': call(
    z.object({ id: Id, version: z.int().optional() }),
    z.object({ done: z.boolean(), reason: StoredMessage.optional() }),
  ),
  /** Opens a window that shows one thing. `done` is false where the host has no windows: the page opens it itself. */
  'window.open': call(View, z.object({ done: z.boolean() })),
  /** What undo and redo of the host's menu would do: "Undo: Tag “Budget” removed"; absent: nothing. Nothing where it has no menu. */
  'history.name': call(HistoryNames, Nothing),
  /** How far the dispatches read last were read. */
  'positions.get': call(Nothing, z.object({ positions: z.array(PlaceInText) })),
  /** Keeps how far dispatches were read; one without a position is at its beginning. */
  'positions.put': call(
    z.object({ left: z.array(PlaceInText.partial({ position: true })).max(MAX_POSITIONS) }),
    Nothing,
  ),
  /** Goes on with a drag out of the window, with a text file. `done` is false where the page does that itself. */
  'drag.start': call(
    z.object({ name: z.string().min(1).max(100), text: z.string().max(MAX_RESTORED_CHARS) }),
    z.object({ done: z.boolean() }),
  ),
  /** Opens an http, https or mailto address in the system's browser or mail program. */
  'link.open': call(z.object({ url: z.string().max(4_096) }), z.object({ done: z.boolean() })),
  /** What is announced from yesterday on, the earliest first. */
  'agenda.get': call(Nothing, z.object({ items: z.array(AgendaItem) })),
  /** Takes in the dispatches and statuses of an exported JSON file; what is there stays. `refused`: it is no such file. */
  'export.restore': call(
    z.object({ content: z.string().max(MAX_RESTORED_CHARS) }),
    z.object({
      count: z.int(),
      refused: z.boolean().optional(),
      /** The places in the file, from 1, of dispatches that could not be read; the first ten. */
      unreadable: z.array(z.int()).optional(),
    }),
  ),
  /** What an export would contain, and what it would leave out. */
  'export.plan': call(z.object({ of: ExportOf }), ExportPlan),
  /** Dispatches as one file; those in it are noted as exported. */
  'export.file': call(ExportOrder, ExportResult),
} as const;

export const events = {
  /** Lists, counts or the article may have changed: request again what is on screen. */
  'library.changed': z.object({ generation: z.int() }),
  'import.progress': Progress,
  'settings.changed': Settings,
  /** `raised`: the ids of alarms that are new. */
  'alarms.changed': z.object({ alarms: z.array(Alarm), raised: z.array(z.string()) }),
  'rules.changed': z.object({ rules: z.array(Rule) }),
  'sharing.changed': SharingInfo,
  /** The wire folder or the notices have changed. */
  'app.changed': AppInfo,
  /** A menu entry of the host was chosen: the name of a command of the renderer. */
  'command.run': z.object({ command: z.string().max(100) }),
  /** A notification or a link to a dispatch was opened: show this dispatch. */
  'article.show': z.object({ id: Id }),
  /** A link to a search was opened: show what it finds. */
  'search.show': z.object({ search: z.string().max(MAX_SEARCH_CHARS) }),
} as const;

type Calls = typeof calls;
type Events = typeof events;
export type CallName = keyof Calls;
export type EventName = keyof Events;
export type CallIn<N extends CallName> = z.input<Calls[N]['in']>;
export type CallOut<N extends CallName> = z.output<Calls[N]['out']>;
export type EventOf<N extends EventName> = z.output<Events[N]>;

/** The interface of `window.depesche`: `call` for every call, `on` to subscribe to an event; its result unsubscribes. */
export interface ReaderClient {
  call<N extends CallName>(name: N, input: CallIn<N>): Promise<CallOut<N>>;
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void;
}

/** What the host implements. Inputs have passed their schema. */
export type ReaderHandlers = {
  readonly [N in CallName]: (input: z.output<Calls[N]['in']>) => Promise<CallOut<N>> | CallOut<N>;
};
