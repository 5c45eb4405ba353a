import { randomUUID } from 'node:crypto';
import type { Undo } from './marks.ts';

/** Reading sets marks too, and a note is saved every second while it is being typed. */
const KEPT = 500;
/** Dispatches in all entries together: their ids and sort keys are kept in memory, some 50 bytes each. */
const MOST_DISPATCHES = 1_500_000;

/** The undos of the last markings, by handle. Kept in memory only: undo is meant for slips. */
export class UndoStack {
  private readonly undos = new Map<string, Undo>();

  /** Stores an undo and drops the oldest ones beyond the limits; the newest is kept however large it is. */
  keep(undo: Undo): string {
    const handle = randomUUID();
    this.undos.set(handle, undo);
    let dispatches = [...this.undos.values()].reduce((sum, { changed }) => sum + changed, 0);
    for (const [oldest, { changed }] of this.undos) {
      if (oldest === handle || (this.undos.size <= KEPT && dispatches <= MOST_DISPATCHES)) break;
      this.undos.delete(oldest);
      dispatches -= changed;
    }
    return handle;
  }

  get(handle: string): Undo | undefined {
    return this.undos.get(handle);
  }

  delete(handle: string): void {
    this.undos.delete(handle);
  }
}
