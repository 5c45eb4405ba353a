import type { MarkResult, StatusChange } from '../../../preload/contract/contract.ts';
import type { Store } from '../index/store.ts';
import type { Journal } from '../record/journal.ts';
import type { Stamp, StampClock } from '../record/stamp.ts';
import type { Values } from '../record/status.ts';
import { appendLines } from './append-lines.ts';
import { withKnownTags } from './known-tags.ts';
import { AT_ONCE, slices, type Target, targets, targetsAt } from './mark-targets.ts';
import { mark, type Undo } from './marks.ts';
import { UndoStack } from './undo-stack.ts';

/** What goes on in steps, each of them whole, and ends with an answer. */
export type Steps<T> = Generator<void, T>;

interface MarkerParts {
  readonly store: Store;
  readonly journal: Pick<Journal, 'append'>;
  readonly clock: StampClock;
  readonly recovery: {
    /** False while the index may lack something: then also what it does not know may be marked. */
    readonly isWhole: boolean;
    /** Takes in again what a rollback took from the index. */
    catchUp(): void;
  };
  /** Hears that a long marking ended when only so many were changed. */
  readonly cutShort: (error: unknown, changed: number) => void;
  /** Dispatches a step. */
  readonly atOnce?: number;
}

/**
 * Changes statuses and takes that back. Each step is one transaction of the index, whose lines go to the journal with it: in the
 * lists when it returns, on disk with the journal's next sync.
 */
export class Marker {
  private readonly parts: MarkerParts;
  private readonly atOnce: number;
  private readonly undos = new UndoStack();
  /** Long markings that are under way. */
  private long = 0;
  /** Dispatches marked read or unread since these began: that is newer than what the long markings say. */
  private readonly meanwhile = new Set<string>();

  constructor(parts: MarkerParts) {
    this.parts = parts;
    this.atOnce = parts.atOnce ?? AT_ONCE;
  }

  /** Changes the status of these dispatches at once. */
  mark(ids: readonly string[], change: StatusChange, at: string): MarkResult {
    if (this.long > 0 && change.read !== undefined) for (const id of ids) this.meanwhile.add(id);
    return this.kept([this.apply(this.known(ids), withKnownTags(this.parts.store, change), at, false)]);
  }

  /** Marks the dispatches with these sort keys read or unread, as one marking. */
  *markPlaces(places: readonly number[], read: boolean, at: string): Steps<MarkResult> {
    const { store, cutShort } = this.parts;
    const done: Undo[] = [];
    try {
      yield* this.inSteps(slices(places, this.atOnce), done, (some) =>
        this.apply(targetsAt(store, some), { read: read || null }, at, true),
      );
    } catch (error) {
      // What was marked stays so, and whoever asked for it can take it back.
      if (sumOf(done) === 0) throw error;
      cutShort(error, sumOf(done));
    }
    return this.kept(done);
  }

  /** Takes a marking back. A handle that is unknown (too old, or of another run) changes nothing. */
  *undo(handle: string, at: string): Steps<MarkResult> {
    const { store } = this.parts;
    const done: Undo[] = [];
    yield* this.inSteps(partsOf(this.undos.get(handle), this.atOnce), done, ({ before, ids }) =>
      this.apply(targets(store, ids), before, at, true),
    );
    this.undos.delete(handle);
    return { changed: sumOf(done) };
  }

  /** `done` gets what takes each step back. */
  private *inSteps<T>(portions: Iterable<T>, done: Undo[], apply: (some: T) => Undo): Steps<void> {
    this.long += 1;
    try {
      for (const some of portions) {
        // Not behind the last one: whoever waits for the answer has it with that.
        if (done.length > 0) yield;
        done.push(apply(some));
      }
    } finally {
      this.long -= 1;
      if (this.long === 0) this.meanwhile.clear();
    }
  }

  private apply(marked: Iterable<readonly Target[]>, change: Values, at: string, isBulk: boolean): Undo {
    const { store, journal, clock, recovery } = this.parts;
    let last: Stamp | undefined;
    const stampAfter = (floor: Stamp | ''): Stamp => {
      last = last !== undefined && last > floor ? last : clock.next(at, floor);
      return last;
    };
    return this.inTransaction(() => {
      const { lines, undo } = mark(store, isBulk ? this.older(marked) : marked, change, stampAfter, isBulk);
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

  /** A status of an unknown dispatch would be kept for ever. One that a retention has removed may still have its status. */
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

/** Dispatches that go back to the same values, as many as are changed at once. */
function* partsOf(undo: Undo | undefined, atOnce: number): Generator<{ before: Values; ids: readonly string[] }> {
  for (const { before, ids } of undo?.parts ?? []) {
    const all: string[] = JSON.parse(ids);
    for (const some of slices(all, atOnce)) yield { before, ids: some };
  }
}
