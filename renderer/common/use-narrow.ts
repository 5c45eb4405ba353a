import { useSyncExternalStore } from 'react';
import { isPrinting, onPrinted } from './printing.ts';

/** A condition on the width of the window. Printing does not change it. */
function widthIs(query: string) {
  let last = false;
  const is = (): boolean => {
    if (!isPrinting()) last = window.matchMedia(query).matches;
    return last;
  };
  /** Calls back when it changes; the result unsubscribes. */
  const on = (changed: () => void): (() => void) => {
    const media = window.matchMedia(query);
    media.addEventListener('change', changed);
    const offPrinted = onPrinted(changed);
    return () => {
      media.removeEventListener('change', changed);
      offPrinted();
    };
  };
  return { is, on };
}

const narrow = widthIs('(width < 720px)');
const overlaid = widthIs('(width < 1000px)');

/** True while the window shows one pane at a time. */
export const isNarrow = narrow.is;
export const onNarrow = narrow.on;
export const useNarrow = (): boolean => useSyncExternalStore(narrow.on, narrow.is);

/** True while the window has no room for the sidebar beside the other panes: it covers them when it is open. */
export const isSidebarOver = overlaid.is;
export const useSidebarOver = (): boolean => useSyncExternalStore(overlaid.on, overlaid.is);
