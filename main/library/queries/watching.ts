import type { Store } from '../index/store.ts';
import { viewOf } from '../record/status.ts';

/** What the reader asks while it watches the library: questions that no window asks. */
export class Watching {
  private readonly store: Store;
  private readonly reading: <T>(ask: () => T) => T;

  /** `reading` runs a query and reports damage that it meets. */
  constructor(store: Store, reading: <T>(ask: () => T) => T) {
    this.store = store;
    this.reading = reading;
  }

  /** The dispatches put off until a time that has come. */
  due(now: Date): string[] {
    return this.reading(() =>
      this.store
        .sql(`SELECT d.id FROM list l JOIN entry e ON e.k = l.k JOIN dispatch d ON d.n = e.n WHERE l.kind = 'later'`)
        .all()
        .map(({ id }) => String(id))
        .filter((id) => isDue(viewOf(this.store.status(id)).later, now)),
    );
  }
}

/** A time that nobody can read is over: otherwise the dispatch would never come back. */
const isDue = (later: string | undefined, now: Date): boolean =>
  later !== undefined && !(Date.parse(later) > now.getTime());
