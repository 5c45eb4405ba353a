import type { MessagePort } from 'node:worker_threads';
import { type ImportCounts, NOTHING_IMPORTED } from '../changes/import-counts.ts';
import { forgetProblem, putProblem, type ReadFile } from '../changes/read-files.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryWriter } from './writer.ts';

/** A batch from an inbox. */
export type InboxBatch =
  /** `more`: another batch follows at once. */
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
 * Every commit makes FTS5 segments that have to be merged later: large batches are faster, small ones are visible sooner. An import
 * begins with small ones, so that the newest dispatches appear at once, and continues with large ones. With 1,200 it writes a third
 * less than with 300.
 */
const DISPATCHES_A_COMMIT = 1_200;
const FIRST_BATCH = 100;
const LONGEST_BATCH = 1_500;
const COMMIT_WITHIN = 250;

/** The batches from the inboxes: imported one after the other, and committed together. */
export class InboxBatches {
  /** The inbox has announced another batch. */
  moreToCome = false;
  private readonly writer: LibraryWriter;
  private readonly attempts: Attempts;
  private readonly onCommit: () => void;
  private readonly queue: { batch: InboxBatch; from: MessagePort }[] = [];
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

  add(batch: InboxBatch, from: MessagePort): void {
    this.queue.push({ batch, from });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Imports the next one. */
  step(): void {
    const next = this.queue.shift();
    if (!next) return;
    if (this.batch.dispatches === 0) this.batch.since = Date.now();
    const receipt = this.attempts.make('library.not-imported', () => this.take(next.batch));
    if (next.batch.kind === 'files') next.from.postMessage({ imported: receipt });
    const imported = receipt ?? NOTHING_IMPORTED;
    this.batch.dispatches += Math.max(1, imported.new + imported.versions);
    this.moreToCome = next.batch.kind === 'files' && next.batch.more;
    const more = this.isWaiting || this.moreToCome;
    const full = this.batch.dispatches >= DISPATCHES_A_COMMIT || Date.now() - this.batch.since > this.batch.longest;
    if (full || !more) this.commit(more);
    else this.commitSoon();
  }

  private take(batch: InboxBatch): ImportCounts {
    if (batch.kind === 'files') return this.writer.add(batch.files);
    const { path } = batch;
    if (batch.kind === 'gone') this.writer.now((store) => forgetProblem(store, path));
    else this.writer.now((store) => putProblem(store, path, batch.problem, batch.size));
    return NOTHING_IMPORTED;
  }

  /** The announced batch may never come: its files may be gone. */
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
