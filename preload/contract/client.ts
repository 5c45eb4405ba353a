import { z } from 'zod';
import { type CallName, calls, type EventName, events, type ReaderClient } from './contract.ts';
import { Answer } from './transport.ts';

// zod compiles its checks with `new Function` where it may; the content security policy forbids that here.
z.config({ jitless: true });

/** How messages reach the host: Electron's IPC or a WebSocket. Nothing it delivers is trusted. */
export interface Transport {
  /** Resolves with an Answer; rejects when the host cannot be reached. */
  call(name: CallName, input: unknown): Promise<unknown>;
  /** Hands over every event of the host as it arrives. */
  onEvent(listener: (name: unknown, data: unknown) => void): void;
}

const isEvent = (name: unknown): name is EventName => typeof name === 'string' && Object.hasOwn(events, name);

/**
 * The contract's calls and events over a transport. Results and events are checked on arrival: a result that does not fit
 * rejects its call, an event that does not fit is dropped. Names outside the contract are refused.
 */
export function clientOver(transport: Transport): ReaderClient {
  const listeners = new Map<EventName, Set<(event: never) => void>>();

  transport.onEvent((name, data) => {
    if (!isEvent(name)) return;
    const event = events[name].safeParse(data);
    if (!event.success) return;
    // The listeners of a name took the type of that name's schema in `on`, which is what has just been parsed.
    for (const listener of [...(listeners.get(name) ?? [])]) listener(event.data as never);
  });

  return {
    async call(name, input) {
      if (!Object.hasOwn(calls, name)) throw new Error(`No such call: ${String(name)}`);
      const answer = Answer.parse(await transport.call(name, input));
      if ('error' in answer) throw new Error(answer.error.message);
      const result = calls[name].out.safeParse(answer.ok);
      if (!result.success) throw new Error(`The answer of ${name} does not fit: ${z.prettifyError(result.error)}`);
      // The schema of this very row has just checked it; the compiler cannot follow a row picked by a type parameter.
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
