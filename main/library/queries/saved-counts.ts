import type { Saved, Sidebar } from '../../../preload/contract/contract.ts';
import { isDamage } from '../index/index-check.ts';

type Counts = Sidebar['saved'];

/** Milliseconds. During an import everything changes ten times a second. */
const COUNT_EVERY = 1_000;

/** The counts of the saved searches: the expensive part of the sidebar, counted at most once a second. */
export class SavedCounts {
  private readonly count: (search: Saved) => Counts[number];
  private readonly later: () => void;
  private last: { key: string; generation: number; at: number; counts: Counts } | undefined;
  private recount: NodeJS.Timeout | undefined;

  /** `later` is called when the counts returned are outdated and should be requested again. */
  constructor(count: (search: Saved) => Counts[number], later: () => void) {
    this.count = count;
    this.later = later;
  }

  of(saved: readonly Saved[], generation: number): Counts {
    const key = JSON.stringify(saved);
    const { last } = this;
    if (last?.key === key && last.generation === generation) return last.counts;
    if (last?.key === key && Date.now() - last.at < COUNT_EVERY) {
      this.recount ??= setTimeout(() => {
        this.recount = undefined;
        this.later();
      }, COUNT_EVERY);
      return last.counts;
    }
    const counts = saved.map((search) => this.countOne(search));
    this.last = { key, generation, at: Date.now(), counts };
    return counts;
  }

  close(): void {
    clearTimeout(this.recount);
  }

  /** If damage in the index prevents counting a search, the rest of the sidebar is still shown. */
  private countOne(search: Saved): Counts[number] {
    try {
      return this.count(search);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { ...search, total: 0, unread: 0 };
    }
  }
}
