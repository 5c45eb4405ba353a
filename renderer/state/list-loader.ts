import type { StoreApi } from 'zustand/vanilla';
import type { ListWindow, ReaderClient } from '../../preload/contract/contract.ts';
import {
  type Correction,
  type ListRequest,
  type LoadState,
  lengthAfter,
  nextRequest,
  refreshed,
  type View,
} from './list-requests.ts';
import { hostQuery, type ListState, type Query } from './list-state.ts';
import { PAGE, type Pages, type Span, withChange, withPage } from './pages.ts';
import type { PendingChanges } from './pending-changes.ts';
import { singleFlight } from './single-flight.ts';

export interface Loader {
  /** The query has changed: answers to the old one are dropped. */
  restart(): void;
  /** The library has changed: loads the visible rows again and keeps them in place on screen. */
  refresh(): void;
  /** The user has changed which rows there are: as `refresh`, but keys wait for the answer. */
  rearrange(): void;
  setVisible(rows: Span, atTop: boolean): void;
  visible(): Span;
  /** False until what the user has asked for is there, or could not be had. */
  hasAnswered(): boolean;
}

/**
 * Loads the rows the view needs into the list's store, one request at a time, each chosen by `nextRequest`. `isMeasured`: with
 * number and length.
 */
export function createLoader(
  client: ReaderClient,
  store: StoreApi<ListState>,
  pending: PendingChanges,
  isMeasured: (query: Query) => boolean,
): Loader {
  /** Counts queries: an answer to an older one is dropped. */
  let session = 0;
  /** Counts the lists whose length has become known otherwise. */
  let counts = 0;
  let isNewQuery = true;
  let isStale = false;
  let isRearranging = false;
  let isRunning = false;
  let correction: Correction | undefined;
  let view: View = { visible: { first: 0, last: 0 }, atTop: true };

  const loadState = (): LoadState => ({ ...store.getState(), view, isNewQuery, isStale, correction });

  const withPending = (pages: Pages, tick: number): Pages =>
    pending.since(tick).reduce((changed, { ids, change }) => withChange(changed, ids, change), pages);

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    // No await between "nothing left" and "not running": a call in between would be lost.
    for (let request = nextRequest(loadState()); request; request = nextRequest(loadState()))
      if (!(await load(request))) break;
    isRunning = false;
  }

  /** False when the request has failed and waits for the next reason to load. */
  async function load(request: ListRequest): Promise<boolean> {
    const current = session;
    const tick = pending.tick();
    const { kind, page, pageCount, anchor } = request;
    if (kind !== 'page') isStale = false;
    const state = store.getState();
    try {
      const answer = await client.call('list.window', {
        query: hostQuery(kind === 'first' ? { ...state, searchError: undefined } : state),
        offset: page * PAGE,
        limit: pageCount * PAGE,
        quick: true,
        ...(isMeasured(state.query) && { measured: true }),
        ...(anchor !== undefined && { anchor }),
      });
      if (current === session) apply[kind](request, answer, tick);
      return true;
    } catch (error) {
      if (current !== session) return true;
      console.error('list.window failed', error);
      return hasNewReason(kind);
    }
  }

  /** Counts what an answer has not; a later answer that has, or another query, makes it void. */
  const count = singleFlight(async () => {
    const current = counts;
    const { total } = await client.call('list.count', { query: hostQuery(store.getState()) });
    if (current === counts) store.setState({ total, more: false });
  });

  function countIfMore({ more }: ListWindow): void {
    if (more) count().catch((error: unknown) => console.error('list.count failed', error));
    else counts += 1;
  }

  const apply = {
    first(_request: ListRequest, answer: ListWindow, tick: number): void {
      isNewQuery = false;
      isRearranging = false;
      const { query, reveal, validQuery, returnedTo } = store.getState();
      const { total, more = false, rows, searchError, anchorIndex, folded } = answer;
      const done = { loaded: true, failed: false, searchError, reveal: undefined };
      // A search being typed is often incomplete: the list stays as it was until the search is valid again.
      if (searchError && validQuery) {
        store.setState(done);
        return;
      }
      view = { visible: { first: 0, last: 0 }, atTop: true };
      const below = reveal?.below === undefined ? {} : { below: reveal.below };
      store.setState({
        ...done,
        // Read meanwhile, it is no longer on a list of what is unread.
        ...(returnedTo !== undefined &&
          reveal?.id === returnedTo &&
          anchorIndex === undefined && { selectedId: undefined }),
        total,
        more,
        folded,
        pages: withPending(new Map([[0, rows]]), tick),
        validQuery: searchError ? undefined : query,
        scroll: anchorIndex === undefined ? { top: true } : { to: anchorIndex, ...below },
      });
      countIfMore(answer);
    },
    refresh(request: ListRequest, answer: ListWindow, tick: number): void {
      const { total, more } = lengthAfter(store.getState(), answer);
      const result = refreshed(loadState(), request, { ...answer, total });
      if (!('pages' in result)) {
        correction = result;
        isStale = true;
        return;
      }
      correction = undefined;
      if (!isStale) isRearranging = false;
      const { by, pages } = result;
      view = { ...view, visible: { first: view.visible.first + by, last: view.visible.last + by } };
      const newAbove = store.getState().newAbove + Math.max(0, by);
      store.setState({
        failed: false,
        total,
        more,
        folded: answer.folded,
        newAbove,
        pages: withPending(pages, tick),
        ...(by !== 0 && { scroll: { by } }),
      });
      countIfMore(answer);
    },
    page({ page }: ListRequest, { rows }: ListWindow, tick: number): void {
      // The refresh that follows loads it again.
      if (isStale) return;
      store.setState({ pages: withPending(withPage(store.getState().pages, page, rows, view.visible), tick) });
    },
  };

  /** After a failure: true when the library has changed again meanwhile, so that a refresh is due at once. */
  function hasNewReason(kind: ListRequest['kind']): boolean {
    isNewQuery = false;
    correction = undefined;
    // Rows on screen stay readable when they cannot be refreshed; the next reason to load tries again.
    const isFirst = kind === 'first';
    if (isStale && !isFirst) return true;
    isStale = !isFirst;
    isRearranging = false;
    store.setState(isFirst ? { failed: true, loaded: true } : {});
    return false;
  }

  return {
    restart() {
      session += 1;
      counts += 1;
      isNewQuery = true;
      correction = undefined;
      void run();
    },
    refresh() {
      isStale = true;
      void run();
    },
    rearrange() {
      isRearranging = true;
      this.refresh();
    },
    visible: () => view.visible,
    hasAnswered: () => !isNewQuery && !isRearranging,
    setVisible(visible, atTop) {
      view = { visible, atTop };
      if (!isNewQuery && !store.getState().failed) void run();
    },
  };
}
