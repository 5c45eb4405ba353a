import type { StatusChange } from '../../preload/contract/contract.ts';

/** A status change made by the user that an answer of the host may not include. */
interface PendingChange {
  readonly ids: ReadonlySet<string>;
  readonly change: StatusChange;
}

/** The user's latest changes, to be applied to answers that were requested before the host had stored them. */
export interface PendingChanges {
  /** A counter to note down when a request is sent; `since` takes it back. */
  tick(): number;
  /** Adds a change that is being sent to the host. Call the result once the host has answered. */
  add(ids: readonly string[], change: StatusChange): () => void;
  /** The changes that the answer to a request sent at `tick` may lack, oldest first. */
  since(tick: number): readonly PendingChange[];
}

/** Older changes are dropped: no request that is still open was sent before them. */
const MAX_CHANGES = 200;

export function createPendingChanges(): PendingChanges {
  let ticks = 0;
  let changes: (PendingChange & { storedAt: number })[] = [];
  return {
    tick: () => ticks,
    add(ids, change) {
      const added = { ids: new Set(ids), change, storedAt: Number.POSITIVE_INFINITY };
      changes = [...changes, added].slice(-MAX_CHANGES);
      return () => {
        ticks += 1;
        added.storedAt = ticks;
      };
    },
    since: (tick) => changes.filter(({ storedAt }) => storedAt > tick),
  };
}
