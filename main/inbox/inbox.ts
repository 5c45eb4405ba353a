import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { letGo } from '../library/heaps.ts';
import type { Problem } from '../wire/dispatch.ts';
import { reasonOf } from '../wire/reason-of.ts';
import type { Delivery, InboxEvent, Receipt } from './messages.ts';
import { wirePath } from './names.ts';
import { ReadAhead } from './read-ahead.ts';
import { readFile } from './read-file.ts';
import { type Found, look, Tree } from './scan.ts';
import { RULES, Settling } from './settling.ts';
import { WaitingFiles } from './waiting.ts';

/** What the inbox needs of the world around it. */
export interface InboxPorts {
  readonly root: string;
  /** True when a file of this size and time was read before. */
  known(file: Found): boolean;
  deliver(delivery: Delivery): void;
  report(event: InboxEvent): void;
}

/** At every file, or at those in folders that changed. */
type Look = 'all' | 'changed';

const FILES_A_BATCH = 40;
/** Batches on their way to the library: enough to keep it busy, few enough to keep memory small. */
const BATCHES_UNDER_WAY = 6;
const REPORT_EVERY = 200;
/** An import of so many files is worth cleaning up after. */
const LARGE = 2_000;
/** Milliseconds to wait before a file that stops in the middle is read again. */
const PATIENCE = [1_000, 2_000, 4_000, 8_000, 16_000];
/** A file that has not changed for this long will not be finished any more. */
const ABANDONED = 60_000;

/** From folder to library: which files there are, which of them are finished and new, what they say. */
export class Inbox {
  /** How long the last look at the folder kept this thread busy, in milliseconds. */
  lookTook = 0;
  private readonly ports: InboxPorts;
  private readonly waiting: WaitingFiles;
  private readonly settling = new Settling(RULES);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly tries = new Map<string, number>();
  private readonly sum = { files: 0, new: 0, versions: 0, known: 0, problems: 0 };
  private readonly tree: Tree;
  private scanning: Generator<Found[]> | undefined;
  /** The look that follows the one that goes on. */
  private nextLook: Look | undefined;
  private looking = 0;
  private isAway = false;
  private underWay = 0;
  private filesUnderWay = 0;
  private done = 0;
  private paused = false;
  private closed = false;
  private turning = false;
  private reportedAt = 0;

  constructor(ports: InboxPorts) {
    this.ports = ports;
    this.tree = new Tree(ports.root);
    const ahead = new ReadAhead(ports.root);
    this.waiting = new WaitingFiles((paths) => ahead.wanted(paths));
  }

  /** Looks at the whole folder, which is made when it is not there. */
  rescan(): void {
    if (this.isFolderThere()) this.start('all');
  }

  /**
   * Looks at the folders to which something came since they were looked at: what the watching has not told, because it had
   * not begun yet, or because the drive belongs to another machine and tells nothing.
   */
  catchUp(): void {
    if (!this.isAway || this.isFolderThere()) this.start('changed');
  }

  private isFolderThere(): boolean {
    const wasAway = this.isAway;
    try {
      mkdirSync(this.ports.root, { recursive: true });
      this.isAway = false;
    } catch (error) {
      this.isAway = true;
      const message = `The wire folder cannot be read, it is tried again: ${reasonOf(error)}`;
      // Once: whoever has put the message away has read it.
      if (!wasAway) this.ports.report({ kind: 'trouble', message });
    }
    if (wasAway && !this.isAway) this.ports.report({ kind: 'trouble', message: undefined });
    return !this.isAway;
  }

  private start(wanted: Look): void {
    if (this.closed) return;
    if (this.scanning) this.nextLook = this.nextLook === 'all' ? 'all' : wanted;
    else this.scanning = this.tree.scan({ changed: wanted === 'changed' });
    this.turn();
  }

  /** A folder has come: what is in it may have come before it was watched. */
  folder(path: string): void {
    if (this.closed) return;
    for (const found of this.tree.scan({ folder: path })) this.sort(found);
    this.turn();
  }

  /** Something happened to a file (absolute path). */
  touched(path: string): void {
    if (this.closed) return;
    const found = look(this.ports.root, path);
    const name = wirePath(this.ports.root, path);
    if (found) this.sort([found]);
    else if (name !== undefined) this.ports.deliver({ kind: 'gone', path: name });
    this.turn();
  }

