import type { LibrarySharing } from '../library/library.ts';
import { receiveDispatches, sendDispatches } from './dispatch-exchange.ts';
import { type Cursors, type Places, pull, push } from './exchange.ts';
import type { Link } from './link.ts';

/** The cursor of dispatches, besides those of the scopes, which count from 1. */
const DISPATCHES = 0;

/** What a round needs, and what it changes: `cursors` move on with every step. */
export interface Round {
  readonly link: Pick<Link, 'remote' | 'hello'>;
  readonly library: LibrarySharing;
  readonly places: Places;
  cursors: Cursors;
  /** Compares clocks: the server said that it was `there`, asked at `askedAt`. */
  compareClocks(there: string, askedAt: number): Promise<void>;
  /** Brings what was stamped ahead of the server's time back to it. Returns whether there was any. */
  bringBack(now: string): Promise<boolean>;
}

/** One round of the exchange: what is new there, then what is new here. Ends early if the connection is lost. */
export async function exchange(round: Round): Promise<void> {
  const { link, library, places } = round;
  for (let again = true; again; ) {
    await pullAll(round);
    const { remote } = link;
    if (!remote || link.hello?.access === 'reader') break;
    const { lost, ahead, now } = await push(remote, library, places);
    const broughtBack = ahead && now !== undefined && (await round.bringBack(now));
    again = lost || broughtBack;
  }
  if (link.remote && link.hello?.access === 'ingest') await sendDispatches(link.remote, library);
  if (link.remote)
    await receiveDispatches(link.remote, library, round.cursors[DISPATCHES], (seq) => {
      round.cursors = { ...round.cursors, [DISPATCHES]: seq };
    });
}

async function pullAll(round: Round): Promise<void> {
  for (let more = true; more; ) {
    const { remote } = round.link;
    if (!remote) return;
    const askedAt = Date.now();
    // Before anything is merged: a stamp of a wrong clock would win against what is later.
    const answer = await pull(remote, round.library, round.places, round.cursors, (now) =>
      round.compareClocks(now, askedAt),
    );
    round.cursors = answer.cursors;
    more = answer.more;
  }
}
