import { useSyncExternalStore } from 'react';

/** Below this there is room for one pane only; layout.css goes by the class that follows from it. */
const query = () => window.matchMedia('(max-width: 860px)');

/** True while the window is too narrow for three panes side by side. */
export const isNarrow = (): boolean => query().matches;

/** Calls back whenever that changes; the result ends it. */
export const onNarrow = (changed: () => void): (() => void) => {
  const media = query();
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** `isNarrow`, told anew whenever it changes. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, isNarrow);
