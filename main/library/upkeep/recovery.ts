import { type Message, message } from '../../../preload/contract/messages.ts';
import { isUnderstood } from '../changes/mark-line.ts';
import { applied } from '../index/applied.ts';
import type { Store } from '../index/store.ts';
import { damageIn } from '../record/damage.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import type { Journal } from '../record/journal.ts';
import { NewerFile } from '../record/migrations.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { replay } from './rebuild.ts';
import { forgetRebuilt } from './rebuilt-so-far.ts';
import { rebuildIndex } from './replace-index.ts';

const BEGINNING = { segment: 0, offset: 0 };

interface Parts {
  readonly store: Store;
  readonly files: LibraryFiles;
  readonly journal: Journal;
  readonly text: TextKeeper;
  readonly notice: (notice: Message) => void;
}

/** Keeps the index in step with files and journal: after a start, after a loss, and after a rollback. */
export class Recovery {
  private readonly parts: Parts;
  private stale: boolean;
  private recovered = false;
  /** A rollback has removed changes that the journal has: they must be replayed before anything else. */
  private behind = false;

  /** `stale`: the index has to be rebuilt from the library's files. */
  constructor(parts: Parts, stale: boolean) {
    this.parts = parts;
    this.stale = stale;
    parts.store.onRollback = () => {
      this.behind = true;
    };
  }

  get needsRebuild(): boolean {
    return this.stale;
  }

  /** True when the index has been filled, apart from later rollbacks. */
  get isRecovered(): boolean {
    return this.recovered;
  }

  /** True when the index has everything that is in files and journal. Otherwise nothing may be folded from it. */
  get isWhole(): boolean {
    return this.recovered && !this.behind;
  }

  /** Makes the next `run` rebuild the index. */
  startAgain(): void {
    this.recovered = false;
    this.stale = true;
    forgetRebuilt(this.parts.store);
  }

  /** Brings the index up to date with files and journal, in small steps so that marks and new files are handled in between. */
  *run(): Generator<{ done: number; total: number } | undefined> {
    try {
      yield* this.bringUp();
    } catch (error) {
      // SQLite has rolled back by itself (a full disk); the store's state in memory must be discarded too.
      this.parts.store.rollback();
      throw error;
    }
  }

  private *bringUp(): Generator<{ done: number; total: number } | undefined> {
    const { store, files, journal, text, notice } = this.parts;
    files.sweep();
    // Before the first step: new changes are appended after this position, and replaying them twice is harmless.
    const noted = applied(store);
    // A power cut removed the journal's end. New lines must not be appended before the position recorded in the index, and
    // recording another one could itself be lost in a second power cut.
    if (!journal.reaches(noted)) journal.roll();
    const newer = journal.adoptNewer(isUnderstood);
    if (newer !== undefined) notice(message('journal.line-newer', { kept: newer }));
    const from = this.stale ? BEGINNING : noted;
    if (this.stale) this.stale = !(yield* rebuildIndex(store, files, text, notice));
    for (const _ of replay(store, journal, from, this.setLineAside)) yield undefined;
    // With a file that could not be written, the index stays for reading: nothing is folded, and the next start tries again.
    this.recovered = !this.stale;
    this.behind = false;
  }

  /**
   * Replays from the journal what a rollback removed: earlier changes of the batch that had been acknowledged. Throws if that
   * fails (a full disk): until it succeeds, later changes must not be recorded as applied, and nothing may be folded.
   */
  catchUp(): void {
    // During recovery the running replay will reach those lines.
    if (!this.behind || !this.recovered) return;
    const { store, journal } = this.parts;
    try {
      for (const _ of replay(store, journal, applied(store), this.setLineAside));
    } catch (error) {
      store.rollback();
      throw error;
    }
    this.behind = false;
  }

  private readonly setLineAside = (line: string, error: unknown): void => {
    const { journal, notice } = this.parts;
    if (error instanceof NewerFile) {
      notice(message('journal.line-newer', { kept: journal.keepNewer(line) }));
      return;
    }
    const aside = journal.setAside(line);
    notice(message('journal.line-unreadable', { kept: aside, reason: damageIn(line, error) }));
  };
}
