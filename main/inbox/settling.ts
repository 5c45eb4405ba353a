/** What shows whether a file is still being written. Times in milliseconds since 1970. */
export interface FileState {
  readonly size: number;
  readonly mtime: number;
  /** Last change of the inode: no program can set it back. */
  readonly ctime: number;
}

export interface SettlingRules {
  /** Milliseconds without a change after which a file is complete. */
  readonly still: number;
  /** Milliseconds after which an empty file is a problem and not one still to be written. */
  readonly empty: number;
}

export const RULES: SettlingRules = { still: 500, empty: 10_000 };

export type Decision = { readonly kind: 'ready' } | { readonly kind: 'wait'; readonly ms: number };

/**
 * Files that may still be written to. A file is ready when its size and times have not changed for long enough: by its own times
 * if they are in the past, else (clocks of servers run ahead) by how long it has been seen unchanged.
 */
export class Settling {
  private readonly rules: SettlingRules;
  private readonly seen = new Map<string, { state: FileState; since: number }>();

  constructor(rules: SettlingRules) {
    this.rules = rules;
  }

  get paths(): IterableIterator<string> {
    return this.seen.keys();
  }

  get size(): number {
    return this.seen.size;
  }

  /** Decides on a file in its state at the time `now`. A file that is ready is forgotten. */
  consider(path: string, state: FileState, now: number): Decision {
    const before = this.seen.get(path);
    const same =
      before &&
      before.state.size === state.size &&
      before.state.mtime === state.mtime &&
      before.state.ctime === state.ctime;
    const since = same ? before.since : now;
    const needed = state.size === 0 ? this.rules.empty : this.rules.still;
    const age = now - Math.max(state.mtime, state.ctime);
    const unchangedMs = Math.max(now - since, age);
    if (unchangedMs >= needed) {
      this.seen.delete(path);
      return { kind: 'ready' };
    }
    this.seen.set(path, { state, since });
    return { kind: 'wait', ms: needed - unchangedMs };
  }

  forget(path: string): void {
    this.seen.delete(path);
  }
}
