import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import type {
  AgendaItem,
  Article,
  ListRow,
  ListWindow,
  MarkResult,
  ProblemRow,
  Retention,
  Saved,
  Sidebar,
  StatusChange,
} from '../../preload/contract/contract.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonOf, UserError } from '../errors.ts';
import { problemRows } from './changes/read-files.ts';
import { openForSearching } from './index/database.ts';
import { checkIndex, damageNotice, isDamage, markDamaged, wasChecked } from './index/index-check.ts';
import { Store } from './index/store.ts';
import { agendaOf } from './queries/agenda.ts';
import { countsBetween, oldestOf, type SourceCounts } from './queries/arrivals-by-day.ts';
import { articleOf } from './queries/article.ts';
import { countInSteps, inTurns } from './queries/list-count.ts';
import type { LibraryQuery } from './queries/list-source.ts';
import { listAt, listIds, listStep, listWindow, type WindowRequest } from './queries/list-window.ts';
import { SavedCounts } from './queries/saved-counts.ts';
import { sidebarOf } from './queries/sidebar.ts';
import type { Silence } from './queries/silence.ts';
import { Watching } from './queries/watching.ts';
import { lockLibrary } from './record/lock.ts';
import { makeWritable } from './record/make-writable.ts';
import { finishRestore } from './record/replaced.ts';
import { isEmpty } from './upkeep/rebuild.ts';
import { preview } from './upkeep/retention.ts';
import type { Arrived } from './worker/arrivals.ts';
import { LibraryClient } from './worker/library-client.ts';
import { LibrarySharing } from './worker/library-sharing.ts';
import type { LibraryEvent } from './worker/orders.ts';

export type { ImportCounts } from './changes/import-counts.ts';
export type { ReadFile } from './changes/read-files.ts';
export { readBefore } from './changes/read-files.ts';
export type { SharedStatus } from './changes/shared.ts';
export type { UnsentStatus } from './changes/unsent.ts';
export { openForReading } from './index/database.ts';
export { numberKey, prepare } from './index/index-entry.ts';
export type { LibraryQuery } from './queries/list-source.ts';
export type { Search } from './queries/search/search.ts';
export { understand } from './queries/search/understand.ts';
export type { Concern, Known, Watching } from './queries/watching.ts';
export { Bookmark, LibraryFiles } from './record/day-files.ts';
export { deskId } from './record/desk.ts';
export { JsonFile, type Shape } from './record/json-file.ts';
export { type Migration, migrate } from './record/migrations.ts';
export { contentOf, RECORD, stagedRestore } from './record/replaced.ts';
export { StampClock } from './record/stamp.ts';
export { Status } from './record/status.ts';
export type { Arrived } from './worker/arrivals.ts';
export type { InboxBatch } from './worker/inbox-batches.ts';
export type { LibrarySharing } from './worker/library-sharing.ts';

/** Another process has this library open: the user has to close it first. */
export class LibraryInUse extends UserError {
  /** The exit code of a process started on such a library (README.md, scripts/start.mjs). */
  readonly exitCode = 3;
}

const CHECK_AFTER = 30_000;

export interface LibraryListener {
  /** Dispatches have arrived, and searches find them. */
  arrived(arrived: Arrived): void;
  /** Something that lists or articles show has changed. */
  changed(generation: number): void;
  rebuilding(progress: { done: number; total: number } | undefined): void;
  notices(notices: readonly Message[]): void;
  /** A notice no longer applies. */
  over(notice: Message): void;
  /** The thread has ended: queries still work, changes do not. */
  failed(error: Error): void;
}

/**
 * The library as the reader uses it: queries are answered at once from the index on a connection of their own, changes go to
 * the library's thread, so that nothing here waits for an import.
 */
export class Library {
  readonly indexPath: string;
  readonly sharing: LibrarySharing;
  readonly watching: Watching;
  private readonly lock: { release(): void };
  private readonly client: LibraryClient;
  private readonly store: Store;
  private readonly listener: LibraryListener;
  private check: NodeJS.Timeout | undefined;
  private generation = 0;
  private readonly savedCounts = new SavedCounts(
    (count) => this.reading(() => count(this.store)),
    () => this.listener.changed(this.touch()),
  );

