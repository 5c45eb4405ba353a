import type { Saved, Sidebar } from '../../../preload/contract/contract.ts';
import { isDamage } from '../index/index-check.ts';
import type { Store } from '../index/store.ts';
import { SearchTally } from './search-tally.ts';

type Counts = Sidebar['saved'];

/** Milliseconds of counting after which the rest goes on in the background. */
const AT_ONCE = 20;
/** After counting, so many times as long nothing is counted: during an import everything changes ten times a second. */
const REST = 10;
/** Milliseconds, but no longer: the first count takes a second where the next one takes a few milliseconds. */
const LONGEST_REST = 1_000;

/**
 * The counts of the saved searches: the expensive part of the sidebar. What is quickly counted is exact at once, the rest within moments,
 * in steps between which everything else is answered.
 */
export class SavedCounts {
  private readonly reading: (count: (store: Store) => void) => void;
  private readonly later: () => void;
  private tallies: ReadonlyMap<string, SearchTally> = new Map();
  private counting: Generator<void> | undefined;
  private next: NodeJS.Immediate | undefined;
  private rest: NodeJS.Timeout | undefined;
  private spentMs = 0;
  private restUntil = 0;

  /** `reading` runs a query of the index. `later` is called when the counts returned are outdated and should be requested again. */
  constructor(reading: (count: (store: Store) => void) => void, later: () => void) {
    this.reading = reading;
    this.later = later;
  }

  /** Something has changed in these periods of sort keys; undefined: anywhere. */
  changed(periods: readonly number[] | undefined): void {
    for (const tally of this.tallies.values()) tally.changed(periods);
  }

  /** The searches with their counts, those of a moment before if counting them takes long; zeros before the first time. */
  of(saved: readonly Saved[], now: Date): Counts {
    if (saved.length === 0) return [];
    const known = this.tallies;
    this.tallies = new Map(saved.map(({ search }) => [search, known.get(search) ?? new SearchTally(search)]));
    this.bringUp(now);
    return saved.map((one) => ({ ...one, ...(this.tallies.get(one.search)?.known ?? { total: 0, unread: 0 }) }));
  }

  close(): void {
    clearImmediate(this.next);
    clearTimeout(this.rest);
  }

  private bringUp(now: Date): void {
    const outdated = [...this.tallies.values()].filter((tally) => tally.isOutdated(now));
    if (this.counting || outdated.length === 0) return;
    const left = this.restUntil - performance.now();
    if (left > 0) {
      this.askAgain(left);
      return;
    }
    this.counting = this.countAll(outdated, now);
    this.spentMs = 0;
    while (this.spentMs < AT_ONCE) if (this.step()) return;
    this.goOn();
  }

  private askAgain(ms: number): void {
    this.rest ??= setTimeout(() => {
      this.rest = undefined;
      this.later();
    }, ms);
  }

  private goOn(): void {
    this.next = setImmediate(() => {
      try {
        if (!this.step()) {
          this.goOn();
          return;
        }
      } catch {
        // The next request tries again, and reports it.
      }
      this.later();
    });
  }

  /** True when all is counted. */
  private step(): boolean {
    const began = performance.now();
    let isOver = true;
    try {
      isOver = this.counting?.next().done !== false;
    } finally {
      this.spentMs += performance.now() - began;
      if (isOver) {
        this.counting = undefined;
        this.restUntil = performance.now() + Math.min(REST * this.spentMs, LONGEST_REST);
      }
    }
    return isOver;
  }

  private *countAll(tallies: readonly SearchTally[], now: Date): Generator<void> {
    for (const tally of tallies) yield* this.countOne(tally, now);
  }

  /** If damage in the index prevents counting a search, the rest of the sidebar is still shown. */
  private *countOne(tally: SearchTally, now: Date): Generator<void> {
    let steps: Generator<void> | undefined;
    try {
      for (let done: boolean | undefined; !done; ) {
        this.reading((store) => {
          steps ??= tally.count(store, now);
          done = steps.next().done;
        });
        yield;
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      tally.giveUp(now);
    }
  }
}
