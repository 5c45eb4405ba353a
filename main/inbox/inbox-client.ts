import type { MessagePort, Worker } from 'node:worker_threads';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { startThread } from '../threads/thread.ts';
import type { InboxEvent, InboxOptions, InboxOrder } from './messages.ts';

const RESCAN_EVERY = 3 * 60_000;

export interface InboxStart {
  readonly root: string;
  readonly index: string;
  readonly library: MessagePort;
  readonly once?: boolean;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly away?: boolean;
  /** Reads nothing until it is resumed. */
  readonly paused?: boolean;
  readonly rescan?: number;
}

/** Starts the inbox's thread and talks to it. */
export class InboxClient {
  private readonly thread: Worker;
  private readonly ended: Promise<void>;

  constructor(
    { once = false, away = false, paused = false, rescan = RESCAN_EVERY, ...start }: InboxStart,
    hear: (event: InboxEvent) => void,
  ) {
    const options: InboxOptions = { ...start, once, away, paused, rescan };
    this.thread = startThread(import.meta.url, 'inbox-thread', options, [start.library]);
    this.ended = new Promise((resolve) => this.thread.once('exit', () => resolve()));
    this.thread.on('message', hear);
    this.thread.on('error', (error) =>
      hear({ kind: 'trouble', message: message('wires.ended', { reason: reasonMessageOf(error) }) }),
    );
  }

  order(order: InboxOrder): void {
    this.thread.postMessage(order);
  }

  /** Ends the thread; everything read so far has been sent to the library. */
  async close(): Promise<void> {
    this.order({ kind: 'close' });
    await this.ended;
  }
}
