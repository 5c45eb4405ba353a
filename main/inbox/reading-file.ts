import type { FoundFile } from './scan.ts';

/** What the inbox has read since it started. */
export interface Totals {
  readonly files: number;
  readonly new: number;
  readonly versions: number;
  readonly known: number;
  readonly problems: number;
}

export type MutableTotals = { -readonly [Name in keyof Totals]: number };

/** Totals that go on counting where others have stopped. */
export const totalsFrom = (before: Totals | undefined): MutableTotals => ({
  ...{ files: 0, new: 0, versions: 0, known: 0, problems: 0 },
  ...before,
});

/** The file that is being read, and what was read before it. */
export interface Reading {
  readonly file: FoundFile;
  readonly totals: Totals;
}

/** Bytes: a path has 4,096 at most, in JSON six times as many. */
const MEMORY_BYTES = 32 * 1024;

/**
 * Which file a thread is reading, in memory that it shares with the thread that watches over it: a thread in the middle of a
 * file answers no messages.
 */
export class ReadingFile {
  readonly memory: SharedArrayBuffer;
  /** How often a file was begun or ended, and the length of the text in bytes. */
  private readonly head: Int32Array;
  private readonly text: Buffer;

  constructor(memory = new SharedArrayBuffer(MEMORY_BYTES)) {
    this.memory = memory;
    this.head = new Int32Array(memory, 0, 2);
    this.text = Buffer.from(memory, this.head.byteLength);
  }

  begin(reading: Reading): void {
    Atomics.store(this.head, 1, this.text.write(JSON.stringify(reading)));
    Atomics.add(this.head, 0, 1);
  }

  end(): void {
    Atomics.add(this.head, 0, 1);
  }

  /** Changes with every file that is begun or ended; odd while one is being read. */
  get count(): number {
    return Atomics.load(this.head, 0);
  }

  /** What is being read; undefined between two files. Call it when the thread that writes has ended. */
  current(): Reading | undefined {
    return this.count % 2 === 1 ? JSON.parse(this.text.toString('utf8', 0, this.head[1])) : undefined;
  }
}

/**
 * Tells whether a file is the `overdue` one and unchanged, once: when its reading is asked for again, it is read again.
 */
export function overdueOnce(overdue: FoundFile | undefined): (file: FoundFile) => boolean {
  let left = overdue;
  return (file) => {
    if (file.path !== left?.path) return false;
    const { size, mtime, ctime } = left;
    left = undefined;
    return file.size === size && file.mtime === mtime && file.ctime === ctime;
  };
}

/** Seconds after which a file is given up. */
export const MAX_READING_SECONDS = 10;

/**
 * Calls `overdue` once when a thread has been reading the same file for too long. Counts seconds in which this process ran: a
 * computer that slept has not been slow.
 */
export function watchReading(reading: ReadingFile, overdue: () => void): { stop(): void } {
  let last = reading.count;
  let seconds = 0;
  const timer = setInterval(() => {
    const { count } = reading;
    seconds = count === last && count % 2 === 1 ? seconds + 1 : 0;
    last = count;
    if (seconds < MAX_READING_SECONDS) return;
    clearInterval(timer);
    overdue();
  }, 1000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
