import type { Store } from '../index/store.ts';

/** The newest dispatches of a category that say which topics it belongs to: an older use of its name does not count. */
const NEWEST = 16;

/** By category: a new answer is needed only when its length has changed. */
const known = new WeakMap<Store, Map<number, { readonly total: number; readonly topics: readonly string[] }>>();

/** The media topics that the newest dispatches of a category have. */
export function topicsOf(store: Store, category: number, total: number): readonly string[] {
  const all = known.get(store) ?? new Map();
  known.set(store, all);
  const held = all.get(category);
  if (held?.total === total) return held.topics;
  const topics = store
    .sql(
      `SELECT DISTINCT l.value FROM (SELECT n FROM entry WHERE k = ? ORDER BY n LIMIT ${NEWEST}) e
       JOIN dispatch d ON d.n = e.n JOIN json_each('[' || d.lists || ']') x JOIN list l ON l.k = x.value
       WHERE l.kind = 'topic' ORDER BY l.value`,
    )
    .all(category)
    .map(({ value }) => String(value));
  all.set(category, { total, topics });
  return topics;
}
