import type { Dispatch } from '../../wire/dispatch.ts';
import { keyOf } from '../index/fingerprint.ts';
import { fullText, notesText, renewText } from '../index/full-text.ts';
import { type Prepared, prepare, type StaticRow } from '../index/index-entry.ts';
import { addKeys, textKey } from '../index/keys.ts';
import { type DispatchRow, dispatchRow } from '../index/rows.ts';
import { secondOf } from '../index/sort-key.ts';
import { moveStatus } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import { viewOf } from '../record/status.ts';
import { applyKills, givesOrders, recordKills } from './kills.ts';
import { delist, enlist } from './memberships.ts';
import { isSentBefore } from './order-of-arrival.ts';
import { apart } from './shared-id.ts';
import { joinStory, leaveStory } from './stories.ts';
import { noteUnsentDispatch } from './unsent.ts';

/** How a dispatch was stored: shown as a new story or version, kept behind a newer one, or already known. */
export type Inserted = 'new' | 'version' | 'history' | 'known';

/**
 * Adds a dispatch to the index. If the same story is already there, even under another id or in other paragraphs, only the file
 * is recorded. A different text under a known id and version becomes the next version, or the version before if it was sent
 * earlier, so that nothing is ever overwritten; one about something else becomes another story. `pending` is the journal
 * segment that contains it until it is folded, 0 if a day file has it. `stored` is the dispatch as it was added, possibly with another version, and `n` its sort key; undefined if
 * it was known.
 */
export function insert(
  store: Store,
  given: Prepared,
  pending: number,
): { result: Inserted; stored?: Prepared; n?: number } {
  return importFiles(store, hasTwin(store, given, '>=') ? given : apart(store, given), pending, '>=');
}

/**
 * Adds a dispatch from the library's files. Unlike `insert`, it keeps a version even if a later one has the same text.
 * `pending` as above.
 */
export function restore(store: Store, given: Prepared, pending: number): void {
  importFiles(store, given, pending, '=');
}

/** `twins`: a stored version whose number compares like this and has the same text makes the dispatch a known one. */
function importFiles(
  store: Store,
  given: Prepared,
  pending: number,
  twins: '=' | '>=',
): { result: Inserted; stored?: Prepared; n?: number } {
  const newest = newestOf(store, given.id);
  const known = newest && hasTwin(store, given, twins) ? given.id : copyOf(store, given);
  if (known !== undefined) {
    carry(store, known, given);
    return { result: 'known' };
  }
  const prepared = newest ? withFreeVersion(store, given, newest) : given;
  const head = newest && headOf(store, newest);
  const shown = !head || prepared.version > head.version;
  const row = write(store, prepared, shown, pending);
  if (shown) show(store, prepared, row, head, pending);
  else renewText(store, row.id);
  applyKills(store, prepared, row.n);
  recordKills(store, prepared);
  return { result: head ? (shown ? 'version' : 'history') : 'new', stored: prepared, n: row.n };
}

const VERSION = 'SELECT n, id, version, day, status, lists, head FROM dispatch WHERE id = ?';

/** Reads one row only: a ticker that is sent again every minute has a thousand versions. */
function newestOf(store: Store, id: string): Version | undefined {
  const row = store.sql(`${VERSION} ORDER BY version DESC LIMIT 1`).get(id);
  return row && { ...dispatchRow(row), head: row.head === 1 };
}

type Version = DispatchRow & { readonly head: boolean };

/**
 * The shown version; undefined if a removal was interrupted. It is the newest unless a removal deleted the newest and kept this
 * one.
 */
function headOf(store: Store, newest: Version): DispatchRow | undefined {
  if (newest.head) return newest;
  const row = store.sql(`${VERSION} AND head = 1`).get(newest.id);
  return row && dispatchRow(row);
}

function hasTwin(store: Store, { id, version, digest }: Prepared, twins: '=' | '>='): boolean {
  const isHere = (compared: '=' | '>=' | '<') =>
    store
      .sql(`SELECT 1 FROM dispatch WHERE id = ? AND version ${compared} ? AND digest = ?`)
      .get(id, version, digest) !== undefined;
  if (twins === '=') return isHere('=');
  // If another text has its version number, this text may be stored under a lower one.
  return isHere('>=') || (isTaken(store, id, version) && isHere('<'));
}

const isTaken = (store: Store, id: string, version: number): boolean =>
  store.sql('SELECT 1 FROM dispatch WHERE id = ? AND version = ?').get(id, version) !== undefined;

