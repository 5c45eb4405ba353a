import type { InboxEvent } from './messages.ts';

type Progress = Extract<InboxEvent, { kind: 'progress' }>;
type Settled = Extract<InboxEvent, { kind: 'settled' }>;

/** What several folders report, as one: their files together, and settled once all of them are. */
export class CombinedProgress {
  private readonly progress = new Map<string, Progress>();
  private readonly settled = new Set<string>();

  /** The event of all folders; undefined for one that says nothing about all of them. */
  of(event: Progress | Settled, key: string, folders: number, paused: boolean): Progress | Settled | undefined {
    if (event.kind === 'settled') {
      this.settled.add(key);
      return this.settled.size === folders ? event : undefined;
    }
    if (event.state !== 'idle') this.settled.delete(key);
    this.progress.set(key, event);
    const all = [...this.progress.values()];
    const active = paused ? all : all.filter(({ state }) => state !== 'paused');
    const isImporting = all.some(({ state }) => state === 'importing');
    return {
      kind: 'progress',
      state: isImporting ? 'importing' : paused ? 'paused' : 'idle',
      done: active.reduce((sum, { done }) => sum + done, 0),
      total: active.reduce((sum, { total }) => sum + total, 0),
    };
  }

  /** A folder is no longer watched. */
  forget(key: string): void {
    this.progress.delete(key);
    this.settled.delete(key);
  }
}
