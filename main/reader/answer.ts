import { z } from 'zod';
import { type CallName, calls, type ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Answer } from '../../preload/contract/transport.ts';
import { reasonOf } from '../errors.ts';

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);
const failure = (message: string): Answer => ({ error: { message } });

/**
 * Runs one call that came from a window: name and input are checked against the contract before the handler sees them, its
 * result before it leaves. Never rejects; whatever goes wrong is an answer with `error`.
 */
export async function answer(handlers: ReaderHandlers, name: unknown, input: unknown): Promise<Answer> {
  if (!isCall(name)) return failure(`No such call: ${String(name).slice(0, 100)}`);
  const given = calls[name].in.safeParse(input);
  if (!given.success) return failure(`${name} was asked wrongly: ${z.prettifyError(given.error)}`);
  try {
    // The schema of the same row has just validated the input; the compiler cannot follow a row picked by a variable.
    const handler = handlers[name] as (input: unknown) => unknown;
    const result = calls[name].out.safeParse(await handler(given.data));
    if (result.success) return { ok: result.data };
    return failure(`${name} answered wrongly: ${z.prettifyError(result.error)}`);
  } catch (error) {
    return failure(reasonOf(error));
  }
}
