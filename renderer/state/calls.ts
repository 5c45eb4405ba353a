import type { StoreApi } from 'zustand/vanilla';
import type { CallIn, CallName, CallOut, ReaderClient } from '../../preload/contract/contract.ts';
import type { Toasts } from './toasts.ts';

/** Calls the host. Undefined if the call failed; a toast then reports it. */
export type Ask = <N extends CallName>(name: N, input: CallIn<N>) => Promise<CallOut<N> | undefined>;

/** An `Ask` over a client that reports failures in these toasts. */
export const createAsk =
  (client: ReaderClient, toasts: StoreApi<Toasts>): Ask =>
  async (name, input) => {
    try {
      return await client.call(name, input);
    } catch (error) {
      console.error(`${name} failed`, error);
      toasts.getState().show({ key: 'toast.lost', tone: 'error' });
      return undefined;
    }
  };
