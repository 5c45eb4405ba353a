import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import type { Query } from '../state/list-state.ts';
import { ownLists, ownOf } from '../state/own-lists.ts';
import { listTitle } from './list-title.ts';

/** Titles of lists: the user's own, else the list's. */
export function useListTitle(): (query: Query) => string {
  const { settings, sidebar } = useStores();
  const t = useTexts();
  const own = useStore(settings, ownLists);
  const counts = useStore(sidebar, (state) => state.sidebar);
  return (query) => ownOf(own, query)?.label ?? listTitle(query, counts, t);
}
