import { onTestFinished, vi } from 'vitest';
import { openReader, type Reader, type ReaderOptions } from '../../../main/reader/reader.ts';
import { type CallIn, type CallName, type CallOut, calls } from '../../../preload/contract/contract.ts';

export const host: ReaderOptions['host'] = {
  name: 'browser',
  locale: 'de',
  documents: '/invented/documents',
  openFolder: async () => ({ done: true }),
  revealFile: async () => ({ done: true }),
  openLink: async () => true,
  restart: () => undefined,
};

/** A reader on these folders; closed when the test ends unless it is closed before. */
export async function open(options: Partial<ReaderOptions> & { data: string }) {
  const reader = await openReader({ host, version: '0.0.0', ...options });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= reader.close();
    return closed;
  };
  onTestFinished(close);
  return { reader, close, ask: <N extends CallName>(name: N, input: CallIn<N>) => ask(reader, name, input) };
}

/** One call, with input and output checked as the hosts do. */
async function ask<N extends CallName>(reader: Reader, name: N, input: CallIn<N>): Promise<CallOut<N>> {
  const handler = reader.handlers[name] as (input: unknown) => unknown;
  return calls[name].out.parse(await handler(calls[name].in.parse(input))) as CallOut<N>;
}

/** Waits until a condition holds: files settle, threads answer. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 40 });
