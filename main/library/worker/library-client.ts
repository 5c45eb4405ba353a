import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../../errors.ts';
import { startThread } from '../../threads/thread.ts';
import type { Answer, LibraryEvent, Request } from './orders.ts';

/** The owner's side of the library's thread: numbered requests with their answers, and the events of the thread. */
export class LibraryClient {
  /** Its events, in order. */
  onEvent: (event: LibraryEvent) => void = () => {};
  /** The thread has ended unexpectedly; nothing can be written any more. */
  onDeath: (error: Error) => void = () => {};
  private readonly thread: Worker;
  private readonly waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  private asked = 0;
  private dead: Error | undefined;
  private closing = false;

  /** Starts the thread on a data folder; resolves with the notices for the user when the library is open. */
  static async start(dataFolder: string): Promise<{ client: LibraryClient; notices: readonly Message[] }> {
    const thread = startThread(import.meta.url, 'library-thread', { dataFolder });
    try {
      const notices = await opened(thread);
      return { client: new LibraryClient(thread), notices };
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  private constructor(thread: Worker) {
    this.thread = thread;
    thread.on('message', (message: LibraryEvent | Answer) => this.hear(message));
    thread.on('error', (error) => this.died(error));
    thread.on('exit', () => this.died(new Error('it was ended')));
  }

  /** Rejects with the thread's error, or if the thread has ended. */
  ask<T>(request: Request): Promise<T> {
    if (this.dead) return Promise.reject(this.dead);
    this.asked += 1;
    const answer = this.asked;
    return new Promise<T>((resolve, reject) => {
      // The thread's answers have the shape that `obey` returns for the order's name.
      this.waiting.set(answer, { done: (value) => resolve(value as T), failed: reject });
      this.thread.postMessage({ ...request, answer });
    });
  }

  /** A port for an inbox: batches sent to it are imported and answered with a receipt. */
  inboxPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.thread.postMessage({ inbox: port1 }, [port1]);
    return port2;
  }

  /** Folds everything that can be folded, and resolves when the thread has ended. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.thread.once('exit', resolve));
    this.closing = true;
    if (this.dead) return;
    await this.ask({ name: 'close' });
    await ended;
  }

  private hear(message: LibraryEvent | Answer): void {
    if (!('answer' in message)) {
      this.onEvent(message);
      return;
    }
    const waiting = this.waiting.get(message.answer);
    this.waiting.delete(message.answer);
    if ('error' in message) waiting?.failed(new Error(message.error));
    else waiting?.done(message.value);
  }

  private died(error: Error): void {
    if (this.dead) return;
    this.dead = new UserError(message('library.ended', { reason: reasonMessageOf(error) }));
    for (const { failed } of this.waiting.values()) failed(this.dead);
    this.waiting.clear();
    if (!this.closing) this.onDeath(this.dead);
  }
}

function opened(thread: Worker): Promise<readonly Message[]> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (message: LibraryEvent) => {
      thread.off('error', reject);
      resolve(message.event === 'open' ? message.notices : []);
    });
  });
}
