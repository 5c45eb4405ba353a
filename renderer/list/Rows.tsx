import { observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useNow } from '../common/use-now.ts';
import { useReader, useTexts } from '../state/context.ts';
import { indexOf, rowAt } from '../state/pages.ts';
import { MOST_ROWS, ROW_HEIGHT, Row, rowId } from './Row.tsx';

/** A list without a height yet counts as one window high, so that its first rows are there before the layout is. */
const observeRect = (
  list: Virtualizer<HTMLDivElement, Element>,
  tell: (rect: { width: number; height: number }) => void,
) =>
  observeElementRect(list, (rect) => tell(rect.height > 0 ? rect : { width: rect.width, height: window.innerHeight }));

/** The rows that are seen, as a listbox of the whole list's length. */
export function Rows({ label }: { readonly label: string }) {
  const { list, shell } = useReader();
  const t = useTexts();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { total, pages, selectedId, scroll, see, select } = useStore(list);
  const virtual = useVirtualizer({
    count: Math.min(total, MOST_ROWS),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    observeElementRect: observeRect,
    initialRect: { width: 400, height: window.innerHeight },
    overscan: 6,
  });

  // The view comes back (a narrow window shows one pane at a time): what was selected comes into view again.
  const isNew = useRef(true);
  useLayoutEffect(() => {
    const wasNew = isNew.current;
    isNew.current = false;
    const at = wasNew ? indexOf(list.getState().pages, list.getState().selectedId) : undefined;
    if (at !== undefined) virtual.scrollToIndex(at, { align: 'center' });
    if (at !== undefined || !scroll || !scroller.current || (wasNew && 'by' in scroll)) return;
    if ('top' in scroll) virtual.scrollToOffset(0);
    else if ('to' in scroll) virtual.scrollToIndex(scroll.to, { align: 'auto' });
    // What came in above pushes the rows down: the view goes with them.
    else scroller.current.scrollTop += scroll.by * ROW_HEIGHT;
  }, [scroll, virtual, list]);

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  const atTop = (virtual.scrollOffset ?? 0) < ROW_HEIGHT / 2;
  useEffect(() => {
    // The virtual list learns of a scroll only by the next event; the element knows it already.
    const reallyAtTop = atTop && (scroller.current?.scrollTop ?? 0) < ROW_HEIGHT / 2;
    if (total > 0) see({ first, last }, reallyAtTop);
  }, [first, last, atTop, total, see]);

  const choose = useCallback(
    (id: string) => {
      select(id);
      shell.getState().show('article');
    },
    [select, shell],
  );
  const items = virtual.getVirtualItems();
  const active = items.some(({ index }) => rowAt(pages, index)?.id === selectedId) ? selectedId : undefined;
  return (
    <div ref={scroller} className="rows-scroller">
      <div
        role="listbox"
        data-focus
        tabIndex={0}
        className="rows"
        aria-label={label}
        aria-activedescendant={active === undefined ? undefined : rowId(active)}
        style={{ height: `${virtual.getTotalSize()}px` }}
      >
        {items.map(({ index, start }) => {
          const row = rowAt(pages, index);
          return row ? (
            <Row
              key={row.id}
              row={row}
              index={index}
              total={total}
              top={start}
              now={now}
              selected={row.id === selectedId}
              onSelect={choose}
            />
          ) : (
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
            <div
              key={`empty-${index}`}
              role="option"
              aria-selected="false"
              aria-posinset={index + 1}
              aria-setsize={total}
              aria-label={t('list.loading')}
              className="row row-empty"
              style={{ transform: `translateY(${start}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
}
