import { join } from 'node:path';
import type { Retention } from '../../../preload/contract/contract.ts';
import { type Message, message, messageKey } from '../../../preload/contract/messages.ts';
import { failureOf, isFullDisk, reasonOf } from '../../errors.ts';
import { makeFolder } from '../../make-folder.ts';
import { appendLines } from '../changes/append-lines.ts';
import { type ImportCounts, NOTHING_IMPORTED, sumOf } from '../changes/import-counts.ts';
import { type Inserted, insert } from '../changes/insert.ts';
import { Marker } from '../changes/marker.ts';
import { inOrder } from '../changes/order-of-arrival.ts';
import { type ReadFile, rememberFiles } from '../changes/read-files.ts';
import { applied } from '../index/applied.ts';
import { countFold, isStale } from '../index/fold-count.ts';
import { damageNotice, isDamage, markDamaged, noteSound } from '../index/index-check.ts';
import type { Store } from '../index/store.ts';
import { LibraryFiles } from '../record/day-files.ts';
import { deskId } from '../record/desk.ts';
import { Journal } from '../record/journal.ts';
import { StampClock } from '../record/stamp.ts';
import { DirectText } from '../search-text/direct-text.ts';
import { openIndex } from '../search-text/open-index.ts';
import type { MakeTextPort, TextKeeper } from '../search-text/text-keeper.ts';
import { DaysLeft, fold, isUnfolded } from '../upkeep/fold.ts';
import { dispatchLine } from '../upkeep/rebuild.ts';
import { Recovery } from '../upkeep/recovery.ts';
import { type Correction, restamp, wrongStamps } from '../upkeep/restamp.ts';
import { cutoff, giveBack, prune } from '../upkeep/retention.ts';
import { Arrivals } from './arrivals.ts';

/** Bytes in a journal segment, some weeks of wires: it is read again after a crash. */
const LONG_JOURNAL = 64 * 1024 * 1024;

/**
 * The one writer of a library. Everything goes to the journal first and is folded into day files later. The transaction that
 * stores the dispatches of a file also notes that the file was read: whatever a power cut removes from journal and index, a
 * dispatch is in one of them or its file is read again. All methods run on the library's own thread and wait for nothing but
 * the disk.
 */
export class LibraryWriter {
  readonly notices: Message[] = [];
  onWithdrawal: (notice: Message) => void = () => {};
  /** The data folder. */
  readonly folder: string;
  readonly store: Store;
  readonly text: TextKeeper;
  readonly marker: Marker;
  readonly arrivals: Arrivals;
  readonly clock: StampClock;
  private readonly index: string;
  private readonly files: LibraryFiles;
  private readonly journal: Journal;
  private readonly recovery: Recovery;

  /** `makeText` creates the writer of the search text; the default writes at once on this thread. */
  constructor(dataFolder: string, makeText: MakeTextPort = (_index, path, outcome) => new DirectText(path, outcome)) {
    makeFolder(dataFolder);
    this.folder = dataFolder;
    this.index = join(dataFolder, 'index.sqlite');
    const { store, text, fresh, damage } = openIndex(this.index, makeText, this);
    if (fresh) noteSound(this.index);
    if (damage !== undefined) this.notice(message('index.rebuilding', { reason: damage }));
    this.store = store;
    this.arrivals = new Arrivals(store);
    this.text = text;
    this.files = new LibraryFiles(dataFolder, (notice) => this.notice(notice));
    this.journal = new Journal(join(dataFolder, 'journal'), applied(this.store).segment);
    if (this.journal.torn) this.notice(message('journal.torn'));
    const reason = message('damage.no-file');
    for (const aside of this.journal.setAsides) this.notice(message('library.file-set-aside', { ...aside, reason }));
    const { files, journal } = this;
    const stale = fresh || isStale(store, files.root);
    this.recovery = new Recovery({ store, files, journal, text, notice: (said) => this.notice(said) }, stale);
    this.clock = new StampClock(deskId(dataFolder, (said) => this.notice(said)));
    this.marker = new Marker({
      store,
      journal,
      clock: this.clock,
      recovery: this.recovery,
      cutShort: (error, changed) => this.reportCutShort(error, changed),
    });
  }

  /** Adds a notice for the user; the same one only once. */
  notice(notice: Message): void {
    if (this.indexOfNotice(notice) < 0) this.notices.push(notice);
  }

  /** Removes a notice that no longer applies. */
  withdraw(notice: Message): void {
    const at = this.indexOfNotice(notice);
    if (at < 0) return;
    this.notices.splice(at, 1);
    this.onWithdrawal(notice);
  }

  private indexOfNotice(notice: Message): number {
    const key = messageKey(notice);
    return this.notices.findIndex((one) => messageKey(one) === key);
  }

  /** True if `recover` will fill the index from scratch. */
  get needsRebuild(): boolean {
    return this.recovery.needsRebuild;
  }

  /** Brings the index up to date with files and journal, in small steps so that marks and new files are handled in between. */
  recover(): Generator<{ done: number; total: number } | undefined> {
    return this.recovery.run();
  }

  /** Makes the next `recover` rebuild the index. */
  forgetIndex(): void {
    this.commit();
    this.recovery.startAgain();
  }

  /** Makes the next start rebuild the index if an error says that it is damaged. */
  noteDamage(error: unknown): void {
    if (!isDamage(error)) return;
    markDamaged(this.index, reasonOf(error));
    this.notice(damageNotice(reasonOf(error)));
  }

