import { partsOf } from '../../../preload/contract/status.ts';
import type { Store } from '../index/store.ts';
import { timeOf } from '../record/stamp.ts';
import { fieldValue, lostNote, merged, type Status } from '../record/status.ts';
import { type MarkLine, markLine } from './mark-line.ts';
import { targets } from './mark-targets.ts';
import { isUnsent, noteUnsent } from './unsent.ts';
import { groupsOf, noteUnfolded, writeStatus } from './write-status.ts';

/** Fields of a dispatch's status that another desk has changed. */
export interface SharedStatus {
  readonly id: string;
  readonly status: Status;
}

/**
 * Merges what came from the server into the index, or, if it is `ours`, from a backup: then the server is to get it. Returns the lines for
 * the journal. When two desks change a note at once, the
 * text that loses becomes a field of its own, which is sent like any other.
 */
export function mergeShared(store: Store, shared: readonly SharedStatus[], ours = false): MarkLine[] {
  const lines = new Map<
    string,
    { stamp: string; change: Record<string, Status[string]['value']>; ids: [string, number][] }
  >();
  const statuses = new Map(shared.map(({ id, status }) => [id, status]));
  for (const batch of targets(store, [...statuses.keys()])) {
    for (const group of batch.flatMap((one) => groupsOf([one]))) {
      const [{ id } = { id: '' }] = group.members;
      const given = statuses.get(id) ?? {};
      const lost = isUnsent(store, id) ? lostNotes(group.status, given) : {};
      const fields = merged(given, lost);
      const after = merged(group.status, fields);
      if (JSON.stringify(after) === JSON.stringify(group.status)) continue;
      noteUnfolded(store, writeStatus(store, group, after, { isBulk: true, isShared: !ours, day: dayOf(fields) }));
      if (Object.keys(lost).length > 0) noteUnsent(store, group.members);
      for (const [name, { value, stamp }] of Object.entries(fields)) {
        if (after[name]?.stamp !== stamp) continue;
        const key = JSON.stringify([stamp, name, value]);
        const line = lines.get(key) ?? { stamp, change: { [name]: value }, ids: [] };
        line.ids.push([id, group.version]);
        lines.set(key, line);
      }
    }
  }
  return [...lines.values()].map(({ stamp, change, ids }) => markLine(stamp, change, ids));
}

/** The day of its first change: the dispatch itself may never come. */
const dayOf = (status: Status): string =>
  Object.values(status)
    .map(({ stamp }) => timeOf(stamp).slice(0, 10))
    .reduce((a, b) => (a < b ? a : b), '9999-12-31');

/** The texts of notes that lose against another text when both statuses are merged. */
function lostNotes(mine: Status, theirs: Status): Status {
  const lost: Record<string, Status[string]> = {};
  for (const name of Object.keys(theirs)) {
    const [kind, id = ''] = partsOf(name);
    const [a, b] = [mine[name], theirs[name]];
    if (kind !== 'note' || !a || !b || fieldValue(mine, name) === fieldValue(theirs, name)) continue;
    const loser = merged({ [name]: a }, { [name]: b })[name] === a ? b : a;
    if (typeof loser.value === 'string') lost[lostNote(id, loser.stamp)] = loser;
  }
  return lost;
}
