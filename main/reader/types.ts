import type { EventName, EventOf, HistoryNames, ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import type { View } from '../../preload/contract/view.ts';
import type { Log } from '../log/log.ts';
import type { FixedByPolicy } from '../policy/policy.ts';
import type { Keychain } from '../sharing/secret.ts';

/** What only the host can do. The reader knows nothing else about where it runs. */
export interface Host {
  /** The keychain of the system, for the secret of sharing; without one it is in a file that only the user can read. */
  keychain?(): Keychain | undefined;
  readonly name: 'electron' | 'browser';
  /** BCP 47, the language the system prefers. */
  readonly locale: string;
  /** The user's documents folder: new wire folders are made in it. */
  readonly documents: string;
  /** Shows a folder in the system's file manager. */
  openFolder(path: string): Promise<{ done: boolean; reason?: Message }>;
  /** Shows a file in the system's file manager; where it cannot point to one, the folder it is in. */
  revealFile(path: string): Promise<{ done: boolean; reason?: Message }>;
  /** Asks the user for a folder, outside the window; undefined when they cancelled. Absent where the host cannot ask. */
  chooseFolder?(current: string): Promise<string | undefined>;
  /** Asks the user where to save a file, and saves it; false when they cancelled. Absent where the host cannot ask. */
  saveFile?(name: string, content: string | Uint8Array): Promise<boolean>;
  /** A page of HTML as PDF. Absent where only the print dialog can do that. */
  pdfOf?(html: string): Promise<Uint8Array>;
  /** Opens a window of its own. Absent where the page can do that itself. */
  openWindow?(view: View): void;
  /** Names what undo and redo in the menu would do. Absent where there is no menu. */
  nameHistory?(names: HistoryNames): void;
  /** Goes on with a drag that has begun in a window, with a text file; false if it cannot. Absent where the page does it. */
  dragFile?(name: string, text: string): Promise<boolean>;
  /** Closes the reader and opens it again on the same folders. */
  restart(): void;
  /** Opens an address that has passed the http/https/mailto check. */
  openLink(url: string): Promise<boolean>;
}

export interface ReaderOptions {
  readonly host: Host;
  /** The program's version, as package.json has it. */
  readonly version: string;
  /** What an administrator has fixed; it wins over `wires`, `data` and the settings. */
  readonly policy?: FixedByPolicy;
  /** Absent: none is kept. */
  readonly log?: Log;
  /** Wire folder or folders; absent: those from the settings, else the default of the system. */
  readonly wires?: string | readonly string[];
  /** Data folder; absent: the system's directory for application data. */
  readonly data?: string;
  /** File with an invitation to share, for a library that is not shared yet; a policy may name another. */
  readonly invitation?: string;
  /** Folder of the sample dispatches that a new wire folder gets. */
  readonly samples?: string;
}

export interface Reader {
  readonly handlers: ReaderHandlers;
  /** Subscribes to an event of the contract; the result unsubscribes. */
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void;
  /**
   * Takes a file (absolute path) that the user opened with the program, not a window: openFile has the details. Resolves with the
   * id of its first dispatch; rejects with a UserError.
   */
  open(file: string): Promise<{ id?: string }>;
  /** Shows a notice of the host's in the window, once. */
  tell(notice: Message): void;
  /** Writes pending changes, ends the threads and releases the library. */
  close(): Promise<void>;
}
