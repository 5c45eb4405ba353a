import { z } from 'zod';
import { AlarmCause, QuietHours } from './alarm.ts';
import { Id, ListName, ListQuery, ShortText } from './shapes.ts';
import { Time } from './status.ts';
import { isZone } from './zone.ts';

/** What the user and the window keep between starts. */

/** How much the library keeps: a number of days, of dispatches, or the stricter of both; everything without either. */
export const Retention = z.object({
  days: z.int().min(1).max(36_500).optional(),
  dispatches: z.int().min(1).max(100_000_000).optional(),
});
export type Retention = z.infer<typeof Retention>;

/** A section of the sidebar. */
export const Section = z.enum(['saved', 'topics', 'categories', 'sources', 'tags']);
export type Section = z.infer<typeof Section>;

/** Where the user was when the window was left. */
const LastPlace = z.object({
  query: ListQuery.omit({ keepReadSince: true, fold: true, open: true }),
  /** Since when rows that are read have stayed in a list of unread ones. */
  enteredAt: Time,
  selected: Id.optional(),
  /** A row, and how many rows below the upper edge of the view it was. */
  anchor: z.object({ id: Id, below: z.int().min(-10_000).max(10_000) }).optional(),
});
export type LastPlace = z.infer<typeof LastPlace>;

/** Lines a row of a list has: one, two, or as many as headline and lead need. */
const Density = z.enum(['one', 'two', 'three']);
export type Density = z.infer<typeof Density>;

/** What a row of a list can say besides source, headline and badges. */
const Column = z.enum(['time', 'number', 'characters', 'lines', 'reading']);
export type Column = z.infer<typeof Column>;

export const Settings = z.object({
  language: z.enum(['system', 'de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percentages of the window's width: sidebar, list, article. */
  panes: z.array(z.number().min(0).max(100)).length(3),
  textSize: z.int().min(12).max(28),
  /** Line length of the article, in characters. */
  measure: z.int().min(45).max(110),
  /** Typeface of the article. */
  textFont: z.enum(['serif', 'sans', 'legible', 'system']),
  /** Line height of the article, in per cent of the text size. */
  lineHeight: z.int().min(120).max(200),
  /** The article's lines are of equal length. */
  justify: z.boolean(),
  /** Words of the article are divided at the end of a line. */
  hyphenate: z.boolean(),
  /** Typeface of everything but the article's text. */
  interfaceFont: z.enum(['sans', 'legible', 'system']),
  /** The zone times are shown in (IANA), or `system`. */
  displayZone: z.string().max(60).refine(isZone),
  markRead: z.enum(['open', 'delay', 'manual']),
  /** The same story from several agencies is one row. */
  foldStories: z.boolean(),
  /** What is folded into a row is read, and put off, with it. */
  readTogether: z.boolean(),
  notify: z.enum(['none', 'urgent', 'all']),
  /** The alarms that are heard; absent: none. */
  alarmSounds: z.array(AlarmCause).max(20).optional(),
  /** Words that are always coloured: a word or words in a row, with a `*` at the end a beginning. */
  highlights: z
    .array(z.object({ words: z.string().min(1).max(100), colour: z.int().min(1).max(5) }))
    .max(100)
    .optional(),
  /** Null or absent: none. */
  quietHours: QuietHours.nullable().optional(),
  retention: Retention,
  /** A backup is made every day. */
  dailyBackup: z.boolean(),
  /** So many backups are kept, the newest. */
  keepBackups: z.int().min(1).max(100),
  /** Collapsed sections of the sidebar; absent: none. */
  folded: z.array(Section).max(5).optional(),
  /** Within the sections of the sidebar; absent: by name. */
  sidebarOrder: z.enum(['name', 'unread', 'latest']).optional(),
  /** Topics whose categories are unfolded; absent: none. */
  openTopics: z.array(ShortText).max(100).optional(),
  /** The last searches, the latest first. */
  recentSearches: z.array(ShortText).max(20).optional(),
  /** Lists that the user has pinned, hidden or given a name of their own. */
  ownLists: z
    .array(
      ListName.extend({
        pinned: z.boolean().optional(),
        hidden: z.boolean().optional(),
        label: z.string().min(1).max(120).optional(),
      }),
    )
    .max(500)
    .optional(),
  /** The sidebar is hidden; absent: it is shown. */
  listsHidden: z.boolean().optional(),
  /** The screens of the first start are to be shown: they have not been finished or skipped. */
  welcome: z.boolean().optional(),
  /** Absent: the window was never left. */
  lastPlace: LastPlace.optional(),
  /** The list beside the article or above it; absent: beside it. */
  layout: z.enum(['columns', 'stack']).optional(),
  /** Height of the list above the article, in percent. */
  listHeight: z.number().min(0).max(100).optional(),
  /** Lists with a density of their own. */
  densities: z
    .array(ListName.extend({ density: Density }))
    .max(200)
    .optional(),
  /** What rows say in lists without columns of their own; absent: the time. */
  columns: z.array(Column).max(5).optional(),
  /** Lists with columns of their own. */
  listColumns: z
    .array(ListName.extend({ columns: z.array(Column).max(5) }))
    .max(200)
    .optional(),
  /** Characters of a line where the length of a dispatch is said in lines. */
  lineChars: z.int().min(20).max(120),
  /** Keys of commands that the user has changed, by the command's id; absent: none. */
  shortcuts: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(5)).optional(),
  /** Lists sorted oldest first; absent: none. */
  oldestFirst: z.array(ListName).max(200).optional(),
  /** Lists sorted by urgency; absent: none. */
  urgentFirst: z.array(ListName).max(200).optional(),
});
export type Settings = z.infer<typeof Settings>;

/** The settings until the user changes them; the window shows these until the host has answered. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  panes: [18, 32, 50],
  textSize: 18,
  measure: 68,
  textFont: 'serif',
  lineHeight: 155,
  justify: false,
  hyphenate: true,
  interfaceFont: 'sans',
  displayZone: 'system',
  lineChars: 40,
  markRead: 'open',
  foldStories: true,
  readTogether: true,
  notify: 'urgent',
  retention: {},
  dailyBackup: false,
  keepBackups: 7,
};
