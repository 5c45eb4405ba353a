import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';

/** A line of the text, as a part of the height of its block, and where it stands in the window. */
interface Line {
  readonly block: Element;
  readonly part: number;
  readonly y: number;
}

const isBlock = (element: Element) => getComputedStyle(element).display !== 'inline';

/** The first line that is seen: of the innermost block that the upper edge cuts, or else of the first one below the edge. */
function firstLine(scroller: Element): Line | undefined {
  const edge = scroller.getBoundingClientRect().top;
  let block: Element | undefined;
  let within = scroller;
  while (!block || block.getBoundingClientRect().top < edge) {
    const next = [...within.children].find((child) => child.getBoundingClientRect().bottom > edge && isBlock(child));
    if (!next) break;
    block = next;
    within = next;
  }
  if (!block) return undefined;
  const { top, height } = block.getBoundingClientRect();
  const y = Math.max(top, edge);
  return { block, part: height > 0 ? (y - top) / height : 0, y };
}

/** Whatever a change of this in the store does to the room and the size of the text: the line at its top stays where it is. */
export function useKeptLine<State>(
  scroller: RefObject<HTMLElement | null>,
  store: StoreApi<State>,
  of: (state: State) => unknown,
): void {
  const line = useRef<Line>(undefined);
  // The store tells it before anything is drawn anew.
  useLayoutEffect(
    () =>
      store.subscribe((now, before) => {
        if (scroller.current && of(now) !== of(before)) line.current = firstLine(scroller.current);
      }),
    [scroller, store, of],
  );
  useStore(store, of);
  useLayoutEffect(() => {
    const kept = line.current;
    line.current = undefined;
    if (!scroller.current || !kept?.block.isConnected) return;
    const { top, height } = kept.block.getBoundingClientRect();
    scroller.current.scrollTop += top + kept.part * height - kept.y;
  });
}
