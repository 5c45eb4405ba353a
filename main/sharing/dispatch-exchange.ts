import { setImmediate } from 'node:timers/promises';
import type { LibrarySharing } from '../library/library.ts';
import { Dispatch } from '../wire/dispatch.ts';
import { fromServer, toServer } from './dispatches.ts';
import type { Remote } from './remote.ts';

/** Dispatches offered together, and taken in together: the user's calls are answered in between. */
const OFFERED = 200;
const TAKEN_IN = 25;
const PULLED = 200;

/** A desk that joins gets the dispatches of so many days; older ones are in the archive. */
const FIRST_DAYS = 7;

export type Sending = Pick<Remote, 'offer' | 'putDispatches'>;

/** Sends dispatches that came in here: first their hashes, then what the server lacks. */
export async function sendDispatches(
  server: Sending,
  library: Pick<LibrarySharing, 'unsentDispatches' | 'sentDispatches'>,
): Promise<void> {
  for (;;) {
    const unsent = library.unsentDispatches(OFFERED);
    if (unsent.length === 0) return;
    const ready = unsent.flatMap(({ json }) => toServer(Dispatch.parse(JSON.parse(json))) ?? []);
    const wanted = new Set(await server.offer(ready.map(({ hash, shared }) => [shared.published, hash])));
    const missing = ready.filter(({ hash }) => wanted.has(hash)).map(({ shared }) => shared);
    if (missing.length > 0) await server.putDispatches(missing);
    await library.sentDispatches(unsent);
  }
}

/**
 * Takes in dispatches that others have sent, like files of the wire folder. `after` is the number of the last one, undefined at first.
 * `reached` is called with the new number after each step.
 */
export async function receiveDispatches(
  server: Pick<Remote, 'pullDispatches'>,
  library: Pick<LibrarySharing, 'takeIn' | 'path'>,
  after: number | undefined,
  reached: (seq: number) => void,
): Promise<void> {
  for (let at = after; ; ) {
    const { seq, more, documents } = await server.pullDispatches(at, FIRST_DAYS, PULLED);
    const now = new Date().toISOString();
    for (let from = 0; from < documents.length; from += TAKEN_IN) {
      const some = documents.slice(from, from + TAKEN_IN);
      await library.takeIn(some.flatMap((document) => fromServer(document, library.path, now) ?? []));
      await setImmediate();
    }
    at = seq;
    reached(seq);
    if (!more) return;
  }
}
