import { z } from 'zod';
import { type CallName, calls, type EventName, events, type ReaderClient } from './contract.ts';
import { Answer } from './transport.ts';

// zod compiles schemas with `new Function`, which the content security policy forbids here.
z.config({ jitless: true });

/** How messages reach the host: Electron's IPC or a WebSocket. Its results and events are validated. */
export interface Transport {
  /** Resolves with an `Answer`; rejects when the host cannot be reached. */
  call(name: CallName, input: unknown): Promise<unknown>;
  /** Calls the listener with every event of the host. */
  onEvent(listener: (name: unknown, data: unknown) => void): void;
}

const isEvent = (name: unknown): name is EventName => typeof name === 'string' && Object.hasOwn(events, name);

/**
 * The contract's calls and events over a transport. Results and events are checked against their schemas: a call whose result
 * does not fit rejects, an event that does not fit is dropped. Names outside the contract throw.
 */
export function clientOver(transport: Transport): ReaderClient {
  const listeners = new Map<EventName, Set<(event: never) => void>>();

  transport.onEvent((name, data) => {
    if (!isEvent(name)) return;
    const event = events[name].safeParse(data);
    if (!event.success) return;
    // `on` typed these listeners by the schema that has just parsed the event.
    for (const listener of [...(listeners.get(name) ?? [])]) listener(event.data as never);
  });

  return {
    async call(name, input) {
      if (!Object.hasOwn(calls, name)) throw new Error(`No such call: ${String(name)}`);
      const answer = Answer.parse(await transport.call(name, input));
      if ('error' in answer) throw new Error(answer.error.message);
      const result = calls[name].out.safeParse(answer.ok);
      if (!result.success) throw new Error(`The answer of ${name} does not fit: ${z.prettifyError(result.error)}`);
      // The schema of this call has just checked it; TypeScript cannot relate the two through a type parameter.
      return result.data as never;
    },
    on(name, listener) {
      if (!isEvent(name)) throw new Error(`No such event: ${String(name)}`);
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own);
      own.add(listener);
      return () => void own.delete(listener);
    },
  };
}
