import type { LibrarySharing } from '../library/library.ts';
import { receiveDispatches, sendDispatches } from './dispatch-exchange.ts';
import { type Cursors, type Places, pull, push } from './exchange.ts';
import type { Link } from './link.ts';
import type { Remote } from './remote.ts';
import type { SharedLists } from './shared-lists.ts';

/** The cursor of dispatches, besides those of the scopes, which count from 1. */
const DISPATCHES = 0;

/** What a round needs, and what it changes: `cursors` move on with every step. */
export interface Round {
  readonly link: Pick<Link, 'remote' | 'hello'>;
  readonly library: LibrarySharing;
  readonly places: Places;
  readonly lists: SharedLists;
  /** The scope of the lists; undefined while they are not shared. */
  readonly listsScope: number | undefined;
  cursors: Cursors;
  /** Milliseconds that the server's clock is ahead, as last measured. */
  offset(): number;
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
  if (link.remote && round.listsScope !== undefined) await exchangeLists(round, round.listsScope, link.remote);
  if (link.remote && link.hello?.access === 'ingest') await sendDispatches(link.remote, library);
  if (link.remote)
    await receiveDispatches(link.remote, library, round.cursors[DISPATCHES], (seq) => {
      round.cursors = { ...round.cursors, [DISPATCHES]: seq };
    });
}

/** What was pulled comes into the lists, and what has changed in them is sent. A desk that only reads sends nothing. */
async function exchangeLists({ link, lists, offset }: Round, scope: number, remote: Remote): Promise<void> {
  lists.share(offset());
  const rows = lists.unsent;
  if (rows.length > 0 && link.hello?.access !== 'reader') lists.sent(rows, await remote.push(scope, rows));
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
    round.lists.receive(answer.lists);
    round.cursors = answer.cursors;
    more = answer.more;
  }
}
