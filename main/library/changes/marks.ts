import type { Status } from '../../../preload/contract/contract.ts';
import { type Change, changed, merged, UNTOUCHED } from '../index/status.ts';
import { type Store, statusOf } from '../index/store.ts';
import { type Subject, subjects } from './mark-targets.ts';
import { relist } from './memberships.ts';

/** What takes a mark back; kept small, for a whole library may be marked at once. */
export interface Undo {
  readonly changed: number;
  /** Dispatches that go back to the same state: their ids as the text of a JSON array. */
  readonly parts: readonly { readonly before: Change; readonly ids: string }[];
}

/** What the journal holds of a mark; `ids` with the version that was shown. */
export interface MarkLine {
  readonly t: 's';
  readonly at: string;
  readonly change: Change;
  readonly ids: readonly (readonly [id: string, version: number])[];
}

/** Dispatches in the same state, so that a change means the same for all of them. */
interface Alike {
  readonly status: Status;
  readonly version: number;
  readonly members: Subject[];
}

/**
 * Changes the status of dispatches, those that already are so left out. `at` is ISO 8601. With `bulk`, what becomes read is
 * not kept in a list of unread ones by `keepReadSince`: a list marked read as a whole empties at once.
 */
export function mark(
  store: Store,
  batches: Iterable<readonly Subject[]>,
  change: Change,
  at: string,
  bulk = false,
): { line?: MarkLine; undo: Undo } {
  const ids: [id: string, version: number][] = [];
  const undo = new Map<string, { before: Change; ids: string[] }>();
  for (const batch of batches) {
    for (const { status, version, members } of apply(store, batch, change, at, bulk)) {
      const before = inverse(status, change);
      const key = JSON.stringify(before);
      const part = undo.get(key) ?? { before, ids: [] };
      undo.set(key, part);
      for (const { id } of members) {
        ids.push([id, version]);
        part.ids.push(id);
      }
    }
  }
  const parts = [...undo.values()].map((part) => ({ before: part.before, ids: JSON.stringify(part.ids) }));
  if (ids.length === 0) return { undo: { changed: 0, parts } };
  return { line: { t: 's', at, change, ids }, undo: { changed: ids.length, parts } };
}

function inverse(before: Status, change: Change): Change {
  const { read, readVersion } = before;
  return {
    ...(change.read === undefined ? {} : { read, ...(read && readVersion !== undefined ? { readVersion } : {}) }),
    ...(change.bookmarked === undefined ? {} : { bookmarked: before.bookmarked }),
    ...(change.tags === undefined ? {} : { tags: before.tags }),
    ...(change.note === undefined ? {} : { note: before.note }),
  };
}

/** Does what a journal line says again, after a crash or for a rebuilt index. */
export function replayMark(store: Store, line: MarkLine): void {
  const versions = new Map(line.ids);
  for (const batch of subjects(store, [...versions.keys()])) {
    const marked = batch.map((one) => ({ ...one, version: versions.get(one.id) }));
    apply(store, marked, line.change, line.at, true);
  }
}

/** Takes in a status from a file: fields that changed later than what is known win. */
export function mergeStatus(store: Store, id: string, day: string, status: Status): void {
  for (const batch of subjects(store, [id])) {
    for (const { status: before, members } of alike(batch)) {
      const after = before === UNTOUCHED ? status : merged(before, status);
      const days = setStatus(store, members, before, after, true, day);
      // What the file lacks (a mark made meanwhile) has to be written to it yet.
      if (JSON.stringify(after) !== JSON.stringify(status)) noteUnfolded(store, days);
    }
  }
}

/** Changes dispatches and returns those that were not so already, as they were. */
function apply(store: Store, batch: readonly Subject[], change: Change, at: string, bulk: boolean): Alike[] {
  return alike(batch).filter(({ status, version, members }) => {
    const after = changed(status, change, at, version);
    if (after) noteUnfolded(store, setStatus(store, members, status, after, bulk));
    return after !== undefined;
  });
}

function alike(batch: readonly Subject[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const one of batch) {
    const key = `${one.version} ${one.head?.version} ${one.filed?.json}`;
    const known = groups.get(key);
    if (known) known.members.push(one);
    else {
      const status = statusOf(one.filed?.json);
      groups.set(key, { status, version: one.version ?? status.readVersion ?? 1, members: [one] });
    }
  }
  return [...groups.values()];
}

/** Writes the status of dispatches that have the same one, shown in the same version; returns the days they are filed under. */
function setStatus(
  store: Store,
  members: readonly Subject[],
  before: Status,
  after: Status,
  bulk: boolean,
  filedUnder?: string,
): Set<string> {
  relist(
    store,
    members.flatMap(({ head }) => head ?? []),
    before,
    after,
  );
  // Only reading keeps a dispatch in the list of unread ones: a bookmark set later must not bring it back.
  const reads = after.readAt !== before.readAt;
  const readAt = reads && !bulk && after.read && after.readAt !== undefined ? Date.parse(after.readAt) : null;
  const json = JSON.stringify(after);
  const keep = reads ? 0 : 1;
  const insert = store.sql('INSERT INTO status VALUES (?, ?, ?, ?)');
  const update = store.sql('UPDATE status SET json = ?, read_at = iif(?, read_at, ?) WHERE id = ?');
  const days = new Set<string>();
  for (const { id, head, filed } of members) {
    // The first day stays: a status must not wander between files when its dispatch is published anew.
    const day = filed?.day ?? filedUnder ?? head?.day ?? '1970-01-01';
    if (filed === undefined) insert.run(id, day, json, readAt);
    else update.run(json, keep, readAt, id);
    days.add(day);
  }
  return days;
}

/** The statuses of these days have to be written to their files yet. */
function noteUnfolded(store: Store, days: Iterable<string>): void {
  const note = store.sql('INSERT OR IGNORE INTO unfolded VALUES (?)');
  for (const day of days) note.run(day);
}
