import type { Status, StatusChange } from '../../preload/contract.ts';
import { relist } from './lists.ts';
import { changed, isRead, merged, UNTOUCHED } from './status.ts';
import { type DispatchRow, dispatchRow, type Store, statusOf } from './store.ts';

/** One dispatch's part of a mark: what takes it back. */
export interface Unmark {
  readonly id: string;
  readonly version: number;
  readonly before: StatusChange;
}

/** What the journal holds of a mark; `ids` with the version that was shown. */
export interface MarkLine {
  readonly t: 's';
  readonly at: string;
  readonly change: StatusChange;
  readonly ids: readonly (readonly [id: string, version: number])[];
}

/** A dispatch that is to be marked, with what is known of it. */
interface Subject {
  readonly id: string;
  /** Its shown version; undefined when only its status is left. */
  readonly head: DispatchRow | undefined;
  readonly status: Status;
}

const COLUMNS = 'd.n, d.id, d.version, d.day, d.status, d.lists, s.json';

/** The dispatch of an id. */
function subject(store: Store, id: string): Subject {
  const row = store
    .sql(`SELECT ${COLUMNS} FROM dispatch d LEFT JOIN status s ON s.id = d.id WHERE d.id = ? AND d.head = 1`)
    .get(id);
  return row ? subjectOf(row) : { id, head: undefined, status: store.status(id) };
}

/** The dispatches at places of the index, one look each: a list may have a hundred thousand. */
export function* subjectsAt(store: Store, places: readonly number[]): Generator<Subject> {
  const look = store.sql(`SELECT ${COLUMNS} FROM dispatch d LEFT JOIN status s ON s.id = d.id WHERE d.n = ?`);
  for (const n of places) {
    const row = look.get(n);
    if (row) yield subjectOf(row);
  }
}

export const subjects = (store: Store, ids: readonly string[]): Subject[] => ids.map((id) => subject(store, id));

const subjectOf = (row: Record<string, unknown>): Subject => ({
  id: String(row.id),
  head: dispatchRow(row),
  status: statusOf(row.json),
});

/**
 * Changes the status of dispatches, those that already are so left out. `at` is ISO 8601. With `bulk`, what becomes read is
 * not kept in a list of unread ones by `keepReadSince`: a list marked read as a whole empties at once.
 */
export function mark(
  store: Store,
  marked: Iterable<Subject>,
  change: StatusChange,
  at: string,
  bulk = false,
): { line?: MarkLine; undo: Unmark[] } {
  const undo: Unmark[] = [];
  for (const { id, head, status } of marked) {
    const version = head?.version ?? status.readVersion ?? 1;
    const after = changed(status, change, at, version);
    if (!after) continue;
    setStatus(store, id, head, status, after, bulk);
    undo.push({ id, version, before: inverse(status, change, version) });
  }
  if (undo.length === 0) return { undo };
  return { line: { t: 's', at, change, ids: undo.map(({ id, version }) => [id, version]) }, undo };
}

function inverse(before: Status, change: StatusChange, version: number): StatusChange {
  return {
    ...(change.read === undefined ? {} : { read: isRead(before, version) }),
    ...(change.bookmarked === undefined ? {} : { bookmarked: before.bookmarked }),
    ...(change.tags === undefined ? {} : { tags: before.tags }),
    ...(change.note === undefined ? {} : { note: before.note }),
  };
}

/** Takes marks back; dispatches that go back to the same state share a journal line. */
export function unmark(store: Store, undo: readonly Unmark[], at: string): { lines: MarkLine[]; changed: number } {
  const groups = new Map<string, { change: StatusChange; ids: string[] }>();
  for (const { id, before } of undo) {
    const key = JSON.stringify(before);
    const group = groups.get(key) ?? { change: before, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  const results = [...groups.values()].map(({ change, ids }) => mark(store, subjects(store, ids), change, at, true));
  return {
    lines: results.flatMap(({ line }) => line ?? []),
    changed: results.reduce((sum, result) => sum + result.undo.length, 0),
  };
}

/** Does what a journal line says again, after a crash or for a rebuilt index. */
export function replayMark(store: Store, line: MarkLine): void {
  for (const [id, version] of line.ids) {
    const { head, status } = subject(store, id);
    const after = changed(status, line.change, line.at, version);
    if (after) setStatus(store, id, head, status, after, true);
  }
}

/** Takes in a status from a file: fields that changed later than what is known win. */
export function mergeStatus(store: Store, id: string, day: string, status: Status): void {
  const before = subject(store, id);
  const after = before.status === UNTOUCHED ? status : merged(before.status, status);
  setStatus(store, id, before.head, before.status, after, true, day);
  // What the file lacks (a mark made meanwhile) has to be written to it yet.
  if (JSON.stringify(after) === JSON.stringify(status)) store.sql('UPDATE status SET dirty = 0 WHERE id = ?').run(id);
}

function setStatus(
  store: Store,
  id: string,
  head: DispatchRow | undefined,
  before: Status,
  after: Status,
  bulk: boolean,
  filedUnder?: string,
): void {
  if (head) relist(store, head, before, after);
  // Only reading keeps a dispatch in the list of unread ones: a bookmark set later must not bring it back.
  const reads = after.readAt !== before.readAt;
  const readAt = reads && !bulk && after.read && after.readAt !== undefined ? Date.parse(after.readAt) : null;
  // The first day stays: a status must not wander between files when its dispatch is published anew.
  store
    .sql(
      `INSERT INTO status VALUES (?, ?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET json = excluded.json, read_at = iif(?, excluded.read_at, read_at), dirty = 1`,
    )
    .run(id, filedUnder ?? head?.day ?? '1970-01-01', JSON.stringify(after), readAt, reads ? 1 : 0);
}
