import { placeOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

/** The dispatches of each source between these moments: `counts[i]` are those from `edges[i]` until `edges[i + 1]`. */
export interface SourceCounts {
  readonly name: string;
  readonly counts: number[];
}

/**
 * Counts what each source published between moments (milliseconds since 1970, ascending). Reads one range of an index for each
 * source, and leaves out those without any.
 */
export const countsBetween = (store: Store, edges: readonly number[]): SourceCounts[] =>
  store
    .sql("SELECT k, value FROM list WHERE kind = 'source' AND total > 0")
    .all()
    .map(({ k, value }) => ({ name: String(value), counts: countsOf(store, Number(k), edges) }))
    .filter(({ counts }) => counts.some((count) => count > 0))
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.name < b.name ? -1 : 1));

function countsOf(store: Store, k: number, edges: readonly number[]): number[] {
  const count = store.sql('SELECT count(*) AS count FROM entry WHERE k = ? AND n > ? AND n <= ?');
  // Sort keys count time backwards, and a moment's own second belongs to what begins with it.
  const placeBefore = (at: number) => placeOf(at - 1_000);
  return edges.slice(1).map((to, i) => Number(count.get(k, placeBefore(to), placeBefore(edges[i] ?? to))?.count ?? 0));
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** When the oldest dispatch was published. */
export function oldestOf(store: Store): Date | undefined {
  const n = store.sql('SELECT max(n) AS n FROM dispatch').get()?.n;
  return typeof n === 'number' ? new Date(timeOf(n)) : undefined;
}
