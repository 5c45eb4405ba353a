import type { StoreApi } from 'zustand/vanilla';
import type { SettingsState } from './settings.ts';

const MAX_SEARCHES = 20;
const NONE: readonly string[] = [];

/** The last searches, the latest first. */
export const recentSearches = (state: SettingsState): readonly string[] => state.settings.recentSearches ?? NONE;

/** Keeps a search that the user has finished typing. */
export function rememberSearch(settings: StoreApi<SettingsState>, typed: string): void {
  const search = typed.trim();
  const known = recentSearches(settings.getState());
  if (search === '' || search === known[0] || !settings.getState().known) return;
  const others = known.filter((other) => other !== search);
  void settings.getState().change({ recentSearches: [search, ...others].slice(0, MAX_SEARCHES) });
}
