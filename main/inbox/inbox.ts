import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../preload/contract/messages.ts';
import type { InboxBatch } from '../library/library.ts';
import { stepwise } from '../threads/stepwise.ts';
import type { Problem } from '../wire/dispatch.ts';
import type { FileReading } from './folder-defaults.ts';
import type { InboxEvent, Receipt } from './messages.ts';
import { wirePath } from './names.ts';
import { type Guard, readFile } from './read-file.ts';
import { type MutableTotals, totalsFrom } from './reading-file.ts';
import { type FoundFile, statWireFile } from './scan.ts';
import { type ScanKind, Scans } from './scans.ts';
import { RULES, Settling } from './settling.ts';
import { type Waiting, WaitingFiles } from './waiting.ts';

/** What the inbox needs from outside. */
export interface InboxPorts {
  readonly root: string;
  /** The path it was given under, if that is a link. */
  readonly named?: string;
  /** A folder below it that is not scanned. */
  readonly except?: string;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly wasAway?: boolean;
  /** Batches the library may not have answered; absent: four. */
  readonly batches?: number;
  /** How its files are read. */
  readonly reading?: () => FileReading;
  /** Called with each folder before it is listed. */
  readonly folder?: (folder: string, stats: Stats) => void;
  /** For each file whether it was read before with this size and these times. */
  known(files: readonly FoundFile[]): readonly boolean[];
  /** Paths below the wire folder that have problems. */
  problems(): readonly string[];
  deliver(batch: InboxBatch): void;
  report(event: InboxEvent): void;
  readonly guard?: Guard;
  /** Counted on, together with what other folders read; absent: from zero. */
  readonly totals?: MutableTotals;
}

const FILES_A_BATCH = 40;
/** Batches the library has not answered: enough to keep it busy, few enough to keep memory small. */
const BATCHES_UNDER_WAY = 4;
const REPORT_EVERY = 200;
/** Milliseconds until the next attempt after the library's disk was full. */
const REST = 10_000;
/** Milliseconds until a file that stops in the middle is read again. */
const PATIENCE = [1_000, 2_000, 4_000, 8_000, 16_000];
/** Milliseconds after which an unchanged file counts as complete. */
const ABANDONED = 60_000;

/** A file that was read and passed on. */
type UnderWay = Pick<FoundFile, 'path' | 'size' | 'mtime' | 'ctime'>;

/** From folder to library: finds files that are complete and new, reads them and sends their dispatches. */
export class Inbox {
  private readonly ports: InboxPorts;
  private readonly waiting = new WaitingFiles();
  private readonly settling = new Settling(RULES);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly tries = new Map<string, number>();
  private readonly sum: MutableTotals;
  private readonly scans: Scans;
  /** Batches that the library has not answered yet, in the order of batch. */
  private readonly underWay: (readonly UnderWay[])[] = [];
  /** After a refusal: nothing is read until then. */
  private rest: NodeJS.Timeout | undefined;
  private done = 0;
  private paused = false;
  private closed = false;
  private readonly steps = stepwise(() => this.step());
  private reportedAt = 0;

  constructor(ports: InboxPorts) {
    this.ports = ports;
    this.sum = ports.totals ?? totalsFrom(undefined);
    this.scans = new Scans({
      root: ports.root,
      named: ports.named ?? ports.root,
      ...(ports.except !== undefined && { except: ports.except }),
      wasAway: ports.wasAway ?? false,
      folder: ports.folder,
      problems: () => ports.problems(),
      problem: (path, problem) => ports.deliver({ kind: 'problem', path, problem, size: 0 }),
      gone: (path) => ports.deliver({ kind: 'gone', path }),
      away: (message) => ports.report({ kind: 'trouble', message }),
    });
  }

  /** How long the last scan of that kind kept this thread busy, in milliseconds. */
  scanMs(kind: ScanKind): number {
    return this.scans.msOf(kind);
  }

  /** Scans the whole folder. */
  rescan(): void {
    this.scan('all');
  }

  /**
   * Scans the folders that changed since their last scan: the watcher may have missed something, and network drives do not report
   * changes.
   */
  catchUp(): void {
    this.scan('changed');
  }

  private scan(wanted: ScanKind): void {
    if (this.closed) return;
    this.scans.start(wanted);
    this.steps.wake();
  }

  /** A new folder (absolute path): files may have been put in it before it was watched. */
  folder(path: string): void {
    if (this.closed || wirePath(this.ports.root, join(path, 'file')) === undefined) return;
    this.scans.startIn(path);
    this.steps.wake();
  }

  /** Something happened to a file (absolute path). */
  touched(path: string): void {
    if (this.closed) return;
    const found = statWireFile(this.ports.root, path);
    const name = wirePath(this.ports.root, path);
    if (found) this.sort([found], true);
    else if (name !== undefined) this.ports.deliver({ kind: 'gone', path: name });
    this.steps.wake();
  }

  /** Reads a file again even if it has not changed; `path` is below the wire folder. */
  again(path: string): void {
    if (this.closed) return;
    this.tries.delete(path);
    const found = statWireFile(this.ports.root, join(this.ports.root, path));
    if (found) this.waiting.add([ahead(found)]);
    else this.ports.deliver({ kind: 'gone', path });
    this.steps.wake();
  }

  pause(): void {
    this.paused = true;
    this.report(true);
  }

