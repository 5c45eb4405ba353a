import { type Message, message } from '../../../preload/contract/messages.ts';
import { failureOf } from '../../errors.ts';
import type { LibraryEvent } from './orders.ts';
import type { LibraryWriter } from './writer.ts';

/** The messages for tasks that may fail. */
type Failure =
  | 'library.not-imported'
  | 'library.not-written'
  | 'library.not-folded'
  | 'index.not-updated'
  | 'search.not-updated'
  | 'search.not-merged';

/**
 * Runs tasks that may fail and are tried again: a full disk or a locked file must not end the thread. Reports each failure, and
 * when it is over.
 */
export class Attempts {
  private readonly writer: LibraryWriter;
  private readonly tell: (event: LibraryEvent) => void;
  private noticed = 0;
  /** The notice for each task that failed at its last attempt. */
  private readonly failures = new Map<Failure, Message>();

  constructor(writer: LibraryWriter, tell: (event: LibraryEvent) => void) {
    this.writer = writer;
    this.tell = tell;
    writer.onWithdrawal = (notice) => {
      // Notices not reported yet must still be reported.
      this.noticed -= 1;
      this.tell({ event: 'over', notice });
    };
  }

  /** The result of `run`; undefined if it fails, which is reported as the message `what`. */
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

  /** Reports the writer's new notices. */
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
