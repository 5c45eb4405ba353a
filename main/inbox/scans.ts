import type { Stats } from 'node:fs';
import type { Message } from '../../preload/contract/messages.ts';
import type { Problem } from '../wire/dispatch.ts';
import { realPath } from './real-path.ts';
import { type FoundFile, Tree } from './scan.ts';
import { Unseen } from './unseen.ts';
import { whyAway } from './why-away.ts';

/** Every file, or those in folders that changed. */
export type ScanKind = 'all' | 'changed';

export interface ScansPorts {
  /** The wire folder. */
  readonly root: string;
  /** The configured path: itself, or a link to it. */
  readonly named: string;
  /** A folder below it that is not scanned. */
  readonly except?: string;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly wasAway: boolean;
  /** Called with each folder before it is listed. */
  readonly folder?: ((folder: string, stats: Stats) => void) | undefined;
  /** Paths below the wire folder that have problems. */
  problems(): readonly string[];
  problem(path: string, problem: Problem): void;
  gone(path: string): void;
  /** The folder is missing, or (undefined) there again, perhaps elsewhere. */
  away(message: Message | undefined): void;
}

/** Scans of the wire folder, one after the other and each in steps. A new folder is scanned ahead of the others. */
export class Scans {
  private readonly lastMs = { all: 0, changed: 0 };
  private readonly ports: ScansPorts;
  private readonly tree: Tree;
  private readonly unseen: Unseen;
  private scanning: Generator<FoundFile[]> | undefined;
  private current: ScanKind = 'all';
  /** The scan to start after the current one. */
  private next: ScanKind | undefined;
  private spentMs = 0;
  /** New folders and the scan of each. */
  private readonly folders = new Map<string, Generator<FoundFile[]>>();
  private isMissing: boolean;

  constructor(ports: ScansPorts) {
    const { root, except, folder } = ports;
    this.ports = ports;
    this.isMissing = ports.wasAway;
    this.unseen = new Unseen(ports);
    this.tree = new Tree(root, {
      except,
      folder,
      closed: this.unseen.closed,
      unnamed: this.unseen.unnamed,
      outside: this.unseen.outside,
    });
  }

  get isRunning(): boolean {
    return this.scanning !== undefined || this.folders.size > 0;
  }

  /** How long the last scan of that kind kept this thread busy, in milliseconds. */
  msOf(kind: ScanKind): number {
    return this.lastMs[kind];
  }

  /** Starts a scan, now or after the current one, unless the folder is missing. */
  start(wanted: ScanKind): void {
    if (!this.isFolderThere()) return;
    if (this.scanning) {
      this.next = this.next === 'all' ? 'all' : wanted;
      return;
    }
    this.current = wanted;
    if (wanted === 'all') this.unseen.begin();
    this.scanning = this.tree.scan({ changed: wanted === 'changed' });
  }

  /** Scans a new folder next, from its start if that is under way. */
  startIn(folder: string): void {
    this.folders.get(folder)?.return(undefined);
    this.folders.set(folder, this.tree.scan({ folder }));
  }

  /** One step of the current scan; false when there is none. */
  step(found: (files: readonly FoundFile[]) => void): boolean {
    const [folder] = this.folders;
    if (folder) return this.stepIn(folder, found);
    if (!this.scanning) return false;
    const began = performance.now();
    const { done, value } = this.scanning.next();
    if (value) found(value);
    this.spentMs += performance.now() - began;
    if (done) this.end();
    return true;
  }

  private stepIn(
    [folder, scan]: [string, Generator<FoundFile[]>],
    found: (files: readonly FoundFile[]) => void,
  ): boolean {
    const { done, value } = scan.next();
    if (value) found(value);
    if (done) this.folders.delete(folder);
    return true;
  }

  /** For good: closes the folders that are being listed. */
  stop(): void {
    for (const scan of [this.scanning, ...this.folders.values()]) scan?.return(undefined);
    this.scanning = undefined;
    this.folders.clear();
  }

  private end(): void {
    this.lastMs[this.current] = this.spentMs;
    this.spentMs = 0;
    this.scanning = undefined;
    // If the folder disappeared meanwhile, nothing is known about its files.
    if (this.current === 'all' && this.isFolderThere()) this.unseen.end();
    const next = this.next;
    this.next = undefined;
    if (next) this.start(next);
  }

  private isFolderThere(): boolean {
    const wasMissing = this.isMissing;
    const { root, named } = this.ports;
    const message = whyAway(named);
    this.isMissing = message !== undefined;
    const isElsewhere = !this.isMissing && named !== root && realPath(named) !== root;
    // Only when it changes: the user may have dismissed the message.
    if (wasMissing !== this.isMissing || isElsewhere) this.ports.away(message);
    return !this.isMissing && !isElsewhere;
  }
}
