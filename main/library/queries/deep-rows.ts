import type { Store } from '../index/store.ts';
import { foldedIn } from './folding.ts';
import { span, within } from './list-members.ts';
import type { ListSource } from './list-sql.ts';

/** Rows. Nearer to an end, every row is asked whether it is folded. */
const DEEP_ROWS = 2_000;

/**
 * The members `offset` to `offset + limit` from the newest or the oldest. Deep in a list, those folded before them are counted
 * instead of asking every row: 20 to 50 ms in the middle of a million instead of 150 to 230, as many as are in stories.
 */
export function rowsFrom(
  store: Store,
  source: ListSource,
  limit: number,
  offset: number,
  direction: 'newest' | 'oldest',
  deep = DEEP_ROWS,
): number[] {
  const { folding, plain } = source;
  if (!folding || !plain || offset < deep) return within(store, source, {}, limit, offset, direction);
  const down = direction === 'newest';
  const beyond = (key: number) => (down ? { above: key } : { below: key });
  let [key] = within(store, folding.unfolded, {}, 1, offset, direction);
  let counted: number | undefined;
  let folded = 0;
  for (let skipped = offset; key !== undefined; ) {
    // Those before the key, apart from those that have been counted.
    const from = counted === undefined ? undefined : down ? counted - 1 : counted + 1;
    folded += foldedIn(store, folding, down ? { above: from, below: key } : { above: key, below: from });
    const missing = offset + folded - skipped;
    if (missing === 0) return within(store, source, beyond(down ? key - 1 : key + 1), limit, 0, direction);
    skipped += missing;
    counted = key;
    [key] = within(store, folding.unfolded, beyond(key), 1, missing - 1, direction);
  }
  return [];
}

/** As `span`; of a folded list, those folded are counted and taken off. */
export function rowSpan(store: Store, source: ListSource, bounds: { above: number } | { below: number }) {
  const { folding, plain } = source;
  if (!folding || !plain) return span(store, source, bounds);
  const all = span(store, folding.unfolded, bounds);
  return { ...all, count: all.count - foldedIn(store, folding, bounds) };
}
