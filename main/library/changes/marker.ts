import type { MarkResult, StatusChange } from '../../../preload/contract/contract.ts';
import type { Store } from '../index/store.ts';
import type { Journal } from '../record/journal.ts';
import type { Stamp, StampClock } from '../record/stamp.ts';
import type { Values } from '../record/status.ts';
import { appendLines } from './append-lines.ts';
import { withKnownTags } from './known-tags.ts';
import { type Marked, NO_PLACE, slices, type Target, targets, targetsAt, targetsOf } from './mark-targets.ts';
import { mark, type Undo } from './marks.ts';
import { mergeShared, type SharedStatus } from './shared.ts';
import { UndoStack } from './undo-stack.ts';

/** As many as one call marks by id (`status.mark`). */
const MAX_LOOKED_AT = 10_000;

/**
 * Dispatches per step: some 50 ms at a million, so that other marks are heard meanwhile. Steps of 50,000 kept them waiting for half a
 * second and more; they wrote a sixth less and took no less time.
 */
const STEP = 3_000;

/** Work in steps, each complete in itself, that returns an answer at the end. */
export type Steps<T> = Generator<void, T>;

interface MarkerParts {
  readonly store: Store;
  readonly journal: Pick<Journal, 'append'>;
  readonly clock: StampClock;
  readonly recovery: {
    /** False while the index may be incomplete: then unknown dispatches may be marked too. */
    readonly isWhole: boolean;
    /** Replays what a rollback removed from the index. */
    catchUp(): void;
  };
  /** Called when a long marking fails after changing `changed` dispatches. */
  readonly cutShort: (error: unknown, changed: number) => void;
  /** Dispatches per step. */
  readonly atOnce?: number;
}

/**
 * Changes statuses and undoes changes. Each step is one transaction of the index and appends its lines to the journal: visible
 * in the lists when it returns, on disk with the journal's next sync.
 */
export class Marker {
  private readonly parts: MarkerParts;
  private readonly atOnce: number;
  private readonly undos = new UndoStack();
  /** Number of long markings in progress. */
  private long = 0;
  /** Dispatches marked read or unread since these began: the long markings must not overwrite that. */
  private readonly meanwhile = new Set<string>();

  constructor(parts: MarkerParts) {
    this.parts = parts;
    this.atOnce = parts.atOnce ?? STEP;
  }

  /** Changes the status of these dispatches at once. */
  mark(ids: readonly string[], change: StatusChange, at: string): MarkResult {
    if (this.long > 0 && change.read !== undefined) for (const id of ids) this.meanwhile.add(id);
    return this.kept([this.apply(this.known(ids), withKnownTags(this.parts.store, change), at, false)]);
  }

  /** Changes the status of the dispatches with these sort keys, as one marking. */
  *markPlaces(places: readonly number[], change: StatusChange, at: string): Steps<MarkResult> {
    const { store, cutShort } = this.parts;
    const done: Undo[] = [];
    const known = withKnownTags(store, change);
    try {
      yield* this.inSteps(slices(places, this.atOnce), done, (some) =>
        this.apply(targetsAt(store, some), known, at, true),
      );
    } catch (error) {
      // What was marked stays marked, and the caller can undo it.
      if (sumOf(done) === 0) throw error;
      cutShort(error, sumOf(done));
    }
    return this.kept(done);
  }

  /** Undoes a marking; the answer's `undo` does it again. An unknown handle (too old, or from another run) changes nothing. */
  *undo(handle: string, at: string): Steps<MarkResult> {
    const { store } = this.parts;
    const done: Undo[] = [];
    const undo = this.undos.get(handle);
    // A few rows that are read again are still looked at: they stay in a list of unread ones, as when they were read.
    const isBulk = (undo?.changed ?? 0) > MAX_LOOKED_AT;
    yield* this.inSteps(partsOf(undo, this.atOnce), done, ({ before, marked }) =>
      this.apply(targetsOf(store, marked), before, at, true, isBulk),
    );
    this.undos.delete(handle);
    return this.kept(done);
  }

