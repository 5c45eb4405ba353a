import type { StoreApi } from 'zustand/vanilla';
import type { LastPlace } from '../../preload/contract/contract.ts';
import type { ListState } from './list-state.ts';
import { indexOf, rowAt } from './pages.ts';
import type { SettingsState } from './settings.ts';

/** The place is saved once the user has stayed there this long. */
const SETTLE_MS = 1_500;
/** Rows read in a list of unread ones stay over a restart, but not into the next day's work. */
const MAX_AGE_MS = 12 * 3_600_000;

/** Where the user is: list, search, row and scroll position. */
function placeOf({ query, pages, selectedId, enteredAt, visible }: ListState): LastPlace {
  const { first, last } = visible();
  const chosen = indexOf(pages, selectedId);
  const at = chosen !== undefined && chosen >= first && chosen <= last ? chosen : first;
  const anchor = rowAt(pages, at)?.id;
  return {
    query: { ...query, order: query.order ?? 'newest' },
    enteredAt,
    ...(selectedId !== undefined && { selected: selectedId }),
    ...(anchor !== undefined && (at > 0 || selectedId !== undefined) && { anchor: { id: anchor, below: at - first } }),
  };
}

/** Saves the place in the settings whenever it has changed for a moment, and when the window is left. The result stops it. */
export function keepPlace(list: StoreApi<ListState>, settings: StoreApi<SettingsState>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = '';
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const { known, change } = settings.getState();
    if (!known || !list.getState().loaded) return;
    const place = placeOf(list.getState());
    const text = JSON.stringify({ ...place, enteredAt: undefined });
    if (text === saved) return;
    saved = text;
    void change({ lastPlace: place });
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(save, SETTLE_MS);
  };
  const leave = () => timer !== undefined && save();
  const off = list.subscribe((now, before) => {
    if (now.selectedId !== before.selectedId || now.query !== before.query) wait();
  });
  document.addEventListener('scroll', wait, { capture: true, passive: true });
  window.addEventListener('pagehide', leave);
  return () => {
    leave();
    off();
    document.removeEventListener('scroll', wait, { capture: true });
    window.removeEventListener('pagehide', leave);
  };
}

/** Shows the place that was saved last; false when there is none. */
export function restorePlace(list: StoreApi<ListState>, place: LastPlace | undefined): boolean {
  if (!place) return false;
  const { query, anchor, selected, enteredAt } = place;
  const isRecent = Date.now() - Date.parse(enteredAt) < MAX_AGE_MS;
  list.getState().restore(query, { anchor, selected, ...(isRecent && { enteredAt }) });
  return true;
}