  /**
   * Adds files as the inbox read them; they are in the lists with the next `commit`, and on disk with the next sync. A file
   * that cannot be added becomes a problem and does not affect the others.
   */
  add(files: readonly ReadFile[]): ImportCounts {
    this.recovery.catchUp();
    const { added } = this.arrivals;
    try {
      this.store.begin();
      return this.importFiles(files);
    } catch (error) {
      this.store.rollback();
      this.arrivals.cutBack(added);
      this.recovery.catchUp();
      return this.addSingly(files, error);
    }
  }

  private addSingly(files: readonly ReadFile[], cause: unknown): ImportCounts {
    if (isFullDisk(cause)) throw cause;
    return files.map((file) => this.addOne(file)).reduce(sumOf, NOTHING_IMPORTED);
  }

  private addOne(file: ReadFile): ImportCounts {
    const { added } = this.arrivals;
    try {
      return this.store.savepoint(() => this.importFiles([file]));
    } catch (error) {
      this.arrivals.cutBack(added);
      if (isFullDisk(error)) throw error;
      const why = message('file.not-imported', { reason: reasonOf(error) });
      this.store.savepoint(() =>
        rememberFiles(this.store, [{ ...file, dispatches: [], problem: { reason: 'damaged', message: why } }]),
      );
      return NOTHING_IMPORTED;
    }
  }

  /** Ends the batch: the added dispatches are in the lists from now on. */
  commit(): void {
    this.store.commit();
    this.arrivals.committed();
  }

  /** Changes the index and commits it at once, together with the open batch if there is one. */
  now(change: (store: Store) => void): void {
    this.store.begin();
    change(this.store);
    this.commit();
  }

  /**
   * Sets how many milliseconds this computer's clock is behind the server's, and corrects stamps that the server has not received.
   * Returns how many statuses were corrected: none while the index is incomplete.
   */
  setClock(offset: number, correction: Correction | undefined): number {
    const by = offset - this.clock.offset;
    this.clock.offset = offset;
    if (correction === undefined) return 0;
    this.clock.forget();
    const { store, files, clock } = this;
    const wrong = wrongStamps(store, clock.desk, by, correction);
    if (wrong.length === 0) return 0;
    // What the journal has would come back later than what is written here.
    for (const _ of this.fold());
    if (!this.recovery.isWhole || !this.recovery.isRecovered) return 0;
    try {
      const written = restamp(store, files, wrong);
      this.commit();
      return written;
    } catch (error) {
      store.rollback();
      throw error;
    }
  }

  private reportCutShort(error: unknown, changed: number): void {
    this.noteDamage(error);
    const reason = failureOf(error, this.folder, 'disk.full-mark-again');
    this.notice(message('library.marked-part', { marked: changed, reason }));
  }

  /** Syncs to disk: everything added and marked so far survives a power cut. */
  sync(): void {
    this.journal.sync();
  }

  /** The same on another thread; see the journal. */
  syncLater(done: (error: Error | null, more: boolean) => void): void {
    this.journal.syncLater(done);
  }

  /** True if the journal is so large that it should be folded even during an import. */
  get journalIsLong(): boolean {
    return this.journal.length > LONG_JOURNAL;
  }

  /**
   * Folds the journal into the day files, one day per step. Afterwards the library's files are complete without journal and
   * index.
   */
  *fold(): Generator<void> {
    if (!this.recovery.isRecovered) return;
    this.recovery.catchUp();
    if (this.journal.empty && !isUnfolded(this.store)) return;
    // An open batch still belongs to the segment that ends here.
    this.commit();
    const upTo = this.journal.end();
    for (const _ of fold(this.store, this.files, upTo)) {
      yield;
      // The index was discarded meanwhile: what it no longer has must not count as folded.
      if (!this.recovery.isWhole) return;
    }
    countFold(this.store, this.files.root);
    this.journal.drop(upTo);
  }

  /**
   * Removes what a retention does not keep, one day per step; returns whether anything was removed. Dispatches that are only in
   * the journal wait for the next time.
   */
  *retain(retention: Retention, now: Date): Generator<void, boolean> {
    // A file that could not be read may hold the bookmark of what would be removed.
    const mayRemove = this.recovery.isRecovered && this.files.isKnown;
    const before = mayRemove ? cutoff(this.store, retention, now) : undefined;
    if (before === undefined) return false;
    let removed = false;
    for (const _ of prune(this.store, this.files, before)) {
      removed = true;
      yield;
      if (!this.recovery.isRecovered) return true;
    }
    if (!removed) return false;
    countFold(this.store, this.files.root);
    yield* giveBack(this.store);
    return true;
  }

  /** Folds the rest if the index is complete, and closes everything. What cannot be folded stays in the journal. */
  close(): void {
    try {
      this.commit();
      this.sync();
      for (const _ of this.fold());
    } catch (error) {
      if (!(error instanceof DaysLeft)) throw error;
      this.notice(message('library.not-folded', { reason: error.userMessage }));
    } finally {
      this.journal.close();
      this.text.close();
      this.store.db.close();
    }
  }

  private importFiles(files: readonly ReadFile[]): ImportCounts {
    const counts: Record<Inserted, number> = { new: 0, version: 0, history: 0, known: 0 };
    const lines: string[] = [];
    for (const prepared of inOrder(
      this.store,
      files.flatMap((file) => file.dispatches),
    )) {
      const { result, stored, n } = insert(this.store, prepared, this.journal.current);
      counts[result] += 1;
      if (stored) lines.push(dispatchLine(stored.json));
      const isShown = result === 'new' || result === 'version';
      if (isShown && stored && n !== undefined) this.arrivals.add(n, stored, result === 'version');
    }
    rememberFiles(this.store, files);
    if (lines.length > 0) appendLines(this.store, this.journal, lines, this.recovery.isWhole);
    return { new: counts.new, versions: counts.version + counts.history, known: counts.known };
  }
}