  /** Reads a file again whatever is known of it; `path` is below the wire folder. */
  again(path: string): void {
    if (this.closed) return;
    this.tries.delete(path);
    const found = look(this.ports.root, join(this.ports.root, path));
    if (found) this.waiting.add([found]);
    else this.ports.deliver({ kind: 'gone', path });
    this.turn();
  }

  pause(): void {
    this.paused = true;
    this.report(true);
  }

  resume(): void {
    this.paused = false;
    this.turn();
  }

  received({ files, taken }: Receipt): void {
    this.underWay -= 1;
    this.filesUnderWay -= files;
    this.done += files;
    this.sum.files += files;
    this.sum.new += taken.new;
    this.sum.versions += taken.versions;
    this.sum.known += taken.known;
    this.turn();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.waiting.close();
  }

  private sort(found: readonly Found[]): void {
    const ready = found.filter((file) => {
      if (!this.ports.known(file)) return this.isReady(file);
      // It may have been on its way to another time of change and back: nobody waits for it any more.
      this.settling.forget(file.path);
      return false;
    });
    if (ready.length > 0) this.waiting.add(ready);
  }

  private isReady(file: Found): boolean {
    const verdict = this.settling.consider(file.path, file, Date.now());
    if (verdict.kind === 'wait') this.lookLater(file.path, verdict.ms);
    return verdict.kind === 'ready';
  }

  private lookLater(path: string, ms: number): void {
    clearTimeout(this.timers.get(path));
    const timer = setTimeout(() => {
      this.timers.delete(path);
      this.touchedAgain(path);
    }, ms);
    this.timers.set(path, timer);
  }

  private touchedAgain(path: string): void {
    const found = look(this.ports.root, join(this.ports.root, path));
    if (found) this.sort([found]);
    else this.settling.forget(path);
    this.turn();
  }

  /** One thing after the other, each a few milliseconds long, so that orders and receipts are heard between them. */
  private turn(): void {
    if (this.turning || this.closed) return;
    this.turning = true;
    setImmediate(() => {
      this.turning = false;
      if (this.closed) return;
      const more = this.step();
      this.report(!more);
      if (more) this.turn();
    });
  }

  /** A look into the folder and a batch of what was found, in turn: reading need not wait for the whole of a large folder. */
  private step(): boolean {
    const looked = this.scanStep();
    const reads = !this.paused && this.waiting.size > 0 && this.underWay < BATCHES_UNDER_WAY;
    if (reads) this.readBatch();
    return looked || reads;
  }

  private scanStep(): boolean {
    if (!this.scanning) return false;
    const began = performance.now();
    const { done, value } = this.scanning.next();
    if (value) this.sort(value);
    this.looking += performance.now() - began;
    if (done) {
      this.lookTook = this.looking;
      this.looking = 0;
      const next = this.nextLook;
      this.scanning = undefined;
      this.nextLook = undefined;
      if (next) this.start(next);
    }
    return true;
  }

  private readBatch(): void {
    const files = this.waiting.take(FILES_A_BATCH).flatMap(({ path }) => this.read(path) ?? []);
    if (files.length === 0) return;
    this.sum.problems += files.filter((file) => file.problem).length;
    this.underWay += 1;
    this.filesUnderWay += files.length;
    this.ports.deliver({
      kind: 'files',
      files,
      more: !this.paused && (this.waiting.size > 0 || this.scanning !== undefined),
    });
  }

  private read(path: string) {
    const outcome = readFile(this.ports.root, path);
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
    this.lookLater(path, patience);
    return true;
  }

  private report(now: boolean): void {
    const idle = !this.scanning && this.waiting.size === 0 && this.underWay === 0;
    if (!now && Date.now() - this.reportedAt < REPORT_EVERY) return;
    this.reportedAt = Date.now();
    const total = this.done + this.waiting.size + this.filesUnderWay;
    const state = this.paused ? 'paused' : idle ? 'idle' : 'importing';
    this.ports.report({ kind: 'progress', state, done: this.done, total: idle ? this.done : total });
    if (!idle) return;
    if (this.done >= LARGE) letGo();
    this.done = 0;
    if (this.settling.size === 0 && this.timers.size === 0) {
      const { files, problems, ...taken } = this.sum;
      this.ports.report({ kind: 'settled', files, taken, problems });
    }
  }
}

const problem = (reason: Problem['reason'], message: string): Problem => ({ reason, message });
