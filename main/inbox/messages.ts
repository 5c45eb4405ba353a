import type { MessagePort } from 'node:worker_threads';
import type { Message } from '../../preload/contract/messages.ts';
import type { ImportCounts } from '../library/library.ts';
import type { Reading } from './reading-file.ts';

/** The data the inbox's thread starts with. */
export interface InboxOptions {
  /** The wire folder. */
  readonly root: string;
  /** Path of the library's index, which lists the files read before. */
  readonly index: string;
  /** Receives the batches. */
  readonly library: MessagePort;
  /** Reads the existing files without watching. */
  readonly once: boolean;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly away: boolean;
  /** Reads nothing until it is resumed. */
  readonly paused: boolean;
  /** Milliseconds between two scans of the whole folder. */
  readonly rescan: number;
  /** Memory of a `ReadingFile`. */
  readonly reading: SharedArrayBuffer;
  /** The file at which the thread before this one was ended because it took too long. */
  readonly interrupted?: Reading;
}

/** From the library to the inbox: the result of a batch of files, in the order of batch. */
export interface Receipt {
  /** Undefined: nothing could be imported (a full disk), and all of them must be sent again. */
  readonly imported: ImportCounts | undefined;
}

/** From the inbox to the reader. */
export type InboxEvent =
  | {
      readonly kind: 'progress';
      readonly state: 'idle' | 'importing' | 'paused';
      readonly done: number;
      readonly total: number;
    }
  /** Every file is read and in the index. */
  | { readonly kind: 'settled'; readonly files: number; readonly imported: ImportCounts; readonly problems: number }
  /** The library could not import a batch; it is sent again later. */
  | { readonly kind: 'refused' }
  /** Why files cannot be read; without a message, they can again. */
  | { readonly kind: 'trouble'; readonly message: Message | undefined };

/** From the reader to the inbox. */
export type InboxOrder =
  | { readonly kind: 'pause' | 'resume' | 'rescan' | 'close' }
  | { readonly kind: 'read'; readonly path: string };
