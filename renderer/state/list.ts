import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_SETTINGS, type ListRow, MAX_OPEN, type ReaderClient } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import { dayStep } from './day-step.ts';
import { keptFor, type ListRef, withKept } from './kept-lists.ts';
import { createLoader, type Loader } from './list-loader.ts';
import { hostQuery, isByTime, type ListState, type Moved, type Query, type ScrollTarget } from './list-state.ts';
import { changedRow, indexOf, rowAt, rowOf, withChange } from './pages.ts';
import type { PendingChanges } from './pending-changes.ts';
import type { SortOrders } from './sort-orders.ts';
import { createTaskQueue } from './task-queue.ts';
import { until } from './until.ts';

/** What the user is looking at: the selected row if it is visible, else the topmost one; undefined at the top of the list. */
function currentTarget({ pages, selectedId, visible, reveal }: ListState): ScrollTarget | undefined {
  // The list is still scrolling there.
  if (reveal) return reveal;
  const { first, last } = visible();
  const chosen = indexOf(pages, selectedId);
  const at = chosen !== undefined && chosen >= first && chosen <= last ? chosen : first;
  const id = rowAt(pages, at)?.id;
  return id === undefined || at === 0 ? undefined : { id, below: at - first };
}

/** Where one is in a list. */
interface Place {
  readonly target: ScrollTarget | undefined;
  readonly selectedId: string | undefined;
}

const MAX_PLACES = 50;

/** Where one is; during a search, where one was before it. */
const placeIn = (state: ListState): Place =>
  state.beforeSearch ?? { target: currentTarget(state), selectedId: state.selectedId };

const targetOf = (id: string | undefined): ScrollTarget | undefined => (id === undefined ? undefined : { id });

/** Where to scroll when a search ends: to the row selected during it, else to the scroll position before it. */
function targetAfterSearch({ selectedId, beforeSearch }: ListState): ScrollTarget | undefined {
  return selectedId === undefined || selectedId === beforeSearch?.selectedId
    ? beforeSearch?.target
    : { id: selectedId };
}

/** The row a step starts from. A search starts at its first hit, unless the row selected before it is a visible hit. */
function stepOrigin({ query, pages, selectedId, beforeSearch, visible }: ListState): string | undefined {
  if (!query.search || !beforeSearch || beforeSearch.selectedId !== selectedId) return selectedId;
  const { first, last } = visible();
  const chosen = indexOf(pages, selectedId);
  return chosen === undefined || (first === 0 && chosen > last) ? undefined : selectedId;
}

/**
 * The store of the list pane. `pending` are the user's changes that answers may lack, `orders` the kept sort orders; rows have
 * number and length while `isMeasured`.
 */
