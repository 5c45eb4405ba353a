import type { MessagePort } from 'node:worker_threads';
import type { Message } from '../../preload/contract/messages.ts';
import type { Taken } from '../library/library.ts';

/** What the inbox's thread is started with. */
export interface InboxOptions {
  /** The wire folder. */
  readonly root: string;
  /** The library's index, to know what was read before. */
  readonly index: string;
  /** Where batches go. */
  readonly library: MessagePort;
  /** Read what is there and end, instead of watching. */
  readonly once: boolean;
  /** The folder was not there a moment ago, and the person knows. */
  readonly away: boolean;
  /** Nothing is read until it is told to go on. */
  readonly paused: boolean;
  /** Milliseconds between two looks at the whole folder. */
  readonly rescan: number;
}

/** From the library to the inbox: what became of a delivery of files, in the order in which they came. */
export interface Receipt {
  /** Undefined: nothing could be taken in (a full disk), and all of them have to come again. */
  readonly taken: Taken | undefined;
}

/** From the inbox to the reader. */
export type InboxEvent =
  | {
      readonly kind: 'progress';
      readonly state: 'idle' | 'importing' | 'paused';
      readonly done: number;
      readonly total: number;
    }
  /** Everything that was there is read and in the index. */
  | { readonly kind: 'settled'; readonly files: number; readonly taken: Taken; readonly problems: number }
  /** The library could not take in what was read; it is brought again later. */
  | { readonly kind: 'refused' }
  /** What keeps files from being read; without a message it is over. */
  | { readonly kind: 'trouble'; readonly message: Message | undefined };

/** From the reader to the inbox. */
export type InboxOrder =
  | { readonly kind: 'pause' | 'resume' | 'rescan' | 'close' }
  | { readonly kind: 'read'; readonly path: string };
