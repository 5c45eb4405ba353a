import { randomUUID } from 'node:crypto';
import type { Undo } from './marks.ts';

/** Reading sets marks too, and a note is kept every second while it is written. */
const KEPT = 500;
/** Dispatches that all of them together may concern: their ids are kept in memory, some 40 bytes each. */
const MOST_DISPATCHES = 1_500_000;

/** What takes the last markings back, by handle. It lives as long as the process: undoing is for a slip of the hand. */
export class UndoStack {
  private readonly undos = new Map<string, Undo>();

  /** Keeps what takes a marking back, and lets the oldest go when it is too much; the last one is kept however large. */
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
