import type { MessagePort } from 'node:worker_threads';
import type { Message } from '../../preload/contract/messages.ts';
import type { ImportCounts } from '../library/library.ts';
import type { FileReading } from './folder-defaults.ts';
import type { Reading } from './reading-file.ts';

/** A wire folder as the inbox knows it. */
export interface InboxFolder {
  readonly root: string;
  readonly reading: FileReading;
  /** The folder was missing a moment ago, and that has been reported. */
  readonly away: boolean;
  /** Nothing is read from it, whatever happens to the others. */
  readonly paused?: boolean;
}

/** The data the inbox's thread starts with. */
export interface InboxOptions {
  readonly folders: readonly InboxFolder[];
  /** Encodings that the user has chosen for single files, by the library's path. */
  readonly encodings: FileReading['encodings'];
  /** Path of the library's index, which lists the files read before. */
  readonly index: string;
  /** Receives the batches. */
  readonly library: MessagePort;
  /** Reads the existing files without watching. */
  readonly once: boolean;
  /** Reads nothing until it is resumed. */
  readonly paused: boolean;
  /** Milliseconds between two scans of a whole folder. */
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
  /** Why the files of a folder (absent: of any) cannot be read; without a message, they can again. */
  | { readonly kind: 'trouble'; readonly key?: string; readonly message: Message | undefined };

/** From the reader to the inbox. */
export type InboxOrder =
  | { readonly kind: 'pause' | 'resume' | 'rescan' | 'close' }
  /** `path` is the library's. */
  | { readonly kind: 'read'; readonly path: string }
  /** Watches a folder from now on, or afresh. */
  | { readonly kind: 'folder'; readonly folder: InboxFolder }
  | { readonly kind: 'encodings'; readonly encodings: FileReading['encodings'] };
