import {
  appendFileSync,
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { makeFolder } from '../../make-folder.ts';
import { isBlocked, setAside } from './set-aside.ts';

/** A position in the journal: everything before it is known. */
export interface JournalPlace {
  readonly segment: number;
  readonly offset: number;
}

/** No file has this number. */
const CLOSED = -1;
/** The file of lines that only a newer program understands. */
const NEWER = 'newer.ndjson';

/**
 * Changes that are not in a day file yet: lines of JSON, appended and synced, replayed at the start. A segment is deleted when
 * everything in it has been folded. An incomplete last line, as after a power cut, is removed when the journal is opened.
 */
export class Journal {
  private readonly folder: string;
  private segment: number;
  private file: number;
  private syncing: number | undefined;
  private unsynced = false;
  private size: number;
  /** An incomplete last line was removed. */
  readonly torn: boolean;
  /** What had the name of a segment but was no file, and where it is now. */
  readonly setAsides: readonly { readonly path: string; readonly kept: string }[];

  /** `known` is the last segment that the index has seen: a new journal must not reuse the numbers of a lost one. */
  constructor(folder: string, known: number) {
    this.folder = folder;
    makeFolder(folder);
    const paths = this.segments().map((segment) => this.path(segment));
    this.setAsides = paths.filter(isBlocked).map((path) => ({ path, kept: setAside(path) }));
    this.segment = Math.max(this.segments().at(-1) ?? 1, known);
    this.torn = cutTornLine(this.path(this.segment));
    this.file = openSync(this.path(this.segment), 'a');
    this.size = statSync(this.path(this.segment)).size;
  }

  /** Appends lines (without line ends) and returns the position after them. They survive the end of the process from now on. */
  append(lines: readonly string[]): JournalPlace {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
    } catch (error) {
      // Half a line would corrupt the next one.
      ftruncateSync(this.file, this.size);
      throw error;
    }
    this.size += bytes.length;
    this.unsynced = true;
    return { segment: this.segment, offset: this.size };
  }

  /** Syncs to disk: everything appended so far survives a power cut. */
  sync(): void {
    if (!this.unsynced && this.syncing === undefined) return;
    fdatasyncSync(this.file);
    this.unsynced = false;
  }

  /**
   * The same on another thread, one sync at a time. `done` gets the error if any, and whether lines appended meanwhile need
   * another sync; it is called at once if there is nothing to do.
   */
  syncLater(done: (error: Error | null, more: boolean) => void): void {
    if (!this.unsynced) {
      done(null, false);
      return;
    }
    const file = this.file;
    this.syncing = file;
    this.unsynced = false;
    fdatasync(file, (error) => {
      const more = this.unsynced;
      this.syncing = undefined;
      if (this.file !== file) closeSync(file);
      // It is tried again with the next lines, and before the segment ends.
      else if (error) this.unsynced = true;
      done(error, more);
    });
  }

  /** Starts a new segment; returns the last of those before it. */
  roll(): number {
    const last = this.segment;
    this.sync();
    // Before the old one is closed: if it cannot be opened (a full disk), nothing changes.
    const next = openSync(this.path(last + 1), 'a');
    this.closeFile();
    this.segment = last + 1;
    this.file = next;
    this.size = 0;
    return last;
  }

  /** Ends the current segment, unless nothing is in it and others came before; returns the last one that has ended. */
  end(): number {
    return this.size === 0 && this.segment > 1 ? this.segment - 1 : this.roll();
  }

  /** Drops every segment up to this one. */
  drop(upTo: number): void {
    for (const segment of this.segments()) if (segment <= upTo) rmSync(this.path(segment), { force: true });
  }

  /** Whether the journal reaches this position: after a power cut the index may know lines that the journal lost. */
  reaches({ segment, offset }: JournalPlace): boolean {
    return segment < this.segment || offset <= this.size;
  }

  get current(): number {
    return this.segment;
  }

  /** Bytes of the current segment. */
  get length(): number {
    return this.size;
  }

  /** True when nothing waits to be folded. */
  get empty(): boolean {
    return this.size === 0 && this.segments().every((segment) => segment === this.segment);
  }

  /** Every line after a position, in the order written, each with the position after it. */
  *lines(from: JournalPlace): Generator<{ line: string; place: JournalPlace }> {
    for (const segment of this.segments()) {
      if (segment < from.segment) continue;
      yield* linesOf(this.path(segment), segment, segment === from.segment ? from.offset : 0);
    }
  }

  /** Saves an unreadable line; returns the path of the file. */
  setAside(line: string): string {
    return this.keep('damaged.txt', line);
  }

  /** Keeps a line of a newer program, which outlives its segment; returns the path of the file. */
  keepNewer(line: string): string {
    return this.keep(NEWER, line);
  }

  /** Appends the kept lines that this program understands; returns the path of the file if others are left. */
  adoptNewer(isUnderstood: (line: string) => boolean): string | undefined {
    const path = join(this.folder, NEWER);
    if (!existsSync(path) || isBlocked(path)) return undefined;
    const kept = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const understood = kept.filter(isUnderstood);
    if (understood.length === 0) return path;
    this.append(understood);
    this.sync();
    const left = kept.filter((line) => !understood.includes(line));
    if (left.length === 0) rmSync(path);
    else writeFileAtomic(path, `${left.join('\n')}\n`);
    return left.length === 0 ? undefined : path;
  }

  private keep(name: string, line: string): string {
    const path = join(this.folder, name);
    if (isBlocked(path)) setAside(path);
    appendFileSync(path, `${line}\n`, { flush: true });
    return path;
  }

  close(): void {
    this.closeFile();
    this.file = CLOSED;
  }

  /** While another thread syncs this descriptor, it must not be reused for another file. */
  private closeFile(): void {
    if (this.file !== this.syncing) closeSync(this.file);
  }

  private segments(): number[] {
    const names = readdirSync(this.folder).flatMap((name) => /^(\d+)\.ndjson$/.exec(name)?.[1] ?? []);
    return names.map(Number).sort((a, b) => a - b);
  }

  path(segment: number): string {
    return join(this.folder, `${String(segment).padStart(6, '0')}.ndjson`);
  }
}

const CHUNK = 1 << 20;
const BLOCK = 64 * 1024;

function* linesOf(path: string, segment: number, from: number): Generator<{ line: string; place: JournalPlace }> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let offset = from;
    for (let at = from; ; ) {
      const count = readSync(file, chunk, 0, CHUNK, at);
      if (count === 0) return;
      at += count;
      const pieces = (rest + decoder.write(chunk.subarray(0, count))).split('\n');
      rest = pieces.pop() ?? '';
      for (const line of pieces) {
        offset += Buffer.byteLength(line) + 1;
        yield { line, place: { segment, offset } };
      }
    }
  } finally {
    closeSync(file);
  }
}

function cutTornLine(path: string): boolean {
  if (!existsSync(path)) return false;
  const size = statSync(path).size;
  const file = openSync(path, 'r');
  const block = Buffer.alloc(BLOCK);
  let end = 0;
  // A file system may leave megabytes of zeros after a power cut: reads blocks from the end.
  for (let from = size; from > 0 && end === 0; ) {
    const length = Math.min(BLOCK, from);
    from -= length;
    const read = readSync(file, block, 0, length, from);
    end = block.subarray(0, read).lastIndexOf(0x0a) + 1;
    if (end > 0) end += from;
  }
  closeSync(file);
  if (end < size) truncateSync(path, end);
  return end < size;
}
