import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../state/context.ts';
import { dragged, offsetAt, type Rail, thumbAt } from './rail-map.ts';

interface Props {
  /** The id of the list that it scrolls. */
  readonly controls: string;
  readonly total: number;
  /** CSS pixels. */
  readonly rowHeight: number;
  /** The topmost row, counted from 0, and its day if it is known. */
  readonly first: number;
  readonly day: string | undefined;
  /** The offset in the whole list, in CSS pixels. */
  readonly offset: () => number;
  readonly scrollTo: (offset: number) => void;
}

/**
 * The scroll bar of a long list. It leads to every row: the farther the pointer is dragged aside, the finer it moves; meanwhile it says which
 * day stands at the top. The keys of the list do the same, so that it takes no focus.
 */
export function ScrollRail({ controls, total, rowHeight, first, day, offset, scrollTo }: Props) {
  const t = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  const [track, setTrack] = useState(0);
  /** Where the pointer was last while it drags: the offset is kept here with its fractions. */
  const drag = useRef<{ y: number; offset: number }>(undefined);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setTrack(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const rail: Rail = { content: total * rowHeight, view: track, track };
  const thumb = thumbAt(drag.current?.offset ?? offset(), rail);
  const moveTo = (y: number, to: number) => {
    const most = Math.max(0, rail.content - rail.view);
    drag.current = { y, offset: Math.max(0, Math.min(to, most)) };
    scrollTo(drag.current.offset);
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    // The list keeps the focus.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const onThumb = y >= thumb.top && y <= thumb.top + thumb.height;
    moveTo(event.clientY, onThumb ? offset() : offsetAt(y, rail));
    setDragging(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag.current) return;
    const { left, right } = event.currentTarget.getBoundingClientRect();
    const aside = Math.max(left - event.clientX, event.clientX - right, 0);
    moveTo(event.clientY, drag.current.offset + dragged(event.clientY - drag.current.y, aside, rowHeight, rail));
  };
  const end = () => {
    drag.current = undefined;
    setDragging(false);
  };
  const place = t('list.place', { row: first + 1, total });
  return (
    <div
      ref={bar}
      role="scrollbar"
      tabIndex={-1}
      aria-controls={controls}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={total}
      aria-valuenow={first + 1}
      aria-valuetext={day ? `${day}, ${place}` : place}
      className={dragging ? 'rail rail-dragging' : 'rail'}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={end}
      onLostPointerCapture={end}
      onWheel={({ deltaY }) => scrollTo(offset() + deltaY)}
    >
      <div className="rail-thumb" style={{ top: `${thumb.top}px`, height: `${thumb.height}px` }} />
      {dragging && (
        <div aria-hidden="true" className="rail-place" style={{ top: `${thumb.top + thumb.height / 2}px` }}>
          {day && <strong>{day}</strong>}
          <span>{place}</span>
        </div>
      )}
    </div>
  );
}
