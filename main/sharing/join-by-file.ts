import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { Backoff } from './backoff.ts';
import type { Sharing } from './sharing.ts';

/** Troubles of an invitation that will never be accepted. */
const USELESS: ReadonlySet<string> = new Set(['no-invitation', 'refused', 'revoked', 'expired']);

/**
 * Joins with the invitation in a file, as a policy or the command line names it, unless the library is shared already. Tries again until
 * the server can be reached; `notice` is told why the invitation cannot be used. `signal` ends it. Never rejects.
 */
export async function joinByFile(
  sharing: Pick<Sharing, 'join' | 'info'>,
  path: string,
  notice: (notice: Message) => void,
  signal: AbortSignal,
): Promise<void> {
  const backoff = new Backoff();
  try {
    const text = sharing.info.state === 'off' ? await readFile(path, 'utf8') : '';
    while (sharing.info.state === 'off' && !signal.aborted) {
      const trouble = await sharing.join(text, 'desk');
      if (trouble !== undefined && USELESS.has(trouble)) return notice(message('sharing.invitation-useless', { path }));
      if (trouble !== undefined) await setTimeout(backoff.next(), undefined, { signal, ref: false });
    }
  } catch (error) {
    if (!signal.aborted) notice(message('sharing.invitation-unread', { path, reason: reasonMessageOf(error) }));
  }
}
