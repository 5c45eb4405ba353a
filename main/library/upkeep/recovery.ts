import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf } from '../../errors.ts';
import { applied } from '../index/applied.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import type { Journal } from '../record/journal.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { replay } from './rebuild.ts';
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
  /** The journal may hold what a rollback took from the index: it comes first, whatever is to be done next. */
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

  /** True when the index has been filled, but for what a rollback may have taken since. */
  get isRecovered(): boolean {
    return this.recovered;
  }

  /** True when the index has all that files and journal hold. Otherwise nothing may be folded from it. */
  get isWhole(): boolean {
    return this.recovered && !this.behind;
  }

  /** Has the next `run` make the index anew. */
  startAgain(): void {
    this.recovered = false;
    this.stale = true;
  }

  /** Brings the index up to date with files and journal; small steps, so that marks and new files get their turn between. */
  *run(): Generator<{ done: number; total: number } | undefined> {
    try {
      yield* this.bringUp();
    } catch (error) {
      // SQLite has rolled back by itself (a full disk); what the store remembers beside it has to go as well.
      this.parts.store.rollback();
      throw error;
    }
  }

  private *bringUp(): Generator<{ done: number; total: number } | undefined> {
    const { store, files, journal, text, notice } = this.parts;
    files.sweep();
    // Before the first step: what comes in meanwhile is behind this place, and taking it in twice is harmless.
    const noted = applied(store);
    // A power cut took the journal's end. What is appended now must not come to lie before the place that the index has noted,
    // and a second cut could take any other note.
    if (!journal.reaches(noted)) journal.roll();
    const from = this.stale ? BEGINNING : noted;
    if (this.stale) this.stale = !(yield* rebuildIndex(store, files, text, notice));
    for (const _ of replay(store, journal, from, this.setLineAside)) yield undefined;
    // With a day that could not be read, the index stays for reading: nothing is folded, and the next start tries again.
    this.recovered = !this.stale;
    this.behind = false;
  }

  /**
   * A rollback takes along what came earlier in the batch and was acknowledged; the journal has it. Throws where that fails (a full
   * disk): until it succeeds, nothing that comes after may be noted as applied, and nothing folded.
   */
  catchUp(): void {
    // While recovering, the replay that is under way comes by those lines.
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
    const aside = this.parts.journal.setAside(line);
    this.parts.notice(message('journal.line-unreadable', { kept: aside, reason: reasonOf(error) }));
  };
}
