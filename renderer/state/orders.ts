import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../preload/contract/contract.ts';
import type { Query } from './list-state.ts';
import type { SettingsState } from './settings.ts';

type Listed = NonNullable<Settings['oldestFirst']>;

/** Which lists show their oldest first. Relevance belongs to a search, and to no list. */
export interface Orders {
  of(list: Query): 'newest' | 'oldest';
  /** Keeps the order of a list over visits and restarts. */
  keep(list: Query): void;
}

/** Lists that are gone (a tag that nothing has any more) would pile up: the oldest choices are given up. */
const MOST = 200;

const without = (lists: Listed, { list, value }: Query): Listed =>
  lists.filter((other) => other.list !== list || other.value !== value);

export function createOrders(settings: StoreApi<SettingsState>): Orders {
  const kept = () => settings.getState().settings.oldestFirst ?? [];
  const of = (list: Query) => (without(kept(), list).length < kept().length ? 'oldest' : 'newest');
  return {
    of,
    keep(query) {
      const { list, value, order = 'newest' } = query;
      if (order === 'relevance' || order === of(query) || !settings.getState().known) return;
      const others = without(kept(), query);
      const named = { list, ...(value !== undefined && { value }) };
      void settings.getState().change({ oldestFirst: order === 'oldest' ? [...others, named].slice(-MOST) : others });
    },
  };
}
