import { randomUUID } from 'node:crypto';
import type { Unmark } from './marks.ts';

const KEPT = 50;

/** What takes the last markings back, by handle. It lives as long as the process: undoing is for a slip of the hand. */
export class UndoStack {
  private readonly undos = new Map<string, readonly Unmark[]>();

  keep(undo: readonly Unmark[]): string {
    const handle = randomUUID();
    this.undos.set(handle, undo);
    const oldest = this.undos.keys().next().value;
    if (this.undos.size > KEPT && oldest !== undefined) this.undos.delete(oldest);
    return handle;
  }

  get(handle: string): readonly Unmark[] | undefined {
    return this.undos.get(handle);
  }

  delete(handle: string): void {
    this.undos.delete(handle);
  }
}
