import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../preload/contract/contract.ts';
import type { Query } from './list-state.ts';
import type { SettingsState } from './settings.ts';

type ListNames = NonNullable<Settings['oldestFirst']>;

/** The order of each list, kept in the settings. Sorting by relevance belongs to a search and is not kept. */
export interface SortOrders {
  orderOf(query: Query): 'newest' | 'oldest';
  /** Keeps the query's order for its list, over visits and restarts. */
  remember(query: Query): void;
}

/** Lists that no longer exist (an unused tag) would pile up: beyond this many, the oldest entries are dropped. */
const MAX_LISTS = 200;

const without = (lists: ListNames, { list, value }: Query): ListNames =>
  lists.filter((other) => other.list !== list || other.value !== value);

export function createSortOrders(settings: StoreApi<SettingsState>): SortOrders {
  const oldestFirst = () => settings.getState().settings.oldestFirst ?? [];
  const orderOf = (query: Query) => (without(oldestFirst(), query).length < oldestFirst().length ? 'oldest' : 'newest');
  return {
    orderOf,
    remember(query) {
      const { list, value, order = 'newest' } = query;
      if (order === 'relevance' || order === orderOf(query) || !settings.getState().known) return;
      const others = without(oldestFirst(), query);
      const name = { list, ...(value !== undefined && { value }) };
      const lists = order === 'oldest' ? [...others, name].slice(-MAX_LISTS) : others;
      void settings.getState().change({ oldestFirst: lists });
    },
  };
}
