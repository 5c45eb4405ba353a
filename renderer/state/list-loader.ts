import type { StoreApi } from 'zustand/vanilla';
import type { ListWindow, ReaderClient } from '../../preload/contract/contract.ts';
import type { HeldMarks } from './held-marks.ts';
import { asked, type ListState, type Query } from './list-state.ts';
import {
  anchorShift,
  indexOf,
  keptRows,
  PAGE,
  type Pages,
  pagesOf,
  rowAt,
  type Span,
  withChange,
  withPage,
} from './pages.ts';

export interface Loader {
  /** The query is another: what was asked for the old one is of no use any more. */
  restart(): void;
  /** The library has changed: the same rows again, the view kept where it is. */
  refresh(): void;
  see(span: Span, atTop: boolean): void;
  seen(): Span;
}

/** Rows fetched beyond either end of what is seen, so that a step of scrolling finds them there. */
const MARGIN = 20;
const around = ({ first, last }: Span): Span => ({ first: Math.max(0, first - MARGIN), last: last + MARGIN });

/**
 * Fetches the rows that the view needs, one request at a time and always the most urgent next: the first page of a new
 * query, then what a change of the library touched, then pages that are seen and not at hand. So the host is never asked
 * for what nobody waits for any more, and an answer to an older query is dropped.
 */
export function createLoader(client: ReaderClient, store: StoreApi<ListState>, own: HeldMarks): Loader {
  let wanted = 1;
  let standing = 0;
  let stale = false;
  let busy = false;
  let seen: Span = { first: 0, last: 0 };
  let atTop = true;

  const ask = (offset: number, limit: number, anchor?: string, understood?: Query): Promise<ListWindow> =>
    client.call('list.window', {
      query: asked({ ...store.getState(), ...(understood && { understood }) }),
      offset,
      limit,
      ...(anchor !== undefined && { anchor }),
    });
  const page = (number: number) => ask(number * PAGE, PAGE);
  /** Rows as they are by what was marked since they were asked for. */
  const marked = (pages: Pages, moment: number): Pages =>
    own.since(moment).reduce((rows, { ids, change }) => withChange(rows, ids, change), pages);

  async function first(session: number): Promise<void> {
    stale = false;
    const { reveal, query } = store.getState();
    const moment = own.moment();
    const answer = await ask(0, PAGE, reveal?.id, query);
    if (session !== wanted) return;
    standing = session;
    const { total, rows, searchError, anchorIndex } = answer;
    // While a search is being typed it is often half a search: the list stays as it was until it is understood.
    if (searchError && store.getState().understood) {
      store.setState({ loaded: true, failed: false, searchError, reveal: undefined });
      return;
    }
    seen = { first: 0, last: 0 };
    atTop = true;
    const pages = marked(new Map([[0, rows]]), moment);
    const below = reveal?.below === undefined ? {} : { below: reveal.below };
    const scroll = anchorIndex === undefined ? ({ top: true } as const) : { to: anchorIndex, ...below };
    const understood = searchError ? undefined : query;
    store.setState({ loaded: true, failed: false, total, pages, searchError, understood, scroll, reveal: undefined });
  }

  async function again(session: number): Promise<void> {
    stale = false;
    const { pages: before, selectedId } = store.getState();
    const moment = own.moment();
    const chosen = indexOf(before, selectedId);
    const isSeen = chosen !== undefined && chosen >= seen.first && chosen <= seen.last;
    // What comes in between must not push away the row that is being read.
    const held = isSeen ? chosen : seen.first;
    const anchor = atTop && selectedId === undefined ? undefined : rowAt(before, held)?.id;
    const probe = await ask(0, 0, anchor);
    const by = anchorShift(held, anchor === undefined ? held : probe.anchorIndex);
    const span = { first: seen.first + by, last: seen.last + by };
    let pages: Pages = new Map();
    let { total } = probe;
    for (const number of pagesOf(around(span), total)) {
      const answer = await page(number);
      pages = withPage(pages, number, keptRows(before, answer.rows), span);
      ({ total } = answer);
    }
    pages = marked(pages, moment);
    if (session !== wanted) return;
    // What came in since the probe has moved the rows once more.
    const found = indexOf(pages, anchor);
    const moved = found === undefined ? by : found - held;
    seen = { first: seen.first + moved, last: seen.last + moved };
    const newAbove = Math.max(0, store.getState().newAbove + Math.max(0, moved));
    store.setState({ failed: false, total, pages, newAbove, ...(moved !== 0 && { scroll: { by: moved } }) });
  }

  async function more(session: number, number: number): Promise<void> {
    const moment = own.moment();
    const answer = await page(number);
    if (session !== wanted || stale) return;
    store.setState({ pages: marked(withPage(store.getState().pages, number, answer.rows, seen), moment) });
  }

  /** The most urgent thing to do, undefined when nothing is left. */
  function next(): Promise<void> | undefined {
    if (standing !== wanted) return first(wanted);
    if (stale) return again(wanted);
    const { pages, total } = store.getState();
    const missing = pagesOf(around(seen), total).find((number) => !pages.has(number));
    return missing === undefined ? undefined : more(wanted, missing);
  }

  async function pump(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      // No await between "nothing left" and "not busy": what is asked for in between would be forgotten.
      for (let work = next(); work; work = next()) if (await hasFailed(work, wanted)) break;
    } finally {
      busy = false;
    }
  }

  /** What was asked for meanwhile has not failed with it. */
  async function hasFailed(work: Promise<void>, session: number): Promise<boolean> {
    try {
      await work;
      return false;
    } catch (error) {
      if (session !== wanted) return false;
      console.error('list.window failed', error);
      // Rows that stand are still worth reading when they cannot be renewed; the next reason to renew them tries again.
      const isFirst = standing !== wanted;
      const askedMeanwhile = stale;
      standing = wanted;
      if (askedMeanwhile && !isFirst) return false;
      stale = !isFirst;
      if (isFirst) store.setState({ failed: true, loaded: true });
      return true;
    }
  }

  return {
    restart() {
      wanted += 1;
      void pump();
    },
    refresh() {
      stale = true;
      void pump();
    },
    seen: () => seen,
    see(span, top) {
      seen = span;
      atTop = top;
      if (standing === wanted && !store.getState().failed) void pump();
    },
  };
}
