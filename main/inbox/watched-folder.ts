import { libraryPath, placeOf } from '../../preload/contract/folders.ts';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import type { InboxBatch } from '../library/library.ts';
import type { FileReading } from './folder-defaults.ts';
import { Inbox } from './inbox.ts';
import type { InboxEvent, InboxFolder, Receipt } from './messages.ts';
import type { Guard } from './read-file.ts';
import type { MutableTotals } from './reading-file.ts';
import { realPath } from './real-path.ts';
import type { FoundFile } from './scan.ts';
import type { ScanKind } from './scans.ts';
import { type Watcher, watch } from './watch.ts';

/** Milliseconds between two scans for what the watcher missed. */
const CATCH_UP_EVERY = 15_000;
/** In folders that take long to scan, the pause is at least this many times as long as the scan. */
const REST = 50;

/** What the folders of one thread share. */
export interface Shared {
  /** The folder of the library, which may be inside a wire folder: its files are not wire files. */
  readonly library: string;
  /** Reads the existing files without watching. */
  readonly once: boolean;
  /** Milliseconds between two scans of a whole folder. */
  readonly rescan: number;
  /** How many batches of a folder the library may not have answered. */
  readonly batches: number;
  readonly totals: MutableTotals;
  readonly guard: Guard;
  encodings(): FileReading['encodings'];
  known(files: readonly FoundFile[]): readonly boolean[];
  /** Paths of the library that have problems. */
  problems(): readonly string[];
  deliver(batch: InboxBatch, from: WatchedFolder): void;
  report(event: InboxEvent, from: WatchedFolder): void;
}

/** One of the wire folders: its inbox, its watcher and its timers. Everything that leaves it has the library's paths. */
export class WatchedFolder {
  readonly folder: InboxFolder;
  private readonly shared: Shared;
  private readonly watcher: Watcher | undefined;
  private readonly inbox: Inbox;
  private readonly timers: Record<ScanKind, NodeJS.Timeout | undefined> = { all: undefined, changed: undefined };

  constructor(folder: InboxFolder, shared: Shared, paused: boolean) {
    this.folder = folder;
    this.shared = shared;
    const { reading, away } = folder;
    const { key } = reading;
    // Resolved once: the watcher does not follow links.
    const root = realPath(folder.root);
    this.watcher = shared.once ? undefined : this.watch(root);
    const placed = (file: FoundFile): FoundFile => ({ ...file, path: libraryPath(key, file.path) });
    this.inbox = new Inbox({
      root,
      named: folder.root,
      wasAway: away,
      except: shared.library,
      batches: shared.batches,
      folder: (path, stats) => this.watcher?.folder(path, stats),
      reading: () => ({ ...reading, encodings: shared.encodings() }),
      known: (files) => shared.known(files.map(placed)),
      problems: () => shared.problems().flatMap((path) => this.own(path) ?? []),
      deliver: (batch) => shared.deliver(withPaths(batch, key), this),
      report: (event) => this.report(event),
      totals: shared.totals,
      guard: { begin: (file) => shared.guard.begin(placed(file)), end: () => shared.guard.end() },
    });
    if (paused || folder.paused) this.inbox.pause();
    this.inbox.rescan();
    if (shared.once) return;
    this.later('all');
    this.later('changed');
  }

  pause(): void {
    this.inbox.pause();
  }

  resume(): void {
    if (!this.folder.paused) this.inbox.resume();
  }

  rescan(): void {
    this.inbox.rescan();
  }

  /** Reads a file again if it is one of this folder's. */
  again(path: string): void {
    const own = this.own(path);
    if (own !== undefined) this.inbox.again(own);
  }

  received(receipt: Receipt): void {
    this.inbox.received(receipt);
  }

  close(): void {
    clearTimeout(this.timers.all);
    clearTimeout(this.timers.changed);
    this.watcher?.close();
    this.inbox.close();
  }

  /** The path below this folder; undefined for a file of another one. */
  private own(path: string): string | undefined {
    const place = placeOf(path);
    return place.key === this.folder.reading.key ? place.path : undefined;
  }

  private report(event: InboxEvent): void {
    const { key } = this.folder.reading;
    this.shared.report(event.kind === 'trouble' ? { ...event, key } : event, this);
  }

  private watch(root: string): Watcher {
    return watch(root, this.shared.library, {
      file: (path) => this.inbox.touched(path),
      folder: (path) => this.inbox.folder(path),
      error: (error) =>
        this.report({
          kind: 'trouble',
          message: message('wires.unwatched', { folder: this.folder.root, reason: reasonMessageOf(error) }),
        }),
    });
  }

  private later(kind: ScanKind): void {
    const every = kind === 'all' ? this.shared.rescan : CATCH_UP_EVERY;
    this.timers[kind] = setTimeout(
      () => {
        if (kind === 'all') this.inbox.rescan();
        else this.inbox.catchUp();
        this.later(kind);
      },
      Math.max(every, this.inbox.scanMs(kind) * REST),
    );
  }
}

/** A batch with the library's paths; those of its dispatches have them already. */
function withPaths(batch: InboxBatch, key: string): InboxBatch {
  if (key === '') return batch;
  if (batch.kind !== 'files') return { ...batch, path: libraryPath(key, batch.path) };
  return { ...batch, files: batch.files.map((file) => ({ ...file, path: libraryPath(key, file.path) })) };
}
