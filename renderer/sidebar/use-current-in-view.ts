import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../state/context.ts';

/**
 * Keeps the entry of the current list in view: when another list is shown, and when entries come, go or change places, unless
 * the sidebar is in use just then.
 */
export function useCurrentInView(sidebar: RefObject<HTMLElement | null>): void {
  const stores = useStores();
  const list = useStore(stores.list, ({ query }) => `${query.list} ${query.value ?? ''}`);
  const counts = useStore(stores.sidebar, (state) => state.sidebar);
  const order = useStore(stores.settings, (state) => state.settings.sidebarOrder);
  const shown = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts and order put the entries elsewhere
  useEffect(() => {
    const isNew = shown.current !== list;
    shown.current = list;
    if (!isNew && sidebar.current?.matches(':hover, :focus-within')) return;
    sidebar.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [list, counts, order, sidebar]);
}
