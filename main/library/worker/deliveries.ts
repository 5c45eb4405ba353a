import type { MessagePort } from 'node:worker_threads';
import { forgetProblem, putProblem, type ReadFile } from '../changes/read-files.ts';
import { NOTHING_TAKEN, type Taken } from '../changes/taken.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryWriter } from './writer.ts';

/** What an inbox delivers to the library. */
export type Delivery =
  /** `more`: another delivery follows at once. */
  | {
      readonly kind: 'files';
      readonly files: readonly ReadFile[];
      readonly more: boolean;
    }
  /** The file no longer exists: neither does its problem. */
  | { readonly kind: 'gone'; readonly path: string }
  | {
      readonly kind: 'problem';
      readonly path: string;
      readonly problem: NonNullable<ReadFile['problem']>;
      readonly size: number;
    };

/**
 * Every commit makes an FTS5 segment that has to be merged later: large batches are faster, small ones are visible sooner.
 * An import begins with small ones, so that the newest dispatches appear at once, and continues with large ones.
 */
const DISPATCHES_A_COMMIT = 300;
const FIRST_BATCH = 100;
const LONGEST_BATCH = 1_500;
const COMMIT_WITHIN = 250;

/** What the inboxes deliver: imported one after the other, and committed in batches. */
export class Deliveries {
  /** The inbox has announced more than it has delivered. */
  moreToCome = false;
  private readonly writer: LibraryWriter;
  private readonly attempts: Attempts;
  private readonly onCommit: () => void;
  private readonly queue: { delivery: Delivery; from: MessagePort }[] = [];
  private batch = { since: 0, dispatches: 0, longest: FIRST_BATCH };
  private timer: NodeJS.Timeout | undefined;

  constructor(writer: LibraryWriter, attempts: Attempts, onCommit: () => void) {
    this.writer = writer;
    this.attempts = attempts;
    this.onCommit = onCommit;
  }

  get isWaiting(): boolean {
    return this.queue.length > 0;
  }

  add(delivery: Delivery, from: MessagePort): void {
    this.queue.push({ delivery, from });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Imports the next one. */
  step(): void {
    const next = this.queue.shift();
    if (!next) return;
    if (this.batch.dispatches === 0) this.batch.since = Date.now();
    const receipt = this.attempts.make('library.not-imported', () => this.take(next.delivery));
    if (next.delivery.kind === 'files') next.from.postMessage({ taken: receipt });
    const taken = receipt ?? NOTHING_TAKEN;
    this.batch.dispatches += Math.max(1, taken.new + taken.versions);
    this.moreToCome = next.delivery.kind === 'files' && next.delivery.more;
    const more = this.isWaiting || this.moreToCome;
    const full = this.batch.dispatches >= DISPATCHES_A_COMMIT || Date.now() - this.batch.since > this.batch.longest;
    if (full || !more) this.commit(more);
    else this.commitSoon();
  }

  private take(delivery: Delivery): Taken {
    if (delivery.kind === 'files') return this.writer.add(delivery.files);
    const { path } = delivery;
    if (delivery.kind === 'gone') this.writer.now((store) => forgetProblem(store, path));
    else this.writer.now((store) => putProblem(store, path, delivery.problem, delivery.size));
    return NOTHING_TAKEN;
  }

  /** The announced delivery may never come: its files may be gone. */
  private commitSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.batch.dispatches > 0) this.commit(false);
    }, COMMIT_WITHIN);
  }

  private commit(more: boolean): void {
    clearTimeout(this.timer);
    this.attempts.make('library.not-written', () => this.writer.commit());
    this.batch.dispatches = 0;
    this.batch.longest = more ? Math.min(this.batch.longest * 2, LONGEST_BATCH) : FIRST_BATCH;
    this.onCommit();
  }
}