/** The id under which the same text is already stored. What kills or holds is none: agencies do so in the same words each time. */
function copyOf(store: Store, prepared: Prepared): string | undefined {
  if (!prepared.content || givesOrders(prepared)) return undefined;
  const copies = store
    .sql(
      'SELECT d.id, d.version, d.row FROM keys CROSS JOIN dispatch d ON d.n = keys.rowid WHERE keys MATCH ? AND d.content = ?',
    )
    .all(textKey(keyOf(prepared.content)), prepared.content)
    // The same text with another status or signal (killed, corrected, released), or as a later version, is news and not a copy.
    .filter((row) => sentAlike(JSON.parse(String(row.row)), prepared))
    .filter((row) => row.id !== prepared.id || row.version === prepared.version);
  const copy = copies.find((row) => row.id === prepared.id) ?? copies[0];
  return copy ? String(copy.id) : undefined;
}

const sentAlike = (row: StaticRow, prepared: Prepared): boolean =>
  row.status === prepared.status && row.signal === prepared.signal;

function withFreeVersion(store: Store, prepared: Prepared, newest: Version): Prepared {
  const { id, version, json } = prepared;
  if (!isTaken(store, id, version)) return prepared;
  // An import begins with the newest: a text sent before the shown one (which may be its kill) goes behind it.
  const isBefore = isSentBefore(store, prepared, newest.n);
  const dispatch: Dispatch = {
    ...JSON.parse(json),
    version: isBefore ? freeVersionBelow(store, id, version) : newest.version + 1,
  };
  return prepare(dispatch);
}

/**
 * Becomes negative if a ticker is sent hundreds of times under one version. Searching for the nearest free version would take
 * longer each time.
 */
function freeVersionBelow(store: Store, id: string, version: number): number {
  if (!isTaken(store, id, version - 1)) return version - 1;
  return Number(store.sql('SELECT min(version) AS least FROM dispatch WHERE id = ?').get(id)?.least) - 1;
}

function write(store: Store, prepared: Prepared, shown: boolean, pending: number): DispatchRow {
  const n = freePlace(store, prepared.at);
  const key = prepared.content && keyOf(prepared.content);
  // Two spellings of a category are one list.
  const lists = [...new Set(prepared.lists.map(([kind, value]) => store.lists.idOf(kind, value)))];
  store
    .sql('INSERT INTO dispatch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      n,
      prepared.id,
      prepared.version,
      shown ? 1 : 0,
      prepared.day,
      prepared.status,
      prepared.row,
      lists.join(','),
      prepared.digest,
      prepared.content ?? null,
      key ?? null,
      prepared.norm,
      prepared.chain ?? null,
      prepared.number ?? null,
    );
  if (pending > 0) store.sql('INSERT INTO pending VALUES (?, ?, ?)').run(n, prepared.day, pending);
  addKeys(store, n, prepared.norm, key);
  store.sql('INSERT INTO whole VALUES (?, ?)').run(n, prepared.whole);
  noteUnsentDispatch(store, prepared);
  const { id, version, day, status } = prepared;
  return { n, id, version, day, status, lists };
}

function freePlace(store: Store, at: number): number {
  const { from, to } = secondOf(at);
  const last = store.sql('SELECT min(n) AS n FROM dispatch WHERE n > ? AND n <= ?').get(from, to)?.n;
  return typeof last === 'number' ? last - 1 : to;
}

function show(
  store: Store,
  prepared: Prepared,
  row: DispatchRow,
  before: DispatchRow | undefined,
  pending: number,
): void {
  const status = viewOf(moveStatus(store, prepared.id, before?.n, row.n));
  if (before) {
    leaveStory(store, before.n);
    delist(store, before, status);
    store.sql('UPDATE dispatch SET head = 0 WHERE n = ?').run(before.n);
    store.texts.drop(before.n);
  }
  enlist(store, row, status);
  joinStory(store, prepared, row.n);
  // It must also be written to the file of bookmarks, unless it was read from there.
  if (status.bookmarked && pending > 0)
    store.sql('INSERT OR IGNORE INTO unfolded SELECT day FROM status WHERE n = ?').run(row.n);
  store.texts.put(
    row.n,
    before
      ? fullText(store, row.id, prepared.text, status)
      : { ...prepared.text, earlier: '', note: notesText(status) },
  );
}

function carry(store: Store, id: string, { path, receivedAt }: Prepared): void {
  store.sql('INSERT OR REPLACE INTO carried VALUES (?, ?, ?)').run(id, path, receivedAt);
}
