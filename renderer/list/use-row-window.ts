import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Extent, elementHeight, followed, type Position, positionAt, revealing } from './scroll-map.ts';

/** Rows drawn beyond either end of the visible ones. */
const OVERSCAN_ROWS = 8;

interface Visible {
  /** Indexes of the visible rows, last one included. */
  readonly first: number;
  readonly last: number;
  /** Offset in the list minus offset in the element; 0 unless the list is too high for an element. */
  readonly shift: number;
  readonly atTop: boolean;
}

export interface RowWindow extends Visible {
  /** Height of the element that holds the rows. */
  readonly height: number;
  /** The rows to draw. */
  readonly indexes: readonly number[];
  /** The current offset in the list, also before it is drawn. */
  offset(): number;
  scrollTo(offset: number): void;
  reveal(index: number, align: 'nearest' | 'center'): void;
}

const sameVisible = (a: Visible, b: Visible) =>
  a.first === b.first && a.last === b.last && a.shift === b.shift && a.atTop === b.atTop;

/**
 * Which of `count` rows of equal height a scrolled element shows. The cost does not grow with the count, and lists higher than
 * a browser's limit can be scrolled to their end: see scroll-map.ts.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  // Until it is laid out, the list counts as one window high, so that its first rows are drawn at once.
  const extent = useRef<Extent>({ content: 0, view: window.innerHeight });
  extent.current = { ...extent.current, content: count * rowHeight };
  const position = useRef<Position>({ real: 0, full: 0 });

  const computeVisible = useCallback((): Visible => {
    const { full, real } = position.current;
    const first = Math.max(0, Math.floor(full / rowHeight));
    const last = Math.floor((full + extent.current.view - 1) / rowHeight);
    return { first, last, shift: full - real, atTop: full < rowHeight / 2 };
  }, [rowHeight]);
  const [visible, setVisible] = useState<Visible>(computeVisible);

  const show = useCallback(() => {
    const now = computeVisible();
    setVisible((before) => (sameVisible(before, now) ? before : now));
  }, [computeVisible]);
  const moveTo = useCallback(
    (full: number) => {
      position.current = positionAt(full, extent.current);
      if (scroller.current) scroller.current.scrollTop = position.current.real;
      show();
    },
    [scroller, show],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const view = element.clientHeight > 0 ? element.clientHeight : window.innerHeight;
      extent.current = { ...extent.current, view };
      show();
    };
    const follow = () => {
      position.current = followed(position.current, element.scrollTop, extent.current);
      show();
    };
    // When scrolling ends, the scroll bar is put where the rows are, without moving them.
    const settle = () => {
      const { full, real } = positionAt(position.current.full, extent.current);
      if (Math.abs(real - position.current.real) > 1) moveTo(full);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    element.addEventListener('scrollend', settle, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
      element.removeEventListener('scrollend', settle);
    };
  }, [scroller, show, moveTo]);

  // A list that has become shorter may end above the view.
  useEffect(() => {
    const { content, view } = extent.current;
    if (position.current.full > Math.max(0, count * rowHeight - view) && content > 0) moveTo(position.current.full);
  }, [count, rowHeight, moveTo]);

  const handles = useMemo(
    () => ({
      offset: () => position.current.full,
      scrollTo: moveTo,
      reveal: (index: number, align: 'nearest' | 'center') => {
        const { full } = position.current;
        const to = revealing(index, rowHeight, { full, view: extent.current.view, align });
        if (to !== full) moveTo(to);
      },
    }),
    [moveTo, rowHeight],
  );
  const from = Math.max(0, Math.min(visible.first, count - 1) - OVERSCAN_ROWS);
  const to = Math.min(count - 1, visible.last + OVERSCAN_ROWS);
  const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  return {
    ...visible,
    last: Math.min(visible.last, count - 1),
    height: elementHeight(extent.current),
    indexes,
    ...handles,
  };
}
