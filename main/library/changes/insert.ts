import type { Dispatch } from '../../wire/dispatch.ts';
import { keyOf } from '../index/fingerprint.ts';
import { fullText, notesText, renewText } from '../index/full-text.ts';
import { type StoredVersions, storedVersions } from '../index/ids.ts';
import { type Prepared, prepare, type StaticRow } from '../index/index-entry.ts';
import { addKeys } from '../index/keys.ts';
import { textKeyOf } from '../index/keys-schema.ts';
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
  const stored = storedVersions(store, given);
  const own = stored?.isTaken && !hasTwin(stored, given, '>=') ? apart(store, given) : given;
  return importFiles(store, own, own === given ? stored : storedVersions(store, own), pending, '>=');
}

/**
 * Adds a dispatch from the library's files. Unlike `insert`, it keeps a version even if a later one has the same text.
 * `pending` as above.
 */
export function restore(store: Store, given: Prepared, pending: number): void {
  importFiles(store, given, storedVersions(store, given), pending, '=');
}

/** `twins`: a stored version whose number compares like this and has the same text makes the dispatch a known one. */
function importFiles(
  store: Store,
  given: Prepared,
  stored: StoredVersions | undefined,
  pending: number,
  twins: '=' | '>=',
): { result: Inserted; stored?: Prepared; n?: number } {
  const known = stored && hasTwin(stored, given, twins) ? given.id : copyOf(store, given);
  if (known !== undefined) {
    carry(store, known, given);
    return { result: 'known' };
  }
  const prepared = stored?.isTaken ? withFreeVersion(store, given, stored) : given;
  const head = rowAt(store, stored?.head);
  const shown = !head || prepared.version > head.version;
  const row = write(store, prepared, shown, pending);
  if (shown) show(store, prepared, row, head, pending);
  else renewText(store, row.id);
  applyKills(store, prepared, row.n);
  recordKills(store, prepared);
  return { result: head ? (shown ? 'version' : 'history') : 'new', stored: prepared, n: row.n };
}

function rowAt(store: Store, n: number | undefined): DispatchRow | undefined {
  if (n === undefined) return undefined;
  const row = store.sql('SELECT n, id, version, day, status, lists FROM dispatch WHERE n = ?').get(n);
  return row && dispatchRow(row);
}

function hasTwin({ twin, isKnown, isTaken }: StoredVersions, { version }: Prepared, twins: '=' | '>='): boolean {
  if (twins === '=') return isKnown;
  // If another text has its version number, this text may be stored under a lower one.
  return twin !== undefined && (twin >= version || isTaken);
}

/** The id under which the same text is already stored. What kills or holds is none: agencies do so in the same words each time. */
function copyOf(store: Store, prepared: Prepared): string | undefined {
  if (!prepared.content || givesOrders(prepared)) return undefined;
  const copies = store
    .sql(
      `SELECT d.id, d.version, d.row FROM keys CROSS JOIN dispatch d ON d.n = keys.rowid WHERE keys MATCH ${textKeyOf('?1')} AND d.content = ?2`,
    )
    .all(keyOf(prepared.content), prepared.content)
    // The same text with another status or signal (killed, corrected, released), or as a later version, is news and not a copy.
    .filter((row) => sentAlike(JSON.parse(String(row.row)), prepared))
    .filter((row) => row.id !== prepared.id || row.version === prepared.version);
  const copy = copies.find((row) => row.id === prepared.id) ?? copies[0];
  return copy ? String(copy.id) : undefined;
}

const sentAlike = (row: StaticRow, prepared: Prepared): boolean =>
  row.status === prepared.status && row.signal === prepared.signal;

function withFreeVersion(store: Store, prepared: Prepared, { newest, head, ...stored }: StoredVersions): Prepared {
  // An import begins with the newest: a text sent before the shown one (which may be its kill) goes behind it.
  const isBefore = head !== undefined && isSentBefore(store, prepared, head);
  const dispatch: Dispatch = {
    ...JSON.parse(prepared.json),
    version: isBefore ? freeVersionBelow(prepared.version, stored) : newest + 1,
  };
  return prepare(dispatch);
}

/** Becomes negative if a ticker is sent hundreds of times under one version. */
const freeVersionBelow = (version: number, stored: Pick<StoredVersions, 'oldest' | 'isTakenBefore'>): number =>
  (stored.isTakenBefore ? stored.oldest : version) - 1;

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
  addKeys(store, n);
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
