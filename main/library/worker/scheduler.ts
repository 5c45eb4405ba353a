import type { MessagePort } from 'node:worker_threads';
import type { Retention } from '../../../preload/contract/contract.ts';
import { message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { stepwise } from '../../threads/stepwise.ts';
import type { Steps } from '../changes/marker.ts';
import { Attempts } from './attempts.ts';
import { type InboxBatch, InboxBatches } from './inbox-batches.ts';
import { LongOrders } from './long-orders.ts';
import type { LibraryEvent } from './orders.ts';
import type { LibraryWriter } from './writer.ts';

const SYNC_WITHIN = 50;
const FOLD_AFTER = 2_000;
const FOLD_AGAIN_AFTER = 60_000;
const CATCH_UP_AFTER = 20_000;
const MERGE_AFTER = 60_000;

/**
 * Schedules the library thread's work: recovery after a crash, importing what the inbox delivers and folding the journal run in steps
 * of a few milliseconds, with the reader's orders in between.
 */
export class Scheduler {
  private readonly writer: LibraryWriter;
  private readonly tell: (event: LibraryEvent) => void;
  private readonly attempts: Attempts;
  private readonly long: LongOrders;
  private readonly batches: InboxBatches;
  private recovery: ReturnType<LibraryWriter['recover']> | undefined;
  private catchingUp: Generator<void> | undefined;
  private folding: Generator<void, boolean> | undefined;
  private stopped = false;
  private readonly steps = stepwise(() => this.step());
  private announcement: NodeJS.Immediate | undefined;
  private syncTimer: NodeJS.Timeout | undefined;
  private foldTimer: NodeJS.Timeout | undefined;
  private mergeTimer: NodeJS.Timeout | undefined;
  private catchUpTimer: NodeJS.Timeout | undefined;
  private retention: Retention = {};

  constructor(writer: LibraryWriter, tell: (event: LibraryEvent) => void) {
    this.writer = writer;
    this.tell = tell;
    this.attempts = new Attempts(writer, tell);
    this.batches = new InboxBatches(writer, this.attempts, () => this.committed());
    this.long = new LongOrders((error) => writer.noteDamage(error));
    writer.text.onProgress = () => {
      if (this.stopped) return;
      this.changed();
      this.tellArrivals();
      if (writer.text.isBehind) this.catchUpLater();
      this.steps.wake();
    };
  }

  private catchUpLater(): void {
    this.catchUpTimer ??= setTimeout(() => {
      this.catchUpTimer = undefined;
      this.catchingUp ??= this.writer.text.catchUp();
      this.steps.wake();
    }, CATCH_UP_AFTER);
  }

  /** Announces changes once a turn of the event loop: a commit and the search text written with it are one change. */
  private changed(): void {
    this.announcement ??= setImmediate(() => {
      this.announcement = undefined;
      this.tell({ event: 'changed', periods: this.writer.store.changed.take() });
    });
  }

  /** Brings the index up to date: from the journal after a crash, from the library's files after a loss. */
  recover(): void {
    // The folding in progress read from the index that is being replaced.
    this.folding = undefined;
    this.recovery = this.writer.recover();
    this.steps.wake();
  }

  serve(inbox: MessagePort): void {
    inbox.on('message', (batch: InboxBatch) => {
      this.batches.add(batch, inbox);
      this.steps.wake();
    });
  }

  /** An order changed something: announce it, sync it soon, fold it later. */
  marked(): void {
    this.changed();
    this.syncSoon();
    this.foldLater();
  }

  /** Syncs on another thread: here a mark would wait until the disk has written what an import brings. */
  private syncSoon(): void {
    this.syncTimer ??= setTimeout(() => {
      this.writer.syncLater((error, more) => {
        this.syncTimer = undefined;
        if (error) this.writer.notice(message('library.not-synced', { reason: reasonMessageOf(error) }));
        if (this.stopped) return;
        this.attempts.tellNotices();
        if (more) this.syncSoon();
      });
    }, SYNC_WITHIN);
  }

  /** Sets the retention, which applies from the next fold on. */
  retain(retention: Retention): void {
    this.retention = retention;
    // A removal under way follows the previous retention.
    this.folding = undefined;
    this.foldLater();
  }

  stop(): void {
    this.stopped = true;
    this.steps.stop();
    clearImmediate(this.announcement);
    this.batches.stop();
    clearTimeout(this.syncTimer);
    clearTimeout(this.foldTimer);
    clearTimeout(this.mergeTimer);
    clearTimeout(this.catchUpTimer);
  }

  /** Runs an order in steps; `done` gets its answer. */
  run(steps: Steps<unknown>, done: Parameters<LongOrders['add']>[1]): void {
    this.long.add(steps, done);
    this.marked();
    this.steps.wake();
  }

  /** Finishes such orders at once. */
  finish(): void {
    while (this.stepLong());
  }

  private stepLong(): boolean {
    const did = this.long.step();
    if (did) this.marked();
    return did;
  }

  private step(): boolean {
    const more = this.nextStep();
    this.attempts.tellNotices();
    return more;
  }

  private nextStep(): boolean {
    if (this.stepLong()) return true;
    // While the search text is busy it gets no more changes; its progress resumes the steps.
    const { busy } = this.writer.text;
    if (this.recovery) return busy ? false : this.stepRecovery(this.recovery);
    if (!busy && this.batches.isWaiting) return this.stepBatches();
    if (!busy && this.catchingUp) return this.stepCatchingUp(this.catchingUp);
    return this.folding ? this.stepFolding(this.folding) : false;
  }

  private stepRecovery(recovery: ReturnType<LibraryWriter['recover']>): boolean {
    const step = this.attempts.make('index.not-updated', () => recovery.next());
    if (this.recovery !== recovery) return true;
    if (step?.value) this.tell({ event: 'rebuilding', ...step.value });
    if (!step || step.done) {
      this.recovery = undefined;
      this.tell({ event: 'recovered' });
      // What arrived before a crash has not been tested with the rules.
      this.tellArrivals();
      this.catchingUp = this.writer.text.catchUp();
      this.foldLater();
    }
    this.changed();
    return true;
  }

  private stepCatchingUp(catchingUp: Generator<void>): boolean {
    const step = this.attempts.make('search.not-updated', () => catchingUp.next());
    if (!step || step.done) this.catchingUp = undefined;
    return true;
  }

  private stepFolding(folding: Generator<void, boolean>): boolean {
    const step = this.attempts.make('library.not-folded', () => folding.next());
    if (step && !step.done) return true;
    this.folding = undefined;
    this.mergeLater();
    // Folding does not change the lists; removing does.
    if (step?.value) this.changed();
    if (!step) this.foldLater(FOLD_AGAIN_AFTER);
    return false;
  }

  private stepBatches(): boolean {
    this.batches.step();
    return this.batches.isWaiting || this.catchingUp !== undefined || this.folding !== undefined;
  }

  /** Dispatches are announced when searches find them. */
  private tellArrivals(): void {
    const arrived = this.writer.arrivals.take();
    if (arrived) this.tell({ event: 'arrived', ...arrived });
  }

  private committed(): void {
    this.changed();
    this.tellArrivals();
    this.syncSoon();
    if (this.writer.journalIsLong) this.foldNow();
    else this.foldLater();
  }

  private foldLater(after = FOLD_AFTER): void {
    clearTimeout(this.foldTimer);
    this.foldTimer = setTimeout(() => this.foldNow(), after);
  }

  /** Merges after a minute without changes: meanwhile searches take half as long again. */
  private mergeLater(): void {
    clearTimeout(this.mergeTimer);
    this.mergeTimer = setTimeout(() => {
      if (this.batches.moreToCome) return;
      this.attempts.make('search.not-merged', () => this.writer.text.merge());
    }, MERGE_AFTER);
  }

  private foldNow(): void {
    if (this.stopped || this.folding || this.recovery) return;
    this.folding = this.tidy();
    this.steps.wake();
  }

  private *tidy(): Generator<void, boolean> {
    yield* this.writer.fold();
    return yield* this.writer.retain(this.retention, new Date());
  }
}
