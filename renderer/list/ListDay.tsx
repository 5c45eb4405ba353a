import { ArrowUp } from 'lucide-react';
import { useStore } from 'zustand';
import { focusPane } from '../commands/focus.ts';
import { useStores, useTexts } from '../state/context.ts';
import { isByTime, isOrdered, type Query } from '../state/list-state.ts';

/** A line above the rows: the day of the topmost one if it is known, or the order where that is not by time, and how many have arrived above it. */
export function ListDay({ day }: { readonly day: string | undefined }) {
  const { list } = useStores();
  const t = useTexts();
  const { newAbove, query, scrollToTop } = useStore(list);
  const showNewest = () => {
    scrollToTop();
    // The button disappears; without this the focus would be lost.
    focusPane('list');
  };
  return (
    <div className="list-day">
      <span>{isByTime(query) ? day : t(orderKey(query))}</span>
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
