import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { Status } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { Dispatch } from '../../wire/dispatch.ts';
import { JsonFile, type Shape } from './json-file.ts';
import { type Migration, migrate } from './migrations.ts';

/** A dispatch of a day file: its identity, and itself as JSON text, which is carried without being taken apart. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

export interface Bookmark {
  readonly dispatch: Dispatch;
  readonly status: Status;
}

/** A file of the library. `restored`: there was none, or none that is good, and it may lack what was written last. */
export type Opened<T> = LowSync<T> & { readonly restored: boolean };

const daySteps: readonly Migration[] = [];
const statusSteps: readonly Migration[] = [];
const bookmarkSteps: readonly Migration[] = [];

const DayContent = z.object({ version: z.literal(1), dispatches: z.array(Dispatch) });
const StatusContent = z.object({ version: z.literal(1), statuses: z.record(z.string(), Status) });
const BookmarkContent = z.object({
  version: z.literal(1),
  bookmarks: z.array(z.object({ dispatch: Dispatch, status: Status })),
});

/** One dispatch a line: still JSON, and a day of two thousand is written without being serialised again. */
const dayShape: Shape<Stored[]> = {
  parse: (text) =>
    DayContent.parse(migrate(JSON.parse(text), daySteps)).dispatches.map((dispatch) => ({
      id: dispatch.id,
      version: dispatch.version,
      json: JSON.stringify(dispatch),
    })),
  print: (stored) => `{"version":1,"dispatches":[\n${stored.map(({ json }) => json).join(',\n')}\n]}\n`,
};

const statusShape: Shape<Record<string, Status>> = {
  parse: (text) => StatusContent.parse(migrate(JSON.parse(text), statusSteps)).statuses,
  print: (statuses) => `${JSON.stringify({ version: 1, statuses }, null, 1)}\n`,
};

const bookmarkShape: Shape<Bookmark[]> = {
  parse: (text) => BookmarkContent.parse(migrate(JSON.parse(text), bookmarkSteps)).bookmarks,
  print: (bookmarks) => `${JSON.stringify({ version: 1, bookmarks }, null, 1)}\n`,
};

/**
 * The library's record on disk, everything else is derived from it: `library/2025/2025-12-03.json` the dispatches of a day,
 * `….status.json` their statuses, `bookmarks.json` what is bookmarked, whole. Days are `YYYY-MM-DD`, Berlin time.
 */
export class LibraryFiles {
  readonly root: string;
  private readonly notice: (notice: Message) => void;

  constructor(dataFolder: string, notice: (notice: Message) => void) {
    this.root = join(dataFolder, 'library');
    this.notice = notice;
  }

  day(day: string): Opened<Stored[]> {
    return this.open(join(this.root, day.slice(0, 4), `${day}.json`), dayShape, []);
  }

  /** Writes what is left of a day; a day of which nothing is left goes, its last good copy with it. */
  prune(day: string, left: readonly Stored[]): void {
    const path = join(this.root, day.slice(0, 4), `${day}.json`);
    if (left.length > 0) {
      const file = this.day(day);
      file.data = [...left];
      file.write();
    } else rmSync(path, { force: true });
    // It holds what was to go, and would bring it back.
    rmSync(`${path}.bak`, { force: true });
  }

  /** Removes the temporary files that writes left behind whose process was killed. Nobody else may write meanwhile. */
  sweep(): void {
    if (!existsSync(this.root)) return;
    for (const folder of [this.root, ...this.years()])
      for (const name of readdirSync(folder))
        if (/\.json\.\d+$/.test(name)) rmSync(join(folder, name), { force: true });
  }

  statuses(day: string): Opened<Record<string, Status>> {
    return this.open(join(this.root, day.slice(0, 4), `${day}.status.json`), statusShape, {});
  }

  bookmarks(): Opened<Bookmark[]> {
    return this.open(join(this.root, 'bookmarks.json'), bookmarkShape, []);
  }

  /** Every day that has a file of dispatches or of statuses (its last good copy counts too), newest first. */
  days(): string[] {
    const names = this.years().flatMap((folder) => readdirSync(folder));
    const days = names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})(?:\.status)?\.json(?:\.bak)?$/.exec(name)?.[1] ?? []);
    return [...new Set(days)].sort().reverse();
  }

  private years(): string[] {
    if (!existsSync(this.root)) return [];
    const names = readdirSync(this.root).filter((name) => /^-?\d{4,}$/.test(name));
    return names.map((name) => join(this.root, name));
  }

  private open<T>(path: string, shape: Shape<T>, empty: T): Opened<T> {
    const file = new JsonFile(path, shape, this.notice);
    const low = new LowSync<T>(file, empty);
    low.read();
    return Object.assign(low, { restored: file.restored });
  }
}
