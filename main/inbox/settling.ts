/** What tells whether a file still changes. Times in milliseconds since 1970. */
export interface Look {
  readonly size: number;
  readonly mtime: number;
  /** Change of the inode: no program can set it back. */
  readonly ctime: number;
}

export interface SettlingRules {
  /** A file that stood still this long is finished, in milliseconds. */
  readonly still: number;
  /** A file that stays empty this long is a problem rather than one that is still to be filled. */
  readonly empty: number;
}

export const RULES: SettlingRules = { still: 500, empty: 10_000 };

export type Verdict = { readonly kind: 'ready' } | { readonly kind: 'wait'; readonly ms: number };

/**
 * Files that were seen and may still be written to. A file is ready when its size and times stood still long enough: by its
 * own clock when that lies in the past, else (clocks of servers run ahead) by how long it has been watched unchanged.
 */
export class Settling {
  private readonly rules: SettlingRules;
  private readonly seen = new Map<string, { look: Look; since: number }>();

  constructor(rules: SettlingRules) {
    this.rules = rules;
  }

  get paths(): IterableIterator<string> {
    return this.seen.keys();
  }

  get size(): number {
    return this.seen.size;
  }

  /** Looks at a file once more, at the time `now`. A file that is ready is forgotten. */
  consider(path: string, look: Look, now: number): Verdict {
    const before = this.seen.get(path);
    const same =
      before && before.look.size === look.size && before.look.mtime === look.mtime && before.look.ctime === look.ctime;
    const since = same ? before.since : now;
    const needed = look.size === 0 ? this.rules.empty : this.rules.still;
    const age = now - Math.max(look.mtime, look.ctime);
    const stood = Math.max(now - since, age);
    if (stood >= needed) {
      this.seen.delete(path);
      return { kind: 'ready' };
    }
    this.seen.set(path, { look, since });
    return { kind: 'wait', ms: needed - stood };
  }

  forget(path: string): void {
    this.seen.delete(path);
  }
}
