import { type MouseEvent, type PointerEvent, useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { runCommand } from '../commands/table.ts';
import { dayHeading } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { columnsOf } from '../state/columns.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { densityOf } from '../state/densities.ts';
import { isByTime } from '../state/list-state.ts';
import { indexOf, isRowOf, rowAbove, rowAt } from '../state/pages.ts';
import { ListDay } from './ListDay.tsx';
import { type Press, Row, rowId } from './Row.tsx';
import { RAIL_ROWS } from './rail-map.ts';
import { rowHeight, rowStyle } from './row-size.ts';
import { ScrollRail } from './ScrollRail.tsx';
import { useDragOut } from './use-drag-out.ts';
import { useRowWindow } from './use-row-window.ts';

/** The visible rows, as a listbox of the whole list's length. */
export function Rows({ label }: { readonly label: string }) {
  const stores = useStores();
  const { article, chosen, list, shell, settings, searched } = stores;
  const t = useTexts();
  const now = useNow();
  const clock = useClock();
  const rowsId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { query, total, more, pages, selectedId, scroll, setVisible, select } = useStore(list);
  const byTime = isByTime(query);
  const density = useStore(settings, (state) => densityOf(state.settings, query));
  const columns = useStore(settings, (state) => columnsOf(state.settings, query));
  const lineChars = useStore(settings, (state) => state.settings.lineChars);
  const height = useStore(settings, (state) => rowHeight(state.settings.textSize, density));
  const view = useRowWindow(scroller, total, height);
  const { first, last, atTop, shift, indexes, offset, scrollTo, reveal } = view;

  // Mounted again (a narrow window shows one pane at a time), the list scrolls to the selected row, else to where it was.
  const isNew = useRef(true);
  const lastScroll = useRef<typeof scroll>(undefined);
  useLayoutEffect(() => {
    const wasNew = isNew.current;
    // The effect also runs when other dependencies change; a scroll command is carried out once.
    const isDone = lastScroll.current === scroll;
    isNew.current = false;
    lastScroll.current = scroll;
    if (wasNew) {
      const { pages, selectedId, visible } = list.getState();
      const selected = indexOf(pages, selectedId);
      const top = visible().first;
      // Just loaded: it says itself where it was left.
      if (top === 0 && scroll && 'to' in scroll && scroll.below !== undefined)
        return scrollTo((scroll.to - scroll.below) * height);
      if (selected !== undefined) return reveal(selected, 'center');
      if (top > 0) return scrollTo(top * height);
    }
    if (!scroll || isDone || (wasNew && 'by' in scroll)) return;
    if ('top' in scroll) scrollTo(0);
    else if ('to' in scroll && scroll.below !== undefined) scrollTo((scroll.to - scroll.below) * height);
    else if ('to' in scroll) reveal(scroll.to, 'nearest');
    // Rows that arrived above have pushed the visible ones down: the view follows them.
    else scrollTo(offset() + scroll.by * height);
  }, [scroll, reveal, scrollTo, offset, list, height]);

  // When the row height changes, the topmost row stays on top.
  const drawnHeight = useRef(height);
  useLayoutEffect(() => {
    const before = drawnHeight.current;
    drawnHeight.current = height;
    if (before !== height) scrollTo((offset() / before) * height);
  }, [height, offset, scrollTo]);

  // Reported again after every scroll command: the store assumes the top after a first page, even if the view did not move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scroll command may leave the visible rows as they are
  useEffect(() => {
    // The view may have moved since this was drawn.
    if (total > 0) setVisible({ first, last }, atTop && offset() < height / 2);
  }, [first, last, atTop, total, setVisible, offset, height, scroll]);

  const chosenIds = useStore(chosen, ({ ids }) => ids);
  const open = useCallback(
    (id: string) => {
      chosen.getState().clear();
      const { current, trail, phase } = article.getState();
      const isShown = phase === 'shown' && trail.length === 0 && current?.version === undefined;
      // Clicked again: returns from an article that was followed to, or retries a failed one.
      if (id === list.getState().selectedId && !isShown) void article.getState().open(id, searched());
      select(id);
      shell.getState().show('article');
    },
    [article, chosen, list, searched, select, shell],
  );
  const press = useCallback(
    ({ id, index, action, event }: Press) => {
      const { toggle, add, extendTo, at } = chosen.getState();
      if (action === 'choose') toggle(id);
      else if (action === 'story') {
        const { pages, toggleStory } = list.getState();
        const row = rowAt(pages, index);
        if (row) toggleStory(row);
      } else if (action !== undefined) at(id, () => runCommand(stores, action));
      else if (event.shiftKey) void extendTo(index);
      else if (event.ctrlKey || event.metaKey) add(id);
      else open(id);
    },
    [chosen, list, open, stores],
  );
  const idAt = ({ target }: { readonly target: EventTarget }): string | undefined => {
    const row = target instanceof Element ? target.closest('[role="option"]') : null;
    return indexes.map((index) => rowAt(pages, index)?.id).find((id) => id !== undefined && rowId(id) === row?.id);
  };
  const openMenu = (event: MouseEvent) => {
    const pointed = idAt(event);
    const id = pointed ?? selectedId;
    if (id === undefined) return;
    event.preventDefault();
    chosen.getState().openMenu(id, pointed === undefined ? 'row' : { x: event.clientX, y: event.clientY });
  };
  const dragOut = useDragOut(stores);
  const prepareDrag = (event: PointerEvent) => {
    const id = event.button === 0 ? idAt(event) : undefined;
    if (id !== undefined) dragOut.prepare(id);
  };
  // Pages loaded one after the other may both contain a row that moved between them meanwhile.
  const drawnIds = new Set<string>();
  const onceAt = (index: number) => {
    const row = rowAt(pages, index);
    if (!row || drawnIds.has(row.id)) return undefined;
    drawnIds.add(row.id);
    return row;
  };
  const active = indexes.map((index) => rowAt(pages, index)).find((row) => row && isRowOf(row, selectedId))?.id;
  const hasRail = total > RAIL_ROWS;
  const topmost = rowAt(pages, first);
  const day = byTime && topmost ? dayHeading(topmost.publishedAt, now, clock) : undefined;
  return (
    <>
      <ListDay day={day} />
      <div className={hasRail ? 'rows-area rows-railed' : 'rows-area'}>
        <div ref={scroller} className="rows-scroller">
          <div
            id={rowsId}
            role="listbox"
            data-focus
            tabIndex={0}
            aria-multiselectable="true"
            onContextMenu={openMenu}
            onPointerDown={prepareDrag}
            onDragStart={dragOut.start}
            onDragEnd={dragOut.end}
            className={chosenIds.size > 0 ? 'rows rows-choosing' : 'rows'}
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
                  total={more ? -1 : total}
                  top={top}
                  height={height}
                  density={density}
                  columns={columns}
                  lineChars={lineChars}
                  isByTime={byTime}
                  before={rowAbove(pages, index)?.publishedAt}
                  now={now}
                  selected={chosenIds.size > 0 ? chosenIds.has(row.id) : isRowOf(row, selectedId)}
                  current={isRowOf(row, selectedId)}
                  onPress={press}
                />
              ) : (
                // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
                <div
                  key={`empty-${index}`}
                  role="option"
                  aria-selected="false"
                  aria-posinset={index + 1}
                  aria-setsize={more ? -1 : total}
                  aria-label={t('list.loading')}
                  className={`row row-${density} row-empty`}
                  style={rowStyle(top, height, density)}
                />
              );
            })}
          </div>
        </div>
        {hasRail && (
          <ScrollRail
            controls={rowsId}
            total={total}
            rowHeight={height}
            first={first}
            day={day}
            offset={offset}
            scrollTo={scrollTo}
          />
        )}
      </div>
    </>
  );
}
