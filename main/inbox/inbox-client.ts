import type { MessagePort, Worker } from 'node:worker_threads';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { startThread } from '../threads/thread.ts';
import type { InboxEvent, InboxFolder, InboxOptions, InboxOrder } from './messages.ts';
import { type Reading, ReadingFile, watchReading } from './reading-file.ts';

const RESCAN_EVERY = 3 * 60_000;

export interface InboxStart {
  readonly folders: readonly InboxFolder[];
  readonly encodings?: InboxOptions['encodings'];
  readonly index: string;
  /** A new port of the library. */
  readonly connect: () => MessagePort;
  readonly once?: boolean;
  /** Reads nothing until it is resumed. */
  readonly paused?: boolean;
  readonly rescan?: number;
}

/**
 * Starts the inbox's thread, one for all folders, and talks to it. A thread that takes too long to read a file is ended; the next one reports a problem
 * of that file and goes on with the others. What the first one had read is in the library's record of read files.
 */
export class InboxClient {
  private thread: Worker;
  private readonly start: InboxStart;
  private readonly hear: (event: InboxEvent) => void;
  private readonly ended = Promise.withResolvers<void>();
  /** As of the last order: a thread that is started again needs them. */
  private folders: readonly InboxFolder[];
  private encodings: InboxOptions['encodings'];
  private paused: boolean;
  private closing = false;

  constructor(start: InboxStart, hear: (event: InboxEvent) => void) {
    this.start = start;
    this.hear = hear;
    this.paused = start.paused ?? false;
    this.folders = start.folders;
    this.encodings = start.encodings;
    this.thread = this.launch();
  }

  private launch(interrupted?: Reading): Worker {
    const { index, connect, once = false, rescan = RESCAN_EVERY } = this.start;
    const library = connect();
    const reading = new ReadingFile();
    const { paused, folders, encodings } = this;
    const options: InboxOptions = {
      ...{ folders, encodings, index, library, once, paused, rescan, reading: reading.memory },
      ...(interrupted && { interrupted }),
    };
    const thread = startThread(import.meta.url, 'inbox-thread', options, [library]);
    let isOverdue = false;
    const watchdog = watchReading(reading, () => {
      isOverdue = true;
      void thread.terminate();
    });
    thread.once('exit', () => {
      watchdog.stop();
      if (isOverdue && !this.closing) this.thread = this.launch(reading.current());
      else this.ended.resolve();
    });
    thread.on('message', this.hear);
    thread.on('error', (error) =>
      this.hear({ kind: 'trouble', message: message('wires.ended', { reason: reasonMessageOf(error) }) }),
    );
    return thread;
  }

  order(order: InboxOrder): void {
    if (order.kind === 'pause' || order.kind === 'resume') this.paused = order.kind === 'pause';
    if (order.kind === 'encodings') this.encodings = order.encodings;
    if (order.kind === 'folder') this.folders = replaced(this.folders, order.folder);
    this.thread.postMessage(order);
  }

  /** Ends the thread; everything read so far has been sent to the library. */
  async close(): Promise<void> {
    this.closing = true;
    this.order({ kind: 'close' });
    await this.ended.promise;
  }
}

/** The folders with one of them as it is now. */
const replaced = (folders: readonly InboxFolder[], folder: InboxFolder): InboxFolder[] =>
  folders.map((one) => (one.reading.key === folder.reading.key ? folder : one));
