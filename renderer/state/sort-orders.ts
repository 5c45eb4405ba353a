import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../preload/contract/contract.ts';
import { keptFor, withKept, withoutKept } from './kept-lists.ts';
import type { Query } from './list-state.ts';
import type { SettingsState } from './settings.ts';

type ListNames = NonNullable<Settings['oldestFirst']>;

/** The order of each list, kept in the settings. Sorting by relevance belongs to a search and is not kept. */
export interface SortOrders {
  orderOf(query: Query): 'newest' | 'oldest' | 'urgency';
  /** Keeps the query's order for its list, over visits and restarts. */
  remember(query: Query): void;
}

const isOn = (lists: ListNames, query: Query): boolean => keptFor(lists, query) !== undefined;

/** The lists with this one among them, or without it. */
const changed = (lists: ListNames, query: Query, belongs: boolean): ListNames =>
  belongs ? withKept(lists, query, {}) : withoutKept(lists, query);

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
