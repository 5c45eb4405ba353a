import type { Store } from '../index/store.ts';
import { Stations } from './stations.ts';

/** What is known of a list as long as nothing changes. */
export interface Known {
  total?: number;
  readonly stations: Stations;
}

/** Lists that are remembered; those long unused are let go. */
const MOST_LISTS = 32;

interface Memory {
  readonly stamp: string;
  readonly lists: Map<string, Known>;
}
const memories = new WeakMap<Store, Memory>();

/**
 * Runs a question within one state of the index, whatever is written meanwhile. `remembered` gives what is known of a list
 * (named by `key`) in exactly that state, to be read and added to.
 */
export function atOneMoment<T>(store: Store, run: (remembered: (key: string) => Known) => T): T {
  // Within a change that may yet be rolled back nothing is worth remembering.
  if (store.db.isTransaction) return run(rememberedIn(new Map()));
  store.db.exec('BEGIN');
  try {
    return run(rememberedIn(listsOf(store)));
  } finally {
    store.db.exec('COMMIT');
  }
}

function listsOf(store: Store): Map<string, Known> {
  const stamp = stampOf(store);
  const last = memories.get(store);
  if (last?.stamp === stamp) return last.lists;
  const lists = new Map<string, Known>();
  memories.set(store, { stamp, lists });
  return lists;
}

/** Another whenever any connection has written: SQLite counts the commits of others, and the changes of this one. */
function stampOf(store: Store): string {
  const names = store.sql('PRAGMA database_list').all();
  const others = names.map(({ name }) => store.sql(`PRAGMA "${name}".data_version`).get()?.data_version);
  const own = store.sql('SELECT total_changes() AS own').get()?.own;
  return [own, ...others].join(' ');
}

const rememberedIn =
  (lists: Map<string, Known>) =>
  (key: string): Known => {
    const known = lists.get(key) ?? { stations: new Stations() };
    // Set anew at each use: the first of the map is the one longest unused.
    lists.delete(key);
    lists.set(key, known);
    const oldest = lists.keys().next().value;
    if (lists.size > MOST_LISTS && oldest !== undefined) lists.delete(oldest);
    return known;
  };