  resume(): void {
    this.paused = false;
    this.steps.wake();
  }

  received({ imported }: Receipt): void {
    const batch = this.underWay.shift() ?? [];
    if (imported) {
      this.done += batch.length;
      this.sum.files += batch.length;
      this.sum.new += imported.new;
      this.sum.versions += imported.versions;
      this.sum.known += imported.known;
    } else this.refused(batch);
    this.steps.wake();
  }

  private refused(batch: readonly UnderWay[]): void {
    if (this.closed) return;
    this.waiting.add(batch);
    this.ports.report({ kind: 'refused' });
    this.rest ??= setTimeout(() => {
      this.rest = undefined;
      this.steps.wake();
    }, REST);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.steps.stop();
    this.scans.stop();
    for (const timer of this.timers.values()) clearTimeout(timer);
    clearTimeout(this.rest);
    this.waiting.close();
  }

  /** `first`: what has just happened to a file goes ahead of what a scan finds. */
  private sort(found: readonly FoundFile[], first = false): void {
    const underWay = new Map(this.underWay.flat().map((file) => [file.path, file]));
    const isUnderWay = ({ path, size, mtime, ctime }: FoundFile): boolean => {
      const same = underWay.get(path);
      return same?.size === size && same.mtime === mtime && same.ctime === ctime;
    };
    const known = this.ports.known(found);
    const ready = found.filter((file, at) => {
      if (!isUnderWay(file) && !known[at]) return this.isReady(file);
      // It may have changed and changed back: stop waiting for it.
      this.settling.forget(file.path);
      return false;
    });
    if (ready.length > 0) this.waiting.add(first ? ready.map(ahead) : ready);
  }

  private isReady(file: FoundFile): boolean {
    const decision = this.settling.consider(file.path, file, Date.now());
    if (decision.kind === 'wait') this.checkLater(file.path, decision.ms);
    return decision.kind === 'ready';
  }

  private checkLater(path: string, ms: number): void {
    clearTimeout(this.timers.get(path));
    const timer = setTimeout(() => {
      this.timers.delete(path);
      this.touchedAgain(path);
    }, ms);
    this.timers.set(path, timer);
  }

  private touchedAgain(path: string): void {
    const found = statWireFile(this.ports.root, join(this.ports.root, path));
    if (found) this.sort([found], true);
    else this.settling.forget(path);
    this.steps.wake();
  }

  /** Scans a little, then reads a batch: reading does not wait until a large folder is scanned. */
  private step(): boolean {
    const scanned = this.scans.step((found) => this.sort(found));
    const reads =
      !this.paused &&
      !this.rest &&
      this.waiting.size > 0 &&
      this.underWay.length < (this.ports.batches ?? BATCHES_UNDER_WAY);
    if (reads) this.readBatch();
    const more = scanned || reads;
    this.report(!more);
    return more;
  }

  private readBatch(): void {
    const files = this.waiting.take(FILES_A_BATCH).flatMap(({ path }) => this.read(path) ?? []);
    if (files.length === 0) return;
    this.sum.problems += files.filter((file) => file.problem).length;
    this.underWay.push(files.map(({ path, size, mtime, ctime }) => ({ path, size, mtime, ctime })));
    this.ports.deliver({
      kind: 'files',
      files,
      more: !this.paused && (this.waiting.size > 0 || this.scans.isRunning),
    });
  }

  private read(path: string) {
    const { root, reading, guard } = this.ports;
    const outcome = readFile(root, path, reading?.(), guard);
    switch (outcome.kind) {
      case 'gone':
        this.tries.delete(path);
        this.ports.deliver({ kind: 'gone', path });
        return undefined;
      case 'unreadable':
        this.sum.problems += 1;
        this.ports.deliver({ kind: 'problem', path, problem: problem('unreadable', outcome.message), size: 0 });
        return undefined;
      case 'incomplete':
        if (this.waitsForRest(path, outcome.file.mtime)) return undefined;
        break;
      case 'read':
        break;
    }
    this.tries.delete(path);
    return outcome.file;
  }

  private waitsForRest(path: string, mtime: number): boolean {
    const tried = this.tries.get(path) ?? 0;
    const patience = PATIENCE[tried];
    if (patience === undefined || Date.now() - mtime > ABANDONED) return false;
    this.tries.set(path, tried + 1);
    this.checkLater(path, patience);
    return true;
  }

  private report(now: boolean): void {
    const idle = !this.scans.isRunning && this.waiting.size === 0 && this.underWay.length === 0;
    if (!now && Date.now() - this.reportedAt < REPORT_EVERY) return;
    this.reportedAt = Date.now();
    const total = this.done + this.waiting.size + this.underWay.flat().length;
    const state = this.paused ? 'paused' : idle ? 'idle' : 'importing';
    this.ports.report({ kind: 'progress', state, done: this.done, total: idle ? this.done : total });
    if (!idle) return;
    this.done = 0;
    if (this.settling.size === 0 && this.timers.size === 0) {
      const { files, problems, ...imported } = this.sum;
      this.ports.report({ kind: 'settled', files, imported, problems });
    }
  }
}

/** Files are read newest first, and a copying program keeps the times of old ones. */
const ahead = ({ path }: FoundFile): Waiting => ({ path, mtime: Date.now() });

const problem = (reason: Problem['reason'], message: Message): Problem => ({ reason, message });
