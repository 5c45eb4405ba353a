import type { EventName, EventOf } from '../../preload/contract/contract.ts';

type Listeners = { [N in EventName]?: Set<(event: EventOf<N>) => void> };

/** Passes the reader's events to all listeners; one that throws does not affect the others. */
export class Events {
  private readonly listeners: Listeners = {};

  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
    const set: Set<(event: EventOf<N>) => void> = this.listeners[name] ?? new Set();
    // The compiler does not see that a name picks the set of its own events.
    (this.listeners as Record<EventName, unknown>)[name] = set;
    set.add(listener);
    return () => void set.delete(listener);
  }

  emit<N extends EventName>(name: N, event: EventOf<N>): void {
    for (const listener of this.listeners[name] ?? []) {
      try {
        listener(event);
      } catch (error) {
        console.error(`A listener of ${name} failed:`, error);
      }
    }
  }
}
