import { reasonOf } from '../../errors.ts';
import { isDamage } from '../index/index-check.ts';
import type { TextChange, TextOutcome, TextPort } from '../index/text-change.ts';
import { TextIndex } from './text-index.ts';

/** Writes changes to the search text at once, on the calling thread: for the few dispatches of an ordinary day. */
export class DirectText implements TextPort {
  private readonly path: string;
  private readonly outcome: TextOutcome;
  private index: TextIndex | undefined;

  constructor(path: string, outcome: TextOutcome) {
    this.path = path;
    this.outcome = outcome;
  }

  take(change: TextChange): void {
    const numbers = [change.number];
    try {
      this.index ??= new TextIndex(this.path);
      this.index.take(change);
      this.index.commit();
    } catch (error) {
      this.index?.rollback();
      this.outcome.failed(numbers, reasonOf(error), isDamage(error));
      return;
    }
    this.outcome.done(numbers);
  }

  flush(): void {}

  moveLog(): boolean {
    return false;
  }

  /** It writes few segments, which FTS5 merges as they come. */
  merge(): void {}

  close(): void {
    this.index?.close();
    this.index = undefined;
  }
}
