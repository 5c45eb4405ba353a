import type { Library } from '../library/library.ts';

/** Milliseconds. A timer set for the time itself would fire late on a machine that was asleep meanwhile. */
const LOOK_EVERY = 15_000;

/** Brings dispatches that were put off back to their lists, as unread, when their time has come. */
export class Waker {
  private readonly library: Pick<Library, 'watching' | 'mark'>;
  private readonly woken: (ids: readonly string[]) => void;
  private readonly timer: NodeJS.Timeout;
  private waking = false;

  /** `woken` is called with the dispatches that have come back. */
  constructor(library: Pick<Library, 'watching' | 'mark'>, woken: (ids: readonly string[]) => void) {
    this.library = library;
    this.woken = woken;
    this.timer = setInterval(() => void this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  /** Looks now: what came due while the program was closed comes back with the first change of the library. */
  async look(): Promise<void> {
    if (this.waking) return;
    this.waking = true;
    try {
      const ids = this.library.watching.due(new Date());
      if (ids.length === 0) return;
      await this.library.mark(ids, { later: null, read: null });
      this.woken(ids);
    } catch {
      // They stay put off, and the next look tries again; the library reports what is wrong with it.
    } finally {
      this.waking = false;
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
