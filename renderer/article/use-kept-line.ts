import { type RefObject, useLayoutEffect } from 'react';
import { isPrinting, onPrinted } from '../common/printing.ts';
import type { Place } from '../state/article-place.ts';

/** The line that is being read. */
interface Line {
  readonly block: Element;
  readonly part: number;
  readonly below: number;
  /** Where the upper edge of the view stood in the pane. */
  readonly edge: number;
  /** Nothing was above it then. */
  readonly isFirst: boolean;
}

const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? 0;
const edgeOf = (view: Element): number => topOf(view) - topOf(view.parentElement);

const isBlock = (element: Element) => getComputedStyle(element).display !== 'inline';

/** The first line that is seen: of the innermost block that the upper edge cuts, or else of the first one below the edge. */
function firstLine(view: Element): Line | undefined {
  const from = topOf(view);
  let block: Element | undefined;
  let within = view;
  while (!block || topOf(block) < from) {
    const next = [...within.children].find((child) => child.getBoundingClientRect().bottom > from && isBlock(child));
    if (!next) break;
    block = next;
    within = next;
  }
  if (!block) return undefined;
  const { top, height } = block.getBoundingClientRect();
  const y = Math.max(top, from);
  const part = height > 0 ? (y - top) / height : 0;
  return { block, part, below: y - from, edge: edgeOf(view), isFirst: view.scrollTop === 0 };
}

function placeOf({ block, part, below }: Line, view: Element): Place {
  const path: number[] = [];
  for (let one = block; one !== view && one.parentElement; one = one.parentElement)
    path.unshift([...one.parentElement.children].indexOf(one));
  return { path, part, below };
}

function lineAt({ path, part, below }: Place, view: Element): Line | undefined {
  const block = path.reduce<Element | undefined>((within, at) => within?.children[at], view);
  return block && { block, part, below, edge: edgeOf(view), isFirst: false };
}

/**
 * Whatever changes the room and the size of the text, the line at its top stays where it is; and coming back to an article
 * means coming back to that line, however wide the window is by then.
 */
export function useKeptLine(
  scroller: RefObject<HTMLElement | null>,
  id: string | undefined,
  places: Map<string, Place>,
): void {
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || id === undefined) return;
    const place = places.get(id);
    let line = place && lineAt(place, view);
    /** Where the view was put last: that it went there is nothing the person did. */
    let put = 0;
    view.scrollTop = 0;
    const keep = () => {
      if (isPrinting()) return;
      // Who stands at the top stays there, unless the top itself has moved.
      if (line?.isFirst && line.edge === edgeOf(view)) view.scrollTop = 0;
      else if (line?.block.isConnected) {
        const { top, height } = line.block.getBoundingClientRect();
        view.scrollTop += top + line.part * height - (topOf(view.parentElement) + line.edge + line.below);
      } else return;
      put = view.scrollTop;
    };
    const follow = () => {
      if (view.scrollTop === put || isPrinting()) return;
      put = view.scrollTop;
      line = firstLine(view);
      if (put > 0 && line) places.set(id, placeOf(line, view));
      else places.delete(id);
    };
    keep();
    line ??= firstLine(view);
    const sizes = new ResizeObserver(keep);
    for (const one of [view, ...view.children]) sizes.observe(one);
    view.addEventListener('scroll', follow);
    const offPrinted = onPrinted(keep);
    return () => {
      offPrinted();
      sizes.disconnect();
      view.removeEventListener('scroll', follow);
    };
  }, [scroller, id, places]);
}