  /** Adds the undo of each step to `done`. */
  private *inSteps<T>(portions: Iterable<T>, done: Undo[], apply: (some: T) => Undo): Steps<void> {
    this.long += 1;
    try {
      for (const some of portions) {
        // Not after the last step: the answer is returned with it.
        if (done.length > 0) yield;
        done.push(apply(some));
      }
    } finally {
      this.long -= 1;
      if (this.long === 0) this.meanwhile.clear();
    }
  }

  /** Takes in what other desks did, or, if it is `ours`, what was done here once. */
  merge(shared: readonly SharedStatus[], ours = false): void {
    const { store, journal, recovery } = this.parts;
    this.inTransaction(() => {
      const texts = mergeShared(store, shared, ours).map((line) => JSON.stringify(line));
      if (texts.length > 0) appendLines(store, journal, texts, recovery.isWhole);
    });
  }

  /** `isLong`: it is a step of a long marking, and leaves alone what was marked meanwhile. For `isBulk` see Writing. */
  private apply(
    marked: Iterable<readonly Target[]>,
    change: Values,
    at: string,
    isLong: boolean,
    isBulk = isLong,
  ): Undo {
    const { store, journal, clock, recovery } = this.parts;
    let last: Stamp | undefined;
    const stampAfter = (floor: Stamp | ''): Stamp => {
      last = last !== undefined && last > floor ? last : clock.next(at, floor);
      return last;
    };
    return this.inTransaction(() => {
      const { lines, undo } = mark(store, isLong ? this.older(marked) : marked, change, stampAfter, {
        isBulk,
        at,
      });
      const texts = lines.map((line) => JSON.stringify(line));
      if (texts.length > 0) appendLines(store, journal, texts, recovery.isWhole);
      return undo;
    });
  }

  /** Without a savepoint, which would keep every page of a hundred thousand marks twice. */
  private inTransaction<T>(run: () => T): T {
    const { store, recovery } = this.parts;
    recovery.catchUp();
    try {
      store.begin();
      const result = run();
      store.commit();
      return result;
    } catch (error) {
      store.rollback();
      try {
        recovery.catchUp();
      } catch {
        // The next change tries again and reports it.
      }
      throw error;
    }
  }

  /** The status of an unknown dispatch would be kept forever. A dispatch removed by a retention may still have a status. */
  private *known(ids: readonly string[]): Generator<readonly Target[]> {
    const { store, recovery } = this.parts;
    const all = !recovery.isWhole;
    for (const batch of targets(store, ids))
      yield all ? batch : batch.filter(({ head, filed }) => head !== undefined || filed !== undefined);
  }

  private *older(marked: Iterable<readonly Target[]>): Generator<readonly Target[]> {
    for (const batch of marked)
      yield this.meanwhile.size === 0 ? batch : batch.filter(({ id }) => !this.meanwhile.has(id));
  }

  private kept(undos: readonly Undo[]): MarkResult {
    const changed = sumOf(undos);
    if (changed === 0) return { changed: 0 };
    return { changed, undo: this.undos.keep({ changed, parts: undos.flatMap(({ parts }) => parts) }) };
  }
}

const sumOf = (undos: readonly Undo[]): number => undos.reduce((sum, { changed }) => sum + changed, 0);

/** What returns to the same values, in portions of `atOnce`. */
function* partsOf(undo: Undo | undefined, atOnce: number): Generator<{ before: Values; marked: readonly Marked[] }> {
  for (const { before, ids, places } of undo?.parts ?? []) {
    const all: string[] = JSON.parse(ids);
    for (let from = 0; from < all.length; from += atOnce)
      yield {
        before,
        marked: all.slice(from, from + atOnce).map((id, i) => ({ id, n: places[from + i] ?? NO_PLACE })),
      };
  }
}
