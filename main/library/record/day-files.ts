import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import type { Message } from '../../../preload/contract/messages.ts';
import { version as program } from '../../program/version.ts';
import { Dispatch } from '../../wire/dispatch.ts';
import { JsonFile, type Shape } from './json-file.ts';
import { type Migration, migrate } from './migrations.ts';
import { clear } from './set-aside.ts';
import { Status } from './status.ts';
import { statusFromLayout1 } from './status-layout-1.ts';

/** A dispatch of a day file: its identity and its JSON text, which is passed on without being parsed. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** A bookmarked dispatch and its status; files contain it as JSON text. */
export const Bookmark = z.object({ dispatch: Dispatch, status: Status });
export type Bookmark = z.infer<typeof Bookmark>;

/** The JSON text of a bookmark, given those of its dispatch and its status. */
export const bookmarkText = (dispatch: string, status: string): string => `{"dispatch":${dispatch},"status":${status}}`;

/** A file of the library. `restored`: it was missing or damaged, and the latest changes may be lost. */
export type Opened<T> = LowSync<T> & { readonly restored: boolean };

const daySteps: readonly Migration[] = [];
const statusSteps: readonly Migration[] = [
  (old) => {
    const statuses = Object.entries(z.record(z.string(), z.unknown()).parse(old.statuses));
    return { ...old, statuses: Object.fromEntries(statuses.map(([id, status]) => [id, statusFromLayout1(status)])) };
  },
];
const bookmarkSteps: readonly Migration[] = [
  (old) => {
    const bookmarks = z.array(z.record(z.string(), z.unknown())).parse(old.bookmarks);
    return { ...old, bookmarks: bookmarks.map((one) => ({ ...one, status: statusFromLayout1(one.status) })) };
  },
];

const DayContent = z.object({ version: z.literal(1), dispatches: z.array(Dispatch) });
const StatusContent = z.object({ version: z.literal(2), statuses: z.record(z.string(), Status) });
const BookmarkContent = z.object({ version: z.literal(2), bookmarks: z.array(Bookmark) });

/** Puts `members` one per line: still JSON, and a day of two thousand dispatches is written without serialising it again. */
const printed = (head: string, name: string, brackets: '[]' | '{}', members: readonly string[]): string =>
  `{${head},"${name}":${brackets[0]}\n${members.join(',\n')}\n${brackets[1]}}\n`;

/** From the second layout on, a file names the program that wrote it: an older program can say which one reads it. */
const LAYOUT_2 = `"version":2,"program":"${program}"`;

const dayShape: Shape<Stored[]> = {
  parse: (text, onOlder) =>
    DayContent.parse(migrate(JSON.parse(text), daySteps, onOlder)).dispatches.map((dispatch) => ({
      id: dispatch.id,
      version: dispatch.version,
      json: JSON.stringify(dispatch),
    })),
  print(stored) {
    const dispatches = stored.map(({ json }) => json);
    return printed('"version":1', 'dispatches', '[]', dispatches);
  },
};

const statusShape: Shape<Record<string, Status>> = {
  parse: (text, onOlder) => StatusContent.parse(migrate(JSON.parse(text), statusSteps, onOlder)).statuses,
  print(statuses) {
    const members = Object.entries(statuses).map(([id, status]) => `${JSON.stringify(id)}:${JSON.stringify(status)}`);
    return printed(LAYOUT_2, 'statuses', '{}', members);
  },
};

const bookmarkShape: Shape<string[]> = {
  parse: (text, onOlder) =>
    BookmarkContent.parse(migrate(JSON.parse(text), bookmarkSteps, onOlder)).bookmarks.map(({ dispatch, status }) =>
      bookmarkText(JSON.stringify(dispatch), JSON.stringify(status)),
    ),
  print: (bookmarks) => printed(LAYOUT_2, 'bookmarks', '[]', bookmarks),
};

/** The files of the first layout held all bookmarks together. */
export const OLD_BOOKMARKS = 'bookmarks.json';

/**
 * The library's record on disk, everything else is derived from it: `library/2025/2025-12-03.json` the dispatches of a day,
 * `….status.json` their statuses, `….bookmarks.json` the bookmarked ones in full. Days are `YYYY-MM-DD`, Berlin time. A file of
 * an older layout is migrated when it is read and written in the new one when it next changes.
 */
export class LibraryFiles {
  readonly root: string;
  private readonly notice: (notice: Message) => void;
  /** Days, and OLD_BOOKMARKS, of which a file could not be read when the index was filled, and why. */
  private readonly withheld = new Map<string, unknown>();

