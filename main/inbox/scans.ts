import type { Message } from '../../preload/contract/messages.ts';
import type { Problem } from '../wire/dispatch.ts';
import { realPath } from './real-path.ts';
import { type FoundFile, Tree } from './scan.ts';
import { Unseen } from './unseen.ts';
import { whyAway } from './why-away.ts';

/** Every file, or those in folders that changed. */
type ScanKind = 'all' | 'changed';

export interface ScansPorts {
  /** The wire folder. */
  readonly root: string;
  /** The configured path: itself, or a link to it. */
  readonly named: string;
  /** A folder below it that is not scanned. */
  readonly except?: string;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly wasAway: boolean;
  /** Paths below the wire folder that have problems. */
  problems(): readonly string[];
  problem(path: string, problem: Problem): void;
  gone(path: string): void;
  /** The folder is missing, or (undefined) there again, perhaps elsewhere. */
  away(message: Message | undefined): void;
}

/** Scans of the wire folder, one after the other and each in steps. */
export class Scans {
  /** How long the last one kept this thread busy, in milliseconds. */
  lastMs = 0;
  private readonly ports: ScansPorts;
  private readonly tree: Tree;
  private readonly unseen: Unseen;
  private scanning: Generator<FoundFile[]> | undefined;
  private current: ScanKind | undefined;
  /** The scan to start after the current one. */
  private next: ScanKind | undefined;
  private spentMs = 0;
  private isMissing: boolean;

  constructor(ports: ScansPorts) {
    const { root, except } = ports;
    this.ports = ports;
    this.isMissing = ports.wasAway;
    this.unseen = new Unseen(ports);
    this.tree = new Tree(root, {
      except,
      closed: this.unseen.closed,
      unnamed: this.unseen.unnamed,
      outside: this.unseen.outside,
    });
  }

  get isRunning(): boolean {
    return this.scanning !== undefined;
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

  /** Every file in a new folder. */
  at(folder: string): Generator<FoundFile[]> {
    return this.tree.scan({ folder });
  }

  /** One step of the current scan; false when there is none. */
  step(found: (files: readonly FoundFile[]) => void): boolean {
    if (!this.scanning) return false;
    const began = performance.now();
    const { done, value } = this.scanning.next();
    if (value) found(value);
    this.spentMs += performance.now() - began;
    if (done) this.end();
    return true;
  }

  private end(): void {
    this.lastMs = this.spentMs;
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
