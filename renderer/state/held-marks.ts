import type { StatusChange } from '../../preload/contract/contract.ts';

/** What the person has changed, for answers that were asked for before the host knew of it. */
export interface HeldMarks {
  /** A moment; an answer is compared with the one at which it was asked for. */
  moment(): number;
  /** A change is on its way to the host; the result is to be called when it has arrived. */
  begin(ids: readonly string[], change: StatusChange): () => void;
  /** The changes that an answer asked for at this moment may not know, oldest first. */
  since(moment: number): readonly Held[];
}

export interface Held {
  readonly ids: ReadonlySet<string>;
  readonly change: StatusChange;
}

/** Those that have arrived longest ago are of no use any more: every answer that is under way was asked for after them. */
const MOST = 200;

export function createHeldMarks(): HeldMarks {
  let clock = 0;
  let held: (Held & { arrived: number })[] = [];
  return {
    moment: () => clock,
    begin(ids, change) {
      const mark = { ids: new Set(ids), change, arrived: Number.POSITIVE_INFINITY };
      held = [...held, mark].slice(-MOST);
      return () => {
        clock += 1;
        mark.arrived = clock;
      };
    },
    since: (moment) => held.filter(({ arrived }) => arrived > moment),
  };
}
