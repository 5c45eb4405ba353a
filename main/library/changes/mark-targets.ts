import { isHead } from '../index/ids.ts';
import { type DispatchRow, numbers } from '../index/rows.ts';
import type { Store } from '../index/store.ts';

/** A dispatch to mark, with its data from the index. */
export interface Target {
  readonly id: string;
  /** Its shown version; undefined when only its status is left. */
  readonly head: Head | undefined;
  /** The version to mark; undefined for the one its status names. */
  readonly version: number | undefined;
  /** Its status as stored in the index; undefined until someone changes it. */
  readonly filed: { readonly json: string; readonly day: string } | undefined;
}

type Head = Pick<DispatchRow, 'n' | 'id' | 'version' | 'day' | 'lists'>;

/**
 * Dispatches are read and yielded in the order of the index, which is that of statuses and lists, too. Any other order would read,
 * and spill, the pages of a tree larger than SQLite's cache many times. AT_ONCE are sorted together, BATCH are yielded together.
 */
const AT_ONCE = 50_000;
const BATCH = 2_000;

/** The dispatches of these ids, each once, in batches. */
export function* targets(store: Store, ids: readonly string[]): Generator<Target[]> {
  const places = store.sql(
    `SELECT DISTINCT d.n FROM json_each(?) p CROSS JOIN dispatch d ON ${isHead('d', 'p.value')} ORDER BY d.n`,
  );
  for (const some of slices([...new Set(ids)], AT_ONCE)) {
    const heads = headsAt(
      store,
      // Sorted, as the keys of ids are.
      places.all(JSON.stringify([...some].sort())).map(({ n }) => Number(n)),
    );
    const found = new Set(heads.map(({ id }) => id));
    const gone = some.filter((id) => !found.has(id));
    yield* withStatus(store, heads);
    yield* apart(store, gone);
  }
}

/** The dispatches with these sort keys, in batches. */
export function* targetsAt(store: Store, places: readonly number[]): Generator<Target[]> {
  for (const some of slices(places, AT_ONCE)) yield* withStatus(store, headsAt(store, some));
}

/** The sort key of a dispatch without a shown version, which has none. */
export const NO_PLACE = 0;

/** A dispatch that was marked, and its sort key then. */
export interface Marked {
  readonly id: string;
  readonly n: number;
}

/**
 * What was marked, in batches: by its sort key where it is still there, which takes a twentieth of the time that its id takes. Sort
 * keys change with another version, and when the index is rebuilt.
 */
export function* targetsOf(store: Store, marked: readonly Marked[]): Generator<Target[]> {
  const idAt = new Map(marked.map(({ id, n }) => [n, id]));
  const heads = headsAt(store, [...idAt.keys()]).filter(({ id, n }) => idAt.get(n) === id);
  yield* withStatus(store, heads);
  const found = new Set(heads.map(({ id }) => id));
  yield* targets(
    store,
    marked.map(({ id }) => id).filter((id) => !found.has(id)),
  );
}

function headsAt(store: Store, places: readonly number[]): Head[] {
  const rows = store
    .sql(
      'SELECT d.n, d.id, d.version, d.day, d.lists FROM json_each(?) p CROSS JOIN dispatch d ON d.n = p.value WHERE d.head = 1',
    )
    .all(JSON.stringify(places));
  // Most dispatches share the same few combinations of lists.
  const known = new Map<string, readonly number[]>();
  const listsOf = (text: string) => {
    const lists = known.get(text) ?? numbers(text);
    known.set(text, lists);
    return lists;
  };
  return rows.map(({ n, id, version, day, lists }) => ({
    n: Number(n),
    id: String(id),
    version: Number(version),
    day: String(day),
    lists: listsOf(String(lists)),
  }));
}

function* withStatus(store: Store, heads: readonly Head[]): Generator<Target[]> {
  const statuses = store.sql('SELECT s.n, s.json, s.day FROM json_each(?) p CROSS JOIN status s ON s.n = p.value');
  for (const some of slices(heads, BATCH)) {
    const rows = statuses.all(JSON.stringify(some.map(({ n }) => n)));
    const filed = new Map(rows.map(({ n, json, day }) => [n, { json: String(json), day: String(day) }]));
    yield some.map((head) => ({ id: head.id, head, version: head.version, filed: filed.get(head.n) }));
  }
}

/** Those without a shown version. */
function* apart(store: Store, ids: readonly string[]): Generator<Target[]> {
  const status = store.sql('SELECT json, day FROM status_apart WHERE id = ?');
  for (const some of slices(ids, BATCH)) {
    yield some.map((id) => {
      const row = status.get(id);
      const filed = row && { json: String(row.json), day: String(row.day) };
      return { id, head: undefined, version: undefined, filed };
    });
  }
}

export function* slices<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