export function createList(
  client: ReaderClient,
  ask: Ask,
  pending: PendingChanges,
  orders: SortOrders,
  isMeasured: (query: Query) => boolean,
): StoreApi<ListState> {
  const now = () => new Date().toISOString();
  let loader: Loader;
  const store: StoreApi<ListState> = createStore<ListState>((set, get) => {
    /** The row of the last move, whose page may not be loaded yet. */
    let chosenRow: ListRow | undefined;
    const choose = (row: ListRow | undefined, index: number | undefined) => {
      const { more, total } = get();
      chosenRow = row ?? chosenRow;
      // A list that is not counted yet is at least as long as this row is far down.
      const reaches = more && index !== undefined ? { total: Math.max(total, index + 1) } : {};
      if (row)
        set({
          selectedId: row.id,
          returnedTo: undefined,
          ...(index !== undefined && { scroll: { to: index } }),
          ...reaches,
        });
      return row;
    };
    const steps = createTaskQueue();
    let places: readonly (ListRef & Place)[] = [];
    /** Queues a move; it is skipped when the list has been left by the time its turn comes. */
    const inThisList = <T>(move: () => Promise<T>, otherwise: T) => {
      const { query } = get();
      return steps.add(async () => (get().query === query ? move() : otherwise));
    };
    const moveBy = async (by: number) => {
      const { pages, total, more } = get();
      const from = indexOf(pages, stepOrigin(get()));
      if (from === undefined) return stepFrom(by);
      return toIndex(Math.max(0, more ? from + by : Math.min(total - 1, from + by)));
    };
    const toIndex = async (index: number) => {
      const { pages, query, selectedId } = get();
      const loaded = rowAt(pages, index);
      if (loaded) return loaded.id === selectedId ? undefined : choose(loaded, index);
      const answer = await ask('list.window', { query: hostQuery(get()), offset: index, limit: 1, quick: true });
      return get().query === query ? choose(answer?.rows[0], index) : undefined;
    };
    const toDay = async (step: 1 | -1, zone: string | undefined) => {
      const { query, pages, visible, selectedRow } = get();
      const from = selectedRow() ?? rowAt(pages, visible().first);
      const found = from && isByTime(query) ? await dayStep(ask, get(), from, step, zone) : undefined;
      return get().query === query ? choose(found?.row, found?.index) : undefined;
    };
    const toLast = async () => {
      const { query, more } = get();
      const counted = more ? await ask('list.count', { query: hostQuery(get()) }) : get();
      if (!counted || get().query !== query) return undefined;
      set({ total: counted.total, more: false });
      return toIndex(Math.max(0, counted.total - 1));
    };
    /** Selects the neighbour of a row; without `from`, the first row of the list or the last. */
    const neighbour = async (step: 1 | -1, from: string | undefined, unreadOnly: boolean) => {
      const { query, selectedId } = get();
      const answer = await ask('list.step', {
        query: hostQuery(get()),
        ...(from !== undefined && { from }),
        step,
        unreadOnly,
      });
      // The user may have left the list meanwhile.
      if (get().query !== query || answer?.row?.id === selectedId) return undefined;
      return choose(answer?.row, answer?.index);
    };
    const stepFrom = async (by: number): Promise<ListRow | undefined> => {
      const step = by > 0 ? 1 : -1;
      const row = await neighbour(step, stepOrigin(get()), false);
      // The host returns the neighbour's index; the rest of the step is counted from there.
      return row && by !== step ? ((await moveBy(by - step)) ?? row) : row;
    };
    /** The selected row has left the list and nothing follows its old place: selects the row before that place. */
    const nearest = async (by: number) => {
      const { pages, selectedId: anchor } = get();
      if (anchor === undefined || indexOf(pages, anchor) !== undefined) return undefined;
      const window = await ask('list.window', { query: hostQuery(get()), offset: 0, limit: 0, anchor });
      if (!window || window.anchorIndex !== undefined) return undefined;
      return neighbour(by > 0 ? -1 : 1, anchor, false);
    };
    const moveUnread = async (step: 1 | -1, mayWrap: boolean): Promise<Moved> => {
      const from = stepOrigin(get());
      if (await neighbour(step, from, true)) return 'on';
      return mayWrap && from !== undefined && (await neighbour(step, undefined, true)) ? 'around' : 'nowhere';
    };
    return {
      query: { list: 'all' },
      enteredAt: now(),
      loaded: false,
      failed: false,
      total: 0,
      more: false,
      pages: new Map(),
      folds: DEFAULT_SETTINGS.foldStories,
      open: [],
      newAbove: 0,
      enter(query, reveal) {
        const before = placeIn(get());
        places = withKept(places, get().query, before).slice(-MAX_PLACES);
        const isOther = keptFor([query], get().query) === undefined;
        const place = reveal === undefined && !query.search && isOther ? keptFor(places, query) : undefined;
        set({
          query: { ...query, order: orders.orderOf(query) },
          reveal: place ? place.target : targetOf(reveal),
          selectedId: place ? place.selectedId : reveal,
          returnedTo: place?.selectedId,
          enteredAt: now(),
          loaded: false,
          open: [],
          newAbove: 0,
          searchError: undefined,
          validQuery: undefined,
          beforeSearch: undefined,
        });
        loader.restart();
      },
      restore(query, { anchor, selected, enteredAt = now() }) {
        const order = query.order === 'relevance' ? query.order : orders.orderOf(query);
        set({ query: { ...query, order }, reveal: anchor, selectedId: selected, enteredAt, loaded: false, open: [] });
        loader.restart();
      },
      refine(part) {
        const { query: before, selectedId, beforeSearch } = get();
        const query = { ...before, ...part };
        // Relevance means something in a search only.
        if (!query.search && query.order === 'relevance') query.order = orders.orderOf(query);
        if (part.order) orders.remember(query);
        const target = before.search
          ? targetAfterSearch(get())
          : part.order
            ? targetOf(selectedId)
            : currentTarget(get());
        const kept = before.search ? beforeSearch : { target, selectedId };
        const position = query.search ? { reveal: undefined, beforeSearch: kept } : { reveal: target };
        set({ query, newAbove: 0, beforeSearch: undefined, ...position });
        loader.restart();
      },
      select: (selectedId, index) =>
        set({ selectedId, returnedTo: undefined, ...(index !== undefined && { scroll: { to: index } }) }),
      move: (step) => inThisList(async () => (await moveBy(step)) ?? nearest(step), undefined),
      moveTo: (index) => inThisList(() => toIndex(index), undefined),
      moveDay: (step, zone) => inThisList(() => toDay(step, zone), undefined),
      moveToLast: () => inThisList(toLast, undefined),
      moveUnread: (step, mayWrap = true) => inThisList(() => moveUnread(step, mayWrap), 'nowhere'),
      selectedRow() {
        const { pages, selectedId } = get();
        return rowOf(pages, selectedId) ?? (chosenRow?.id === selectedId ? chosenRow : undefined);
      },
      settling() {
        if (!loader.hasAnswered()) return until(store, loader.hasAnswered).then(() => get().settling());
        return steps.settling();
      },
      patch(ids, change) {
        if (chosenRow) chosenRow = changedRow(chosenRow, ids, change);
        set({ pages: withChange(get().pages, ids, change) });
      },
      setVisible: (rows, atTop) => {
        if (atTop && get().newAbove > 0) set({ newAbove: 0 });
        loader.setVisible(rows, atTop);
      },
      visible: () => loader.visible(),
      toggleStory(row) {
        const { open } = get();
        const head = row.story?.under ?? row.id;
        const own = new Set([head, row.id, ...(row.story?.beneath.map(({ id }) => id) ?? [])]);
        const others = open.filter((id) => !own.has(id));
        const isOpen = row.story?.isOpen || row.story?.under !== undefined;
        set({
          open: isOpen ? others : [...others, head].slice(-MAX_OPEN),
          ...(row.story?.under && { selectedId: head }),
        });
        loader.rearrange();
      },
      setFolds(folds) {
        if (folds === get().folds) return;
        set({ folds, open: [] });
        loader.rearrange();
      },
      scrollToTop: () => set({ scroll: { top: true }, newAbove: 0 }),
      cleanUp() {
        set({ enteredAt: now() });
        loader.refresh();
      },
      refresh: () => loader.refresh(),
    };
  });
  loader = createLoader(client, store, pending, isMeasured);
  return store;
}
