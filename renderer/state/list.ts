import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ListRow, ReaderClient } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import type { HeldMarks } from './held-marks.ts';
import { createLoader, type Loader } from './list-loader.ts';
import { asked, type ListState, type Moved, type Place } from './list-state.ts';
import type { Orders } from './orders.ts';
import { indexOf, rowAt, withChange } from './pages.ts';
import { createTurns } from './turns.ts';

/** What the eyes are on: the selected row if it is seen, else the first one that is, unless the list stands at its top. */
function placeIn({ pages, selectedId, seen, reveal }: ListState): Place | undefined {
  // The list is on its way there.
  if (reveal) return reveal;
  const { first, last } = seen();
  const chosen = indexOf(pages, selectedId);
  const at = chosen !== undefined && chosen >= first && chosen <= last ? chosen : first;
  const id = rowAt(pages, at)?.id;
  return id === undefined || at === 0 ? undefined : { id, below: at - first };
}

const placeOf = (id: string | undefined): Place | undefined => (id === undefined ? undefined : { id });

/** Where a search that is left leads back to: to what was selected during it, else to where the list stood. */
function placeBefore({ selectedId, stood }: ListState): Place | undefined {
  return selectedId === undefined || selectedId === stood?.selectedId ? stood?.place : { id: selectedId };
}

/** What a step goes out from: a search begins at its first hit, unless what was selected before it is one that is seen. */
function stepsFrom({ query, pages, selectedId, stood, seen }: ListState): string | undefined {
  if (!query.search || !stood || stood.selectedId !== selectedId) return selectedId;
  const { first, last } = seen();
  const chosen = indexOf(pages, selectedId);
  return chosen === undefined || (first === 0 && chosen > last) ? undefined : selectedId;
}

export function createList(client: ReaderClient, ask: Ask, held: HeldMarks, orders: Orders): StoreApi<ListState> {
  const now = () => new Date().toISOString();
  let loader: Loader;
  const store = createStore<ListState>((set, get) => {
    const choose = (row: ListRow | undefined, index: number | undefined) => {
      if (row) set({ selectedId: row.id, ...(index !== undefined && { scroll: { to: index } }) });
      return row;
    };
    const inTurn = createTurns();
    /** What was pressed in a list that has been left since moves nothing in the next one. */
    const inThisList = <T>(move: () => Promise<T>, otherwise: T) => {
      const { query } = get();
      return inTurn(async () => (get().query === query ? move() : otherwise));
    };
    const moveBy = async (by: number) => {
      const { pages, total } = get();
      const from = indexOf(pages, stepsFrom(get()));
      if (from === undefined) return stepFrom(by);
      return toIndex(Math.max(0, Math.min(total - 1, from + by)));
    };
    const toIndex = async (index: number) => {
      const { pages, query, selectedId } = get();
      const held = rowAt(pages, index);
      if (held) return held.id === selectedId ? undefined : choose(held, index);
      const answer = await ask('list.window', { query: asked(get()), offset: index, limit: 1 });
      return get().query === query ? choose(answer?.rows[0], index) : undefined;
    };
    /** The neighbour of a row, selected; without a row the first of the list, or the last. */
    const neighbour = async (step: 1 | -1, from: string | undefined, unreadOnly: boolean) => {
      const { query, selectedId } = get();
      const answer = await ask('list.step', {
        query: asked(get()),
        ...(from !== undefined && { from }),
        step,
        unreadOnly,
      });
      // The list may have been left while the answer was on its way.
      if (get().query !== query || answer?.row?.id === selectedId) return undefined;
      return choose(answer?.row, answer?.index);
    };
    const stepFrom = async (by: number): Promise<ListRow | undefined> => {
      const step = by > 0 ? 1 : -1;
      const row = await neighbour(step, stepsFrom(get()), false);
      // The host tells where the neighbour stands; the rest of a page is counted from there.
      return row && by !== step ? ((await moveBy(by - step)) ?? row) : row;
    };
    /** What is selected does not stand in the list any more, and nothing behind where it stood: what stood before it. */
    const nearest = async (by: number) => {
      const { pages, selectedId: anchor } = get();
      if (anchor === undefined || indexOf(pages, anchor) !== undefined) return undefined;
      const window = await ask('list.window', { query: asked(get()), offset: 0, limit: 0, anchor });
      if (!window || window.anchorIndex !== undefined) return undefined;
      return neighbour(by > 0 ? -1 : 1, anchor, false);
    };
    const moveUnread = async (step: 1 | -1, mayGoAround: boolean): Promise<Moved> => {
      const from = stepsFrom(get());
      if (await neighbour(step, from, true)) return 'on';
      return mayGoAround && from !== undefined && (await neighbour(step, undefined, true)) ? 'around' : 'nowhere';
    };
    return {
      query: { list: 'all' },
      enteredAt: now(),
      loaded: false,
      failed: false,
      total: 0,
      pages: new Map(),
      newAbove: 0,
      enter(query, reveal) {
        set({
          query: { ...query, order: orders.of(query) },
          reveal: placeOf(reveal),
          selectedId: reveal,
          enteredAt: now(),
          loaded: false,
          newAbove: 0,
          searchError: undefined,
          understood: undefined,
          stood: undefined,
        });
        loader.restart();
      },
      refine(part) {
        const { query: before, selectedId, stood } = get();
        const query = { ...before, ...part };
        // Without a search nothing is more relevant than anything else.
        if (!query.search && query.order === 'relevance') query.order = orders.of(query);
        if (part.order) orders.keep(query);
        const place = before.search ? placeBefore(get()) : part.order ? placeOf(selectedId) : placeIn(get());
        const begun = before.search ? stood : { place, selectedId };
        const searched = query.search ? { reveal: undefined, stood: begun } : { reveal: place };
        set({ query, newAbove: 0, stood: undefined, ...searched });
        loader.restart();
      },
      select: (selectedId) => set({ selectedId }),
      move: (step) => inThisList(async () => (await moveBy(step)) ?? nearest(step), undefined),
      moveTo: (index) => inThisList(() => toIndex(index), undefined),
      moveUnread: (step, mayGoAround = true) => inThisList(() => moveUnread(step, mayGoAround), 'nowhere'),
      patch: (ids, change) => set({ pages: withChange(get().pages, ids, change) }),
      see: (span, atTop) => {
        if (atTop && get().newAbove > 0) set({ newAbove: 0 });
        loader.see(span, atTop);
      },
      seen: () => loader.seen(),
      scrollToTop: () => set({ scroll: { top: true }, newAbove: 0 }),
      cleanUp() {
        set({ enteredAt: now() });
        loader.refresh();
      },
      refresh: () => loader.refresh(),
    };
  });
  loader = createLoader(client, store, held);
  return store;
}
