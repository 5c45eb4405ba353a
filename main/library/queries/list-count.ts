import { setImmediate } from 'node:timers/promises';
import type { Store } from '../index/store.ts';
import { listSql } from './list-members.ts';
import { type LibraryQuery, type ListSource, listSource } from './list-source.ts';
import { openIn } from './list-window.ts';
import { rowsAdded } from './story-rows.ts';

/** Members counted in one step: a few milliseconds for hits of a word. */
const STEP = 50_000;

/**
 * Counts a list in steps, between which others may ask: the value is the number counted so far, or the list's length when
 * done. What arrives meanwhile may be missing. 0 if the search has a syntax error.
 */
export function* countInSteps(store: Store, query: LibraryQuery, now: Date, step = STEP): Generator<number, number> {
  const source = listSource(store, query, now);
  if ('error' in source) return 0;
  const added = rowsAdded(openIn(store, source, query));
  if (source.total !== undefined) return source.total + added;
  // Every step of such a search would merge the hits of all its words again.
  const size = source.expensive ? -1 : step;
  let total = added;
  for (let last: number | undefined; ; ) {
    const counted = countAfter(store, source, last, size);
    total += counted.count;
    last = counted.last;
    if (size < 0 || counted.count < size) return total;
    yield total;
  }
}

/** The number of members behind a sort key, no more than `limit`, and the last of them. */
function countAfter(store: Store, source: ListSource, above: number | undefined, limit: number) {
  const { sql, values } = listSql(source, { above });
  const row = store
    .sql(`SELECT count(*) AS count, max(n) AS last FROM (${sql} ORDER BY n LIMIT ?)`)
    .get(...values, limit);
  return { count: Number(row?.count ?? 0), last: Number(row?.last ?? 0) };
}

/** Takes steps, each in a turn of the event loop of its own, until they are done; resolves with what they return. */
export async function inTurns<T>(next: () => IteratorResult<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = next();
    if (done) return value;
    await setImmediate();
  }
}
