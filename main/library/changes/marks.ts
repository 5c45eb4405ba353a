import type { Store } from '../index/store.ts';
import type { Stamp } from '../record/stamp.ts';
import {
  changed,
  floorOf,
  inverseOf,
  isChange,
  merged,
  type Status,
  UNTOUCHED,
  type Values,
} from '../record/status.ts';
import { type MarkLine, markLine } from './mark-line.ts';
import { NO_PLACE, type Target, targets } from './mark-targets.ts';
import { groupsOf, noteUnfolded, type Writing, writeStatus } from './write-status.ts';

/** How to undo a mark; kept small because a whole library may be marked at once. */
export interface Undo {
  readonly changed: number;
  readonly parts: readonly UndoPart[];
}

/** Dispatches that return to the same values: their ids as JSON text of an array, and their sort keys when they were marked. */
interface UndoPart {
  readonly before: Values;
  readonly ids: string;
  readonly places: Float64Array;
}

/**
 * Sets fields on dispatches and skips those that have these values already. `stampAfter` returns a stamp later than its
 * argument. Returns the lines for the journal and the undo.
 */
export function mark(
  store: Store,
  batches: Iterable<readonly Target[]>,
  change: Values,
  stampAfter: (floor: Stamp | '') => Stamp,
  writing: Writing,
): { lines: MarkLine[]; undo: Undo } {
  const marked = new Map<Stamp, [id: string, version: number][]>();
  const undo = new Map<string, { before: Values; ids: string[]; places: number[] }>();
  let count = 0;
  for (const batch of batches) {
    const groups = groupsOf(batch).filter(({ status, version }) => isChange(status, change, version));
    if (groups.length === 0) continue;
    const stamp = stampAfter(latest(groups.map(({ status }) => floorOf(status, change))));
    const ids = entryOf(marked, stamp, () => []);
    for (const group of groups) {
      const { status, version, members } = group;
      noteUnfolded(store, writeStatus(store, group, changed(status, change, stamp, version), writing));
      const before = inverseOf(status, change);
      const part = entryOf(undo, JSON.stringify(before), () => ({ before, ids: [], places: [] }));
      for (const { id, head } of members) {
        ids.push([id, version]);
        part.ids.push(id);
        part.places.push(head?.n ?? NO_PLACE);
      }
      count += members.length;
    }
  }
  const parts = [...undo.values()].map(({ before, ids, places }) => ({
    before,
    ids: JSON.stringify(ids),
    places: Float64Array.from(places),
  }));
  const lines = [...marked].map(([stamp, ids]) => markLine(stamp, change, ids));
  return { lines, undo: { changed: count, parts } };
}

const latest = (stamps: readonly (Stamp | '')[]): Stamp | '' => stamps.reduce((a, b) => (a > b ? a : b), '');

function entryOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

/** Merges a status from a file into the index; `day` is that of the file. */
export function mergeStatus(store: Store, id: string, day: string, status: Status): void {
  for (const batch of targets(store, [id])) {
    for (const group of groupsOf(batch)) {
      const after = merged(group.status, status);
      const days = writeStatus(store, group, after, { isBulk: true, day });
      // A mark made meanwhile is not in the file yet.
      if (JSON.stringify(after) !== JSON.stringify(merged(UNTOUCHED, status))) noteUnfolded(store, days);
    }
  }
}
