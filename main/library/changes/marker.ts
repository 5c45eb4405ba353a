import type { Marked, StatusChange } from '../../../preload/contract/contract.ts';
import type { Change } from '../index/status.ts';
import type { Store } from '../index/store.ts';
import { withKnownTags } from './known-tags.ts';
import { AT_ONCE, type Subject, slices, subjects, subjectsAt } from './mark-targets.ts';
import { type MarkLine, mark, type Undo } from './marks.ts';
import { UndoStack } from './undo-stack.ts';

/** What goes on in steps, each of them whole, and ends with an answer. */
export type Steps<T> = Generator<void, T>;

interface MarkerParts {
  readonly store: Store;
  /** Runs a change and ends the transaction with it. */
  change<T>(run: () => T): T;
  /** Writes to the journal what is being changed. */
  write(lines: readonly MarkLine[]): void;
  /** Whether the index holds all there is: what it does not know then is nothing that could be marked. */
  isWhole(): boolean;
  /** Tells that a long marking ended when only so many were changed. */
  cutShort(error: unknown, changed: number): void;
  /** Dispatches a step. */
  readonly atOnce?: number;
}

/** Changes statuses and takes that back. */
export class Marker {
  private readonly parts: MarkerParts;
  private readonly atOnce: number;
  private readonly undos = new UndoStack();
  /** Long markings that go on. */
  private long = 0;
  /** What was said to be read or unread since they began: that is newer than what they say. */
  private readonly meanwhile = new Set<string>();

  constructor(parts: MarkerParts) {
    this.parts = parts;
    this.atOnce = parts.atOnce ?? AT_ONCE;
  }

  /** Changes the status of these dispatches at once. */
  mark(ids: readonly string[], change: StatusChange, at: string): Marked {
    if (this.long > 0 && change.read !== undefined) for (const id of ids) this.meanwhile.add(id);
    return this.kept([this.apply(this.known(ids), withKnownTags(this.parts.store, change), at, false)]);
  }

  /** Marks the dispatches at these places of the index read or unread, as one marking. */
  *markPlaces(places: readonly number[], read: boolean, at: string): Steps<Marked> {
    const { store, cutShort } = this.parts;
    const done: Undo[] = [];
    try {
      yield* this.inSteps(slices(places, this.atOnce), done, (some) =>
        this.apply(subjectsAt(store, some), { read }, at, true),
      );
    } catch (error) {
      // What was marked stays so, and whoever asked for it can take it back.
      if (sumOf(done) === 0) throw error;
      cutShort(error, sumOf(done));
    }
    return this.kept(done);
  }

  /** Takes a marking back. A handle that is unknown (too old, or of another run) changes nothing. */
  *undo(handle: string, at: string): Steps<Marked> {
    const { store } = this.parts;
    const done: Undo[] = [];
    yield* this.inSteps(partsOf(this.undos.get(handle), this.atOnce), done, ({ before, ids }) =>
      this.apply(subjects(store, ids), before, at, true),
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

  private apply(marked: Iterable<readonly Subject[]>, change: Change, at: string, bulk: boolean): Undo {
    const { store, write } = this.parts;
    return this.parts.change(() => {
      const { line, undo } = mark(store, bulk ? this.older(marked) : marked, change, at, bulk);
      if (line) write([line]);
      return undo;
    });
  }

  /** A status of nothing would be kept for ever. What a retention has removed may still have one, which goes on. */
  private *known(ids: readonly string[]): Generator<readonly Subject[]> {
    const { store, isWhole } = this.parts;
    const all = !isWhole();
    for (const batch of subjects(store, ids))
      yield all ? batch : batch.filter(({ head, filed }) => head !== undefined || filed !== undefined);
  }

  private *older(marked: Iterable<readonly Subject[]>): Generator<readonly Subject[]> {
    for (const batch of marked)
      yield this.meanwhile.size === 0 ? batch : batch.filter(({ id }) => !this.meanwhile.has(id));
  }

  private kept(undos: readonly Undo[]): Marked {
    const changed = sumOf(undos);
    if (changed === 0) return { changed: 0 };
    return { changed, undo: this.undos.keep({ changed, parts: undos.flatMap(({ parts }) => parts) }) };
  }
}

const sumOf = (undos: readonly Undo[]): number => undos.reduce((sum, { changed }) => sum + changed, 0);

/** Dispatches that go back to the same state, as many as are changed at once. */
function* partsOf(undo: Undo | undefined, atOnce: number): Generator<{ before: Change; ids: readonly string[] }> {
  for (const { before, ids } of undo?.parts ?? []) {
    const all: string[] = JSON.parse(ids);
    for (const some of slices(all, atOnce)) yield { before, ids: some };
  }
}