  /** Opens the library of a data folder. Rejects with LibraryInUse if another process has it open. */
  static async open(dataFolder: string, listener: LibraryListener): Promise<Library> {
    const lock = lockedBy(dataFolder);
    try {
      const former = finishRestore(dataFolder);
      const { client, notices } = await LibraryClient.start(dataFolder);
      const all = former === undefined ? notices : [message('backup.restored', { folder: former }), ...notices];
      // V8 lets a heap grow fourfold before it collects it again. A growth of a fifth costs no measurable time and keeps an
      // import of 100,000 dispatches at 250 MB instead of 310, and the reader afterwards at 200 instead of 285. Set only after
      // loading: with other flags Node does not use its precompiled code, which costs 70 ms at startup.
      setFlagsFromString('--heap-growing-percent=20');
      try {
        return new Library(dataFolder, lock, client, listener, all);
      } catch (error) {
        // With its thread alive the process would not end.
        await client.close().catch(() => undefined);
        throw error;
      }
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Does something with a data folder while nobody has its library open. Rejects with LibraryInUse if somebody has. */
  static async whileClosed<T>(dataFolder: string, run: () => Promise<T>): Promise<T> {
    const lock = lockedBy(dataFolder);
    try {
      return await run();
    } finally {
      lock.release();
    }
  }

  private constructor(
    dataFolder: string,
    lock: { release(): void },
    client: LibraryClient,
    listener: LibraryListener,
    notices: readonly Message[],
  ) {
    this.indexPath = join(dataFolder, 'index.sqlite');
    this.lock = lock;
    this.client = client;
    this.listener = listener;
    this.store = new Store(openForSearching(this.indexPath));
    this.sharing = new LibrarySharing(this.store, client);
    this.watching = new Watching(
      this.store,
      (ask) => this.reading(ask),
      (places) => client.ask({ name: 'tested', places }),
    );
    client.onEvent = (event) => this.hear(event);
    client.onDeath = (error) => listener.failed(error);
    if (notices.length > 0) listener.notices(notices);
  }

  /** True while nothing has ever been imported. */
  get isNew(): boolean {
    return isEmpty(this.store) && !existsSync(join(dirname(this.indexPath), 'library'));
  }

  window(request: WindowRequest): ListWindow {
    return this.reading(() => listWindow(this.store, request, this.generation, new Date()));
  }

  /** The length of a list, counted in steps between which other queries are answered. */
  count(query: LibraryQuery): Promise<number> {
    const steps = countInSteps(this.store, query, new Date());
    return inTurns(() => this.reading(() => steps.next()));
  }

  ids(request: WindowRequest): string[] {
    return this.reading(() => listIds(this.store, request, new Date()));
  }

  step(request: Parameters<typeof listStep>[1]): { row?: ListRow; index?: number } {
    return this.reading(() => listStep(this.store, request, new Date()));
  }

  at(request: Parameters<typeof listAt>[1]): { row?: ListRow; index?: number } {
    return this.reading(() => listAt(this.store, request, new Date()));
  }

  article(request: { id: string; version?: number | undefined; search?: string | undefined }): Article | undefined {
    return this.reading(() => articleOf(this.store, request, new Date()));
  }

  sidebar(saved: readonly Saved[]): Sidebar {
    return this.reading(() =>
      sidebarOf(this.store, this.savedCounts.of(saved, new Date()), this.generation, new Date()),
    );
  }

  /** Reports damage that a query meets; the next start repairs it. */
  private reading<T>(ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      if (isDamage(error)) {
        markDamaged(this.indexPath, reasonOf(error));
        this.listener.notices([damageNotice(reasonOf(error))]);
      }
      throw error;
    }
  }

  problems(): ProblemRow[] {
    return problemRows(this.store);
  }

  /** What each source published between moments (milliseconds since 1970); sources without any are left out. */
  arrivals(edges: readonly number[]): SourceCounts[] {
    return this.reading(() => countsBetween(this.store, edges));
  }

  /** When the oldest dispatch was published. */
  oldest(): Date | undefined {
    return this.reading(() => oldestOf(this.store));
  }

  /** Checks the index now; damage is noted, and the next start repairs it. */
  async verify(): Promise<Message | undefined> {
    const damage = await checkIndex(this.indexPath);
    return damage === undefined ? undefined : damageNotice(damage);
  }

  /** What is announced from the day before now on. */
  agenda(): AgendaItem[] {
    return this.reading(() => agendaOf(this.store, new Date()));
  }

  /** Starts a new generation, for changes the library does not make itself, such as saved searches. */
  touch(): number {
    this.generation += 1;
    return this.generation;
  }

  mark(ids: readonly string[], change: StatusChange): Promise<MarkResult> {
    return this.client.ask({ name: 'mark', ids, change, at: new Date().toISOString() });
  }

  markList(
    query: LibraryQuery,
    read: boolean,
    part: 'all' | 'above' | 'below',
    anchor: string | undefined,
  ): Promise<MarkResult> {
    return this.client.ask({ name: 'markList', query, read, part, anchor, at: new Date().toISOString() });
  }

  /** Changes the status of everything that a search finds. */
  markFound(search: string, change: StatusChange): Promise<MarkResult> {
    return this.client.ask({ name: 'markFound', search, change, at: new Date().toISOString() });
  }

  undo(undo: string): Promise<MarkResult> {
    return this.client.ask({ name: 'undo', undo, at: new Date().toISOString() });
  }

  /** Counts what a retention would remove now. */
  preview(retention: Retention): { goes: number; stays: number; before?: string } {
    return this.reading(() => preview(this.store, retention, new Date()));
  }

  /** Sets the retention; what exceeds it is removed in the background. */
  retain(retention: Retention): Promise<void> {
    return this.client.ask({ name: 'retain', retention });
  }

  /** Forgets that a file was read, so that it is read again. */
  forgetFile(path: string): Promise<void> {
    return this.client.ask({ name: 'forgetFile', path });
  }

  /** Forgets which files of a wire folder were read, by the folder's key. */
  forgetFolder(key: string): Promise<void> {
    return this.client.ask({ name: 'forgetFolder', key });
  }

  /** The sources that are silent against their habit. */
  silence(): Promise<Silence[]> {
    return this.client.ask({ name: 'silence', now: new Date() });
  }

  /** Rebuilds the index from the library's files; lists fill meanwhile. */
  rebuild(): Promise<void> {
    return this.client.ask({ name: 'rebuild' });
  }

  /** A port for an inbox: batches sent to it are imported and answered with a receipt. */
  inboxPort(): MessagePort {
    return this.client.inboxPort();
  }

  /** Folds what is still in the journal, ends the thread and releases the lock. */
  async close(): Promise<void> {
    // First, so that the writer's is the last connection to close: that one checkpoints the log.
    this.savedCounts.close();
    clearTimeout(this.check);
    this.store.db.close();
    try {
      await this.client.close();
    } finally {
      this.lock.release();
    }
  }

  private hear(message: LibraryEvent): void {
    switch (message.event) {
      case 'changed':
        this.savedCounts.changed(message.periods);
        this.generation += 1;
        this.listener.changed(this.generation);
        break;
      case 'arrived':
        this.listener.arrived(message);
        break;
      case 'rebuilding':
        this.listener.rebuilding(message);
        break;
      case 'recovered':
        this.listener.rebuilding(undefined);
        this.checkLater();
        break;
      case 'notice':
        this.listener.notices(message.notices);
        break;
      case 'over':
        this.listener.over(message.notice);
        break;
      case 'open':
        break;
    }
  }

  /** Delayed until the user has had time to read the first news. */
  private checkLater(): void {
    clearTimeout(this.check);
    this.check = setTimeout(() => void this.checkNow(), CHECK_AFTER);
    this.check.unref();
  }

  private async checkNow(): Promise<void> {
    if (wasChecked(this.indexPath, Date.now())) return;
    const damage = await checkIndex(this.indexPath);
    if (damage === undefined) return;
    this.listener.notices([damageNotice(damage)]);
  }
}

function lockedBy(dataFolder: string): { release(): void } {
  makeWritable(dataFolder);
  const lock = lockLibrary(join(dataFolder, 'lock.sqlite'));
  if (!lock) throw new LibraryInUse(message('library.in-use', { folder: dataFolder }));
  return lock;
}
