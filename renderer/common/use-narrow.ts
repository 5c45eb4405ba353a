import { useSyncExternalStore } from 'react';
import { isPrinting, onPrinted } from './printing.ts';

/** Below this there is room for one pane only; layout.css goes by the class that follows from it. */
const query = () => window.matchMedia('(max-width: 860px)');

let narrow = false;

/** True while the window is too narrow for three panes side by side. Paper is no reason to put others there. */
export function isNarrow(): boolean {
  if (!isPrinting()) narrow = query().matches;
  return narrow;
}

/** Calls back whenever that changes; the result ends it. */
export const onNarrow = (changed: () => void): (() => void) => {
  const media = query();
  media.addEventListener('change', changed);
  const offPrinted = onPrinted(changed);
  return () => {
    media.removeEventListener('change', changed);
    offPrinted();
  };
};

/** `isNarrow`, told anew whenever it changes. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, isNarrow);
