import { type Message, message } from '../../../preload/contract/messages.ts';
import { failureOf } from '../../errors.ts';
import type { LibraryEvent } from './orders.ts';
import type { LibraryWriter } from './writer.ts';

/** The messages of what may fail. */
type Failure =
  | 'library.not-imported'
  | 'library.not-written'
  | 'library.not-folded'
  | 'index.not-updated'
  | 'search.not-updated'
  | 'search.not-merged';

/** What may fail and is tried again: a full disk or a locked file must not end the thread. Tells of it, and when it is over. */
export class Attempts {
  private readonly writer: LibraryWriter;
  private readonly tell: (event: LibraryEvent) => void;
  private noticed = 0;
  /** What has been told of each thing that failed at the last try. */
  private readonly failures = new Map<Failure, Message>();

  constructor(writer: LibraryWriter, tell: (event: LibraryEvent) => void) {
    this.writer = writer;
    this.tell = tell;
    writer.onWithdrawal = (notice) => {
      // What was not told yet still has to be.
      this.noticed -= 1;
      this.tell({ event: 'over', notice });
    };
  }

  /** What `run` returns; undefined where it fails. `what` says what that means. */
  make<T>(what: Failure, run: () => T): T | undefined {
    try {
      const result = run();
      this.isOver(what);
      return result;
    } catch (error) {
      const notice = message(what, { reason: failureOf(error, this.writer.folder) });
      this.failures.set(what, notice);
      this.writer.notice(notice);
      this.writer.noteDamage(error);
      this.tellNotices();
      return undefined;
    }
  }

  /** Tells what the writer has noticed since the last time. */
  tellNotices(): void {
    if (this.writer.notices.length === this.noticed) return;
    this.noticed = this.writer.notices.length;
    this.tell({ event: 'notice', notices: [...this.writer.notices] });
  }

  private isOver(what: Failure): void {
    const notice = this.failures.get(what);
    if (notice === undefined) return;
    this.failures.delete(what);
    this.writer.withdraw(notice);
  }
}
