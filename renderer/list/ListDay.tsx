import { ArrowUp } from 'lucide-react';
import { useStore } from 'zustand';
import { focusPane } from '../commands/focus.ts';
import { dayHeading } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { isByTime, isOrdered, type Query } from '../state/list-state.ts';
import { rowAt } from '../state/pages.ts';

/** A line above the rows: the day of the topmost one, or the order where that is not by time, and how many have arrived above it. */
export function ListDay({ first }: { readonly first: number }) {
  const { list } = useStores();
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const { pages, newAbove, query, scrollToTop } = useStore(list);
  const row = rowAt(pages, first);
  const showNewest = () => {
    scrollToTop();
    // The button disappears; without this the focus would be lost.
    focusPane('list');
  };
  return (
    <div className="list-day">
      <span>{isByTime(query) ? row && dayHeading(row.publishedAt, now, clock) : t(orderKey(query))}</span>
      {newAbove > 0 && (
        <button type="button" className="list-new" onClick={showNewest}>
          <ArrowUp aria-hidden="true" size={13} />
          {t('list.new', { count: newAbove })}
        </button>
      )}
    </div>
  );
}

const orderKey = (query: Query) =>
  isOrdered(query) ? (`list.order.${query.order ?? 'newest'}` as const) : 'list.order.release';