  constructor(dataFolder: string, notice: (notice: Message) => void) {
    this.root = join(dataFolder, 'library');
    this.notice = notice;
  }

  /**
   * Has everything about a day throw this error until `release`: the index lacks what is in a file of it, and must not be written
   * over that file.
   */
  withhold(day: string, error: unknown): void {
    this.withheld.set(day, error);
  }

  release(): void {
    this.withheld.clear();
  }

  /** True when the index has all that the files hold. */
  get isKnown(): boolean {
    return this.withheld.size === 0;
  }

  day(day: string): Opened<Stored[]> {
    return this.open(this.path(day, ''), dayShape, []);
  }

  /** Writes the remaining dispatches of a day; if none remain, deletes the file and its last good copy. */
  prune(day: string, left: readonly Stored[]): void {
    if (left.length > 0) {
      const file = this.day(day);
      file.data = [...left];
      file.write();
    } else clear(this.path(day, ''));
    // The backup still has the removed dispatches and would restore them.
    clear(`${this.path(day, '')}.bak`);
  }

  /** Removes temporary files left by killed processes. Nothing else may write meanwhile. */
  sweep(): void {
    if (!existsSync(this.root)) return;
    for (const folder of [this.root, ...this.years()])
      for (const entry of entriesOf(folder))
        if (entry.isFile() && /\.json\.\d+$/.test(entry.name)) rmSync(join(folder, entry.name), { force: true });
  }

  statuses(day: string): Opened<Record<string, Status>> {
    return this.open(this.path(day, '.status'), statusShape, {});
  }

  /** The bookmarks of dispatches whose statuses are those of this day, each as the JSON text of a Bookmark. */
  bookmarks(day: string): Opened<string[]> {
    return this.open(this.path(day, '.bookmarks'), bookmarkShape, []);
  }

  /** Writes all bookmarks of a day; without any, deletes the file and its last good copy. */
  putBookmarks(day: string, bookmarks: readonly string[]): void {
    // Read first, for one of a newer program is not written over.
    const file = this.bookmarks(day);
    file.data = [...bookmarks];
    if (bookmarks.length > 0) file.write();
    else for (const ending of ['', '.bak']) clear(this.path(day, '.bookmarks') + ending);
  }

  /** The bookmarks of the first layout, until they have been moved to the days. */
  oldBookmarks(): readonly string[] {
    return this.open(join(this.root, OLD_BOOKMARKS), bookmarkShape, []).data;
  }

  /** Renames the bookmarks file of the first layout, whose bookmarks the days now have, unless it cannot be read. */
  putAwayOldBookmarks(): void {
    const path = join(this.root, OLD_BOOKMARKS);
    if (this.withheld.has(OLD_BOOKMARKS)) return;
    if (existsSync(path)) {
      try {
        this.oldBookmarks();
      } catch {
        return;
      }
      if (existsSync(path)) renameSync(path, `${path}.layout-1`);
    }
    clear(`${path}.bak`);
  }

  /** Every day with a file of dispatches, statuses or bookmarks, or a last good copy of one, newest first. */
  days(): string[] {
    const names = this.years().flatMap((folder) => entriesOf(folder).map(({ name }) => name));
    const days = names.flatMap(
      (name) => /^(\d{4}-\d{2}-\d{2})(?:\.status|\.bookmarks)?\.json(?:\.bak)?$/.exec(name)?.[1] ?? [],
    );
    return [...new Set(days)].sort().reverse();
  }

  /** A digest of the names, sizes and times of all files of the days: another one as soon as any of them is written. */
  state(): string {
    const digest = createHash('sha256');
    for (const folder of this.years().sort())
      for (const name of readdirSync(folder).sort()) {
        const { size, mtimeMs } = statSync(join(folder, name));
        digest.update(`${name}/${size}/${mtimeMs}/`);
      }
    return digest.digest('base64');
  }

  private path(day: string, kind: '' | '.status' | '.bookmarks'): string {
    if (this.withheld.has(day)) throw this.withheld.get(day);
    return join(this.root, day.slice(0, 4), `${day}${kind}.json`);
  }

  private years(): string[] {
    if (!existsSync(this.root)) return [];
    const names = readdirSync(this.root).filter((name) => /^-?\d{4,}$/.test(name));
    return names.map((name) => join(this.root, name)).filter((path) => statSync(path).isDirectory());
  }

  private open<T>(path: string, shape: Shape<T>, empty: T): Opened<T> {
    const file = new JsonFile(path, shape, this.notice);
    const low = new LowSync<T>(file, empty);
    low.read();
    return Object.assign(low, { restored: file.restored });
  }
}

const entriesOf = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true });
