import { useSyncExternalStore } from 'react';
import { isPrinting, onPrinted } from './printing.ts';

/** Below this width one pane is shown at a time. */
const query = () => window.matchMedia('(max-width: 860px)');

let narrow = false;

/** True while the window is too narrow for three panes side by side. Printing does not change it. */
export function isNarrow(): boolean {
  if (!isPrinting()) narrow = query().matches;
  return narrow;
}

/** Calls back when that changes; the result unsubscribes. */
export const onNarrow = (changed: () => void): (() => void) => {
  const media = query();
  media.addEventListener('change', changed);
  const offPrinted = onPrinted(changed);
  return () => {
    media.removeEventListener('change', changed);
    offPrinted();
  };
};

/** `isNarrow` as a hook. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, isNarrow);
