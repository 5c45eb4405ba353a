import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useNow } from '../common/use-now.ts';
import { useReader, useTexts } from '../state/context.ts';
import { indexOf, rowAt } from '../state/pages.ts';
import { placed, Row, rowHeight, rowId } from './Row.tsx';
import { useRowWindow } from './use-row-window.ts';

/** The rows that are seen, as a listbox of the whole list's length. */
export function Rows({ label }: { readonly label: string }) {
  const { article, list, shell, settings, searched } = useReader();
  const t = useTexts();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { total, pages, selectedId, scroll, see, select } = useStore(list);
  const height = useStore(settings, (state) => rowHeight(state.settings.textSize));
  const view = useRowWindow(scroller, total, height);
  const { first, last, atTop, shift, indexes, offset, scrollTo, reveal } = view;

  // The view comes back (a narrow window shows one pane at a time): what was selected comes into view again, else what stood
  // at the top.
  const isNew = useRef(true);
  const carriedOut = useRef<typeof scroll>(undefined);
  useLayoutEffect(() => {
    const wasNew = isNew.current;
    // An order is carried out once, whatever else it is looked at again for.
    const isOld = carriedOut.current === scroll;
    isNew.current = false;
    carriedOut.current = scroll;
    if (wasNew) {
      const { pages, selectedId, seen } = list.getState();
      const chosen = indexOf(pages, selectedId);
      const stood = seen().first;
      if (chosen !== undefined) return reveal(chosen, 'center');
      if (stood > 0) return scrollTo(stood * height);
    }
    if (!scroll || isOld || (wasNew && 'by' in scroll)) return;
    if ('top' in scroll) scrollTo(0);
    else if ('to' in scroll && scroll.below !== undefined) scrollTo((scroll.to - scroll.below) * height);
    else if ('to' in scroll) reveal(scroll.to, 'nearest');
    // What came in above pushes the rows down: the view goes with them.
    else scrollTo(offset() + scroll.by * height);
  }, [scroll, reveal, scrollTo, offset, list, height]);

  // Larger rows: what stood at the top still does.
  const drawn = useRef(height);
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = height;
    if (before !== height) scrollTo((offset() / before) * height);
  }, [height, offset, scrollTo]);

  // Told again after every order: rows that are fetched anew begin at the top, though the view may stand where it stood.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an order may change nothing of what is seen
  useEffect(() => {
    // The view may have been moved since this was drawn.
    if (total > 0) see({ first, last }, atTop && offset() < height / 2);
  }, [first, last, atTop, total, see, offset, height, scroll]);

  const choose = useCallback(
    (id: string) => {
      const { place, trail, phase } = article.getState();
      const isShown = phase === 'shown' && trail.length === 0 && place?.version === undefined;
      // Chosen again: back from what was followed from it, or another try.
      if (id === list.getState().selectedId && !isShown) void article.getState().open(id, searched());
      select(id);
      shell.getState().show('article');
    },
    [article, list, searched, select, shell],
  );
  // Pages that were asked for one after the other may both have the row that moved from one to the other meanwhile.
  const drawnIds = new Set<string>();
  const onceAt = (index: number) => {
    const row = rowAt(pages, index);
    if (!row || drawnIds.has(row.id)) return undefined;
    drawnIds.add(row.id);
    return row;
  };
  const active = indexes.some((index) => rowAt(pages, index)?.id === selectedId) ? selectedId : undefined;
  return (
    <div ref={scroller} className="rows-scroller">
      <div
        role="listbox"
        data-focus
        tabIndex={0}
        className="rows"
        aria-label={label}
        aria-activedescendant={active === undefined ? undefined : rowId(active)}
        style={{ height: `${view.height}px` }}
      >
        {indexes.map((index) => {
          const row = onceAt(index);
          const top = index * height - shift;
          return row ? (
            <Row
              key={row.id}
              row={row}
              index={index}
              total={total}
              top={top}
              height={height}
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
              style={placed(top, height)}
            />
          );
        })}
      </div>
    </div>
  );
}
