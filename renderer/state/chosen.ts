import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ask } from './calls.ts';
import { hostQuery, type ListState } from './list-state.ts';
import { indexOf, rowAt, rowOf, standsFor } from './pages.ts';

/** As many as one call may mark (`status.mark` of the contract). */
export const MAX_CHOSEN = 10_000;

type MenuPlace = 'row' | { readonly x: number; readonly y: number };

/** The dispatches chosen to be marked together, and the one that is pointed at. */
export interface Chosen {
  /** In the order they were chosen; empty while only one row is selected. */
  readonly ids: ReadonlySet<string>;
  /** The row whose menu is open, or whose button was pressed: commands act on it alone. */
  readonly pointed?: string | undefined;
  /** Where the menu of that row is open, in CSS pixels of the window; 'row': at the row. */
  readonly menu?: MenuPlace | undefined;
  /** Adds a dispatch or takes it out. */
  toggle(id: string): void;
  /** As `toggle`; what begins a choice also takes in the selected row, as Ctrl+click does elsewhere. */
  add(id: string): void;
  /** Chooses all rows from the one the choice began with to this one, and selects it. */
  extendTo(index: number): Promise<void>;
  /** Chooses the whole list, up to MAX_CHOSEN; resolves with true when there are more. */
  all(): Promise<boolean>;
  clear(): void;
  /** Runs something on one row alone. */
  at(id: string, run: () => void): void;
  openMenu(id: string, place: MenuPlace): void;
  closeMenu(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** The store of the choice in this list. It ends when another row is selected or another list shown. */
export function createChosen(list: StoreApi<ListState>, ask: Ask): StoreApi<Chosen> {
  /** The row an extended choice began with. */
  let start: string | undefined;
  let isExtending = false;
  const store = createStore<Chosen>((set, get) => {
    const idsBetween = async (from: number, to: number): Promise<readonly string[]> => {
      const { pages } = list.getState();
      const [first, last] = from < to ? [from, to] : [to, from];
      const count = Math.min(MAX_CHOSEN, last - first + 1);
      const loaded = Array.from({ length: count }, (_, n) => rowAt(pages, first + n));
      if (loaded.every((row) => row !== undefined)) return loaded.flatMap(standsFor);
      return (await ask('list.ids', { query: hostQuery(list.getState()), offset: first, limit: count }))?.ids ?? [];
    };
    /** A row is chosen with what is folded into it. */
    const rowIds = (id: string): string[] => {
      const { pages } = list.getState();
      const row = rowOf(pages, id);
      return row ? standsFor(row) : [id];
    };
    const toggled = (ids: ReadonlySet<string>, id: string) => {
      const own = rowIds(id);
      const without = new Set([...ids].filter((other) => !own.includes(other)));
      return without.size < ids.size ? without : new Set([...ids, ...own].slice(-MAX_CHOSEN));
    };
    return {
      ids: NONE,
      toggle(id) {
        start = id;
        set({ ids: toggled(get().ids, id) });
      },
      add(id) {
        const { selectedId } = list.getState();
        const { ids } = get();
        start = id;
        set({
          ids: toggled(
            ids.size === 0 && selectedId !== undefined && selectedId !== id ? new Set(rowIds(selectedId)) : ids,
            id,
          ),
        });
      },
      async extendTo(index) {
        const { pages, query, selectedId } = list.getState();
        if (get().ids.size === 0 || start === undefined) start = selectedId;
        const from = indexOf(pages, start) ?? index;
        const ids = await idsBetween(from, index);
        if (list.getState().query !== query) return;
        isExtending = true;
        set({ ids: new Set(ids) });
        const to = rowAt(list.getState().pages, index)?.id ?? (index < from ? ids.at(0) : ids.at(-1));
        if (to !== undefined) list.getState().select(to, index);
        isExtending = false;
      },
      async all() {
        const { query, total, more } = list.getState();
        const ids = await idsBetween(0, more ? MAX_CHOSEN : total - 1);
        if (list.getState().query !== query) return false;
        start = ids[0];
        set({ ids: new Set(ids) });
        return more ? ids.length === MAX_CHOSEN : total > MAX_CHOSEN;
      },
      clear: () => get().ids.size > 0 && set({ ids: NONE }),
      at(id, run) {
        set({ pointed: id });
        run();
        set({ pointed: undefined });
      },
      openMenu: (pointed, menu) => set({ pointed, menu }),
      closeMenu: () => set({ pointed: undefined, menu: undefined }),
    };
  });
  list.subscribe((now, before) => {
    if (now.query !== before.query || (now.selectedId !== before.selectedId && !isExtending)) store.getState().clear();
  });
  return store;
}
