const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** How long to wait before the next attempt: twice as long each time, a little different on every desk. */
export class Backoff {
  private failures = 0;

  /** Milliseconds. */
  next(): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures);
    this.failures += 1;
    // A thousand desks must not come back to a restarted server in the same second.
    return longest * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.failures = 0;
  }
}
