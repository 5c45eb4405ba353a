import { resolve } from 'node:path';
import type { EventName, EventOf, ReaderHandlers } from '../preload/contract.ts';
import { Library } from './library/library.ts';
import { Announcer } from './reader/announcer.ts';
import { Events } from './reader/events.ts';
import { defaultDataFolder, defaultWireFolder } from './reader/folders.ts';
import { makeHandlers } from './reader/handlers.ts';
import { openSettings } from './reader/settings-file.ts';
import { WireDesk } from './reader/wire-desk.ts';

export { LibraryInUse } from './library/library.ts';

/** What only the host can do: the reader asks for it and knows no more of where it runs. */
export interface Host {
  readonly name: 'electron' | 'browser';
  /** BCP 47, what the system prefers. */
  readonly locale: string;
  /** Shows a folder in the system's file manager. */
  openFolder(path: string): Promise<{ done: boolean; reason?: string }>;
  /** Asks the person for a folder; undefined when they cancelled. Absent where the host cannot ask. */
  chooseFolder?(current: string): Promise<string | undefined>;
  /** Opens an address that has passed the http/https/mailto check. */
  openLink(url: string): Promise<boolean>;
}

export interface ReaderOptions {
  readonly host: Host;
  /** The program's version, as package.json has it. */
  readonly version: string;
  /** Wire folder; absent: what the settings say, else the default of the system. */
  readonly wires?: string;
  /** Data folder; absent: the system's place for application data. */
  readonly data?: string;
  /** Folder of the sample dispatches that a new wire folder gets. */
  readonly samples?: string;
}

export interface Reader {
  readonly handlers: ReaderHandlers;
  /** Subscribes to an event of the contract; the result unsubscribes. */
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void;
  /** Writes what is still to be written, ends the threads and gives the library free. */
  close(): Promise<void>;
}

/** Opens library and wire folder and starts watching. Rejects with LibraryInUse when another process holds the library. */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const dataFolder = resolve(options.data ?? defaultDataFolder());
  const events = new Events();
  const notices: string[] = [];
  const announcer = new Announcer((generation) => events.emit('library.changed', { generation }));
  let desk: WireDesk | undefined;
  const library = await Library.open(dataFolder, {
    changed: (generation) => announcer.changed(generation),
    rebuilding: (progress) => desk?.rebuilding(progress),
    failed: (error) => {
      notices.push(error.message);
      desk?.tellAppChanged();
    },
    notices: (texts) => {
      notices.splice(0, notices.length, ...texts);
      desk?.tellAppChanged();
    },
  });
  const close = async () => {
    announcer.stop();
    await desk?.close();
    await library.close();
  };
  try {
    // After the lock: a second process must not set aside the first one's settings.
    const settings = openSettings(dataFolder, (text) => notices.push(text));
    desk = new WireDesk({ library, settings, events, notices, options, dataFolder });
    void library.retain(settings.data.settings.retention).catch((error: Error) => notices.push(error.message));
    desk.watch(resolve(options.wires ?? settings.data.wires ?? defaultWireFolder()));
    return {
      handlers: makeHandlers({ library, settings, events, desk, options }),
      on: (...on) => events.on(...on),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
