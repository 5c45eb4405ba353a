import { type LibrarySharing, type SharedStatus, Status, type UnsentStatus } from '../library/library.ts';
import type { Cursor, Pulled, Pushed, Row, Scope } from './remote.ts';
import { escaped, fitsKey, unescaped } from './wire-text.ts';

/** Rows of a scope in one answer. */
const PULL_ROWS = 5_000;
/** Statuses looked at together, and rows sent together. */
const PAGE = 500;
const PUSH_ROWS = 2_000;
/** Characters sent together, unless one row alone has more. */
const PUSH_CHARS = 1_000_000;

/** Stands for a dispatch: its status are the saved searches and rules of the desk (shared-lists.ts). */
export const LISTS_ID = ':lists';

/** What the exchange needs of the server. */
export interface Peer {
  push(scope: number, rows: readonly Row[]): Promise<Pushed>;
  pull(cursors: readonly Cursor[], most: number): Promise<Pulled>;
}

/** What it needs of the library. */
export type Local = Pick<LibrarySharing, 'unsent' | 'sent' | 'merge'>;

/** Where fields go. */
export interface Places {
  /** Scopes whose changes are read. */
  readonly read: readonly Scope[];
  /** The scope of a field; undefined if it stays here. */
  scopeOf(field: string): number | undefined;
}

/** The number of the last change that is known here, by scope. */
export type Cursors = Record<number, number>;

/** The server knows less than it did: it was restored from a backup, and lacks what it had received since. */
export class ServerWentBack extends Error {}

/**
 * Reads what has changed on the server and merges it. Returns the new cursors, what the desk's lists have, and whether there is more. A cursor that is older
 * than the server's memory of removals starts again, which merging makes harmless. `heard` is called with the server's time before
 * anything is merged.
 */
export async function pull(
  peer: Peer,
  local: Local,
  { read }: Places,
  cursors: Cursors,
  heard: (now: string) => Promise<void> = async () => {},
): Promise<{ cursors: Cursors; lists: Row[]; more: boolean }> {
  const answer = await peer.pull(
    read.map(({ id }) => ({ scope: id, after: cursors[id] ?? 0 })),
    PULL_ROWS,
  );
  await heard(answer.now);
  const next: Cursors = { ...cursors };
  const statuses = new Map<string, Record<string, Status[string]>>();
  const lists: Row[] = [];
  let more = false;
  for (const { scope, seq, forgotten, rows } of answer.scopes) {
    const after = cursors[scope] ?? 0;
    if (seq < after) throw new ServerWentBack();
    if (after > 0 && after < forgotten) {
      next[scope] = 0;
      more = true;
      continue;
    }
    const kind = read.find(({ id }) => id === scope)?.kind;
    for (const [id, field, value, stamp] of rows) {
      const row: Row = [id, field, value, stamp];
      if (id !== LISTS_ID) collect(statuses, kind, row);
      else if (kind === 'desk') lists.push(row);
    }
    next[scope] = rows.at(-1)?.[4] ?? seq;
    more ||= rows.length === PULL_ROWS;
  }
  const shared: SharedStatus[] = [...statuses].map(([id, status]) => ({ id, status }));
  if (shared.length > 0) await local.merge(shared);
  return { cursors: next, lists, more };
}

/** Adds a row of the server; what no status can hold is left out. Read marks count for the person they belong to. */
function collect(
  statuses: Map<string, Record<string, Status[string]>>,
  kind: Scope['kind'] | undefined,
  [id, field, value, stamp]: Row,
): void {
  try {
    const name = unescaped(field);
    if (name === 'read' && kind !== 'person') return;
    const parsed = Status.parse({ [name]: { value: JSON.parse(value), stamp } });
    const key = unescaped(id);
    const known = statuses.get(key) ?? {};
    // In both scopes of this computer, if the user has changed where marks belong.
    if ((known[name]?.stamp ?? '') < stamp) statuses.set(key, { ...known, ...parsed });
  } catch {
    // A newer version, or another program: the rest of the scope must not wait for it.
  }
}

/**
 * Sends what has changed here, a page at a time. What loses on the server stays unsent until the next pull has brought what won;
 * so does what has a stamp ahead of the server's time. Returns whether there was any of either, and the server's time if it was asked.
 */
export async function push(
  peer: Peer,
  local: Local,
  places: Places,
): Promise<{ lost: boolean; ahead: boolean; now: string | undefined }> {
  let after = '';
  let lost = false;
  let ahead = false;
  let now: string | undefined;
  for (;;) {
    const page = local.unsent(after, PAGE);
    const last = page.at(-1);
    if (!last) return { lost, ahead, now };
    after = last.id;
    const held = new Set<string>();
    for (const [scope, rows] of rowsOf(page, places)) {
      for (const batch of batches(rows)) {
        const answer = await peer.push(scope, batch);
        lost ||= answer.lost.length > 0;
        ahead ||= answer.ahead.length > 0;
        now = answer.now;
        for (const id of [...answer.lost, ...answer.ahead]) held.add(id);
      }
    }
    const sent = page.filter(({ id }) => !held.has(escaped(id)));
    if (sent.length > 0) await local.sent(sent);
  }
}

/** The fields of these statuses by scope. What the server cannot store stays here. */
function rowsOf(page: readonly UnsentStatus[], { scopeOf }: Places): Map<number, Row[]> {
  const scopes = new Map<number, Row[]>();
  for (const { id, json } of page) {
    const key = escaped(id);
    if (!fitsKey(key)) continue;
    const status: Status = JSON.parse(json);
    for (const [field, { value, stamp }] of Object.entries(status)) {
      const scope = scopeOf(field);
      const name = escaped(field);
      if (scope === undefined || !fitsKey(name)) continue;
      const rows = scopes.get(scope) ?? [];
      rows.push([key, name, JSON.stringify(value), stamp]);
      scopes.set(scope, rows);
    }
  }
  return scopes;
}

function* batches(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let chars = 0;
  for (const row of rows) {
    const length = row[0].length + row[1].length + row[2].length;
    if (batch.length > 0 && (batch.length >= PUSH_ROWS || chars + length > PUSH_CHARS)) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(row);
    chars += length;
  }
  if (batch.length > 0) yield batch;
}
