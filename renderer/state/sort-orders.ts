import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../preload/contract/contract.ts';
import type { Query } from './list-state.ts';
import type { SettingsState } from './settings.ts';

type ListNames = NonNullable<Settings['oldestFirst']>;

/** The order of each list, kept in the settings. Sorting by relevance belongs to a search and is not kept. */
export interface SortOrders {
  orderOf(query: Query): 'newest' | 'oldest' | 'urgency';
  /** Keeps the query's order for its list, over visits and restarts. */
  remember(query: Query): void;
}

/** Lists that no longer exist (an unused tag) would pile up: beyond this many, the oldest entries are dropped. */
const MAX_LISTS = 200;

const isOn = (lists: ListNames, { list, value }: Query): boolean =>
  lists.some((other) => other.list === list && other.value === value);

/** The lists with this one among them, or without it. */
function changed(lists: ListNames, { list, value }: Query, belongs: boolean): ListNames {
  const others = lists.filter((other) => other.list !== list || other.value !== value);
  return belongs ? [...others, { list, ...(value !== undefined && { value }) }].slice(-MAX_LISTS) : others;
}

export function createSortOrders(settings: StoreApi<SettingsState>): SortOrders {
  const kept = () => {
    const { oldestFirst = [], urgentFirst = [] } = settings.getState().settings;
    return { oldestFirst, urgentFirst };
  };
  const orderOf = (query: Query) => {
    const { oldestFirst, urgentFirst } = kept();
    if (isOn(urgentFirst, query)) return 'urgency';
    return isOn(oldestFirst, query) ? 'oldest' : 'newest';
  };
  return {
    orderOf,
    remember(query) {
      const { order = 'newest' } = query;
      if (order === 'relevance' || order === orderOf(query) || !settings.getState().known) return;
      const { oldestFirst, urgentFirst } = kept();
      void settings.getState().change({
        oldestFirst: changed(oldestFirst, query, order === 'oldest'),
        ...(isOn(urgentFirst, query) || order === 'urgency'
          ? { urgentFirst: changed(urgentFirst, query, order === 'urgency') }
          : {}),
      });
    },
  };
}
