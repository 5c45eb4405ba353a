import { periodOf } from './sort-key.ts';

/** The periods of sort keys in which something has changed that a search may ask for. */
export class ChangedPeriods {
  private periods: Set<number> | undefined = new Set();

  /** Something about the dispatch at a sort key has changed: its lists, or the text by which it is found. */
  note(n: number): void {
    this.periods?.add(periodOf(n));
  }

  noteAll(): void {
    this.periods = undefined;
  }

  /** What was noted since the last call; undefined: everything may have changed. */
  take(): readonly number[] | undefined {
    const { periods } = this;
    this.periods = new Set();
    return periods && [...periods];
  }
}
