import type { Worker } from 'node:worker_threads';
import { startThread } from '../../threads/thread.ts';
import type { TextChange, TextOutcome, TextPort } from '../index/text-change.ts';
import { DirectText } from './direct-text.ts';

/** Dispatches. Larger changes, and those that arrive while larger ones are pending, go to a separate thread. */
const SMALL = 50;
/** Milliseconds without a change after which the thread ends: between imports it would only waste memory. */
const IDLE = 10_000;

/** Messages to the thread, and its answers. */
export type TextOrder = { readonly change: TextChange } | { readonly order: 'flush' | 'moveLog' | 'merge' | 'close' };
export type TextAnswer =
  | { readonly done: readonly number[] }
  | { readonly failed: readonly number[]; readonly reason: string; readonly damaged: boolean }
  | { readonly logMoved: true }
  | { readonly merged: true };

/** Writes changes to the search text: small ones at once, large ones in a thread that lives as long as an import. */
export class ThreadedText implements TextPort {
  private readonly indexPath: string;
  private readonly path: string;
  private readonly outcome: TextOutcome;
  private readonly direct: DirectText;
  private readonly underWay = new Set<number>();
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private merging = false;

  constructor(indexPath: string, path: string, outcome: TextOutcome) {
    this.indexPath = indexPath;
    this.path = path;
    this.outcome = outcome;
    this.direct = new DirectText(path, outcome);
  }

  take(change: TextChange): void {
    if (!this.thread && change.texts.length <= SMALL) {
      this.direct.take(change);
      return;
    }
    this.thread ??= this.start();
    this.underWay.add(change.number);
    this.send({ change });
  }

  flush(): void {
    this.send({ order: 'flush' });
  }

  moveLog(): boolean {
    this.send({ order: 'moveLog' });
    return this.thread !== undefined;
  }

  merge(): void {
    if (this.merging) return;
    this.merging = true;
    this.thread ??= this.start();
    this.send({ order: 'merge' });
  }

  close(): void {
    this.end();
    this.direct.close();
  }

  private start(): Worker {
    // One writer at a time: the connection on this thread would only keep its pages in memory.
    this.direct.close();
    const thread = startThread(import.meta.url, 'text-thread', { path: this.path, index: this.indexPath });
    thread.on('message', (answer: TextAnswer) => this.receive(answer));
    thread.on('error', (error) => this.died(thread, error.message));
    thread.on('exit', () => this.died(thread, 'the thread has ended'));
    return thread;
  }

  private receive(answer: TextAnswer): void {
    if ('logMoved' in answer) {
      this.outcome.logMoved();
      return;
    }
    if ('merged' in answer) this.merging = false;
    else this.arrived(answer);
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.underWay.size === 0 && !this.merging && this.end(), IDLE);
  }

  private arrived(answer: Extract<TextAnswer, { done: unknown } | { failed: unknown }>): void {
    for (const number of 'done' in answer ? answer.done : answer.failed) this.underWay.delete(number);
    if ('done' in answer) this.outcome.done(answer.done);
    else this.outcome.failed(answer.failed, answer.reason, answer.damaged);
  }

  private died(thread: Worker, reason: string): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    this.merging = false;
    const lost = [...this.underWay];
    this.underWay.clear();
    if (lost.length > 0) this.outcome.failed(lost, reason, false);
  }

  private end(): void {
    clearTimeout(this.idle);
    this.send({ order: 'close' });
    this.thread = undefined;
    this.merging = false;
  }

  private send(order: TextOrder): void {
    this.thread?.postMessage(order);
  }
}
