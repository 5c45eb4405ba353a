import type { StoreApi } from 'zustand/vanilla';
import type { LastPlace } from '../../preload/contract/contract.ts';
import type { ListState } from './list-state.ts';
import { indexOf, rowAt } from './pages.ts';
import type { SettingsState } from './settings.ts';

/** The place is saved at once, and then at most this often. */
const SAVE_EVERY_MS = 1_000;
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

/** Saves the place in the settings whenever it has changed, and when the window is left. The result stops it. */
export function keepPlace(list: StoreApi<ListState>, settings: StoreApi<SettingsState>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = '';
  const save = () => {
    const { known, change } = settings.getState();
    if (!known) return;
    const place = placeOf(list.getState());
    const text = JSON.stringify({ ...place, enteredAt: undefined });
    if (text === saved) return;
    saved = text;
    void change({ lastPlace: place });
  };
  let isDue = false;
  const saveDue = () => {
    timer = undefined;
    // A list that is not loaded yet is saved when it is.
    if (!isDue || !list.getState().loaded) return;
    isDue = false;
    save();
    timer = setTimeout(saveDue, SAVE_EVERY_MS);
  };
  const changed = () => {
    isDue = true;
    // Later in this turn: what changes together is saved together.
    timer ??= setTimeout(saveDue, 0);
  };
  const leave = () => isDue && list.getState().loaded && save();
  const off = list.subscribe((now, before) => {
    const isElsewhere = now.selectedId !== before.selectedId || now.query !== before.query;
    if (isElsewhere || (now.loaded && !before.loaded)) changed();
  });
  document.addEventListener('scroll', changed, { capture: true, passive: true });
  window.addEventListener('pagehide', leave);
  return () => {
    clearTimeout(timer);
    leave();
    off();
    document.removeEventListener('scroll', changed, { capture: true });
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
