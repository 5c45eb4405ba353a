import type { AlarmCause, Touched } from '../../../preload/contract/contract.ts';
import type { Concern, Known } from '../../library/library.ts';

/** What an alarm is about. */
export interface Found {
  readonly cause: AlarmCause;
  readonly row: Known['row'];
  readonly touched?: Touched;
}

const URGENT = 2;

/** Why an arrival is an alarm; undefined if it is none. A notice that acts on another dispatch is about that dispatch. */
export function causeOf({ row, targets, ...concern }: Concern, isUpdate: boolean): Found | undefined {
  const own = touchedIn(concern);
  for (const { relation, ...target } of targets) {
    if (relation === 'kills') return found('kill', target.row, touchedIn(target));
    if (relation === 'holds') return found('withhold', target.row, touchedIn(target));
  }
  if (row.status === 'killed') return found('kill', row, own);
  if (row.status === 'withheld') return found('withhold', row, own);
  const corrected = targets.find(({ relation }) => relation === 'corrects');
  const replaced = corrected ?? targets.find(({ relation }) => relation === 'updates');
  const touched = own ?? (replaced && touchedIn(replaced));
  if (touched && (corrected || (isUpdate && row.signal === 'correction'))) return found('correction', row, touched);
  if (touched && (isUpdate || replaced)) return found('version', row, touched);
  // An update of what was urgent already is news only to those who used it.
  if (isUpdate) return undefined;
  if (row.urgency === 1) return found('flash', row);
  // A flash that its agency did not send as the highest ("EIL") is urgent, as the list shows it.
  return row.urgency === URGENT || row.signal === 'flash' ? found('urgent', row) : undefined;
}

const found = (cause: AlarmCause, row: Known['row'], touched?: Touched): Found => ({
  cause,
  row,
  ...(touched && { touched }),
});

/** The weightiest thing that people did with a dispatch: what has left the house comes first. */
function touchedIn({ status, since }: Pick<Known, 'status' | 'since'>): Touched | undefined {
  const { copied, exported, taken, readVersion } = status;
  if (exported) return { how: 'exported', at: exported.time, version: exported.version };
  if (copied) return { how: 'copied', at: copied.time, version: copied.version };
  if (taken) return { how: 'taken', at: taken.at, by: taken.by };
  if (since.bookmarked !== undefined) return { how: 'bookmarked', at: since.bookmarked };
  if (since.read === undefined) return undefined;
  return { how: 'read', at: since.read, ...(readVersion !== undefined && { version: readVersion }) };
}
