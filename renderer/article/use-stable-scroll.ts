import { type RefObject, useLayoutEffect } from 'react';
import type { ReadingPosition } from '../../preload/contract/contract.ts';
import { isPrinting, onPrinted } from '../common/printing.ts';
import type { ReadingPositions } from '../state/reading-positions.ts';

/** The topmost visible line, by the block it is in. */
interface TopLine {
  readonly block: Element;
  /** How much of the block lies above the line, as a fraction of its height. */
  readonly part: number;
  /** Distance of the line from the upper edge of the view, in CSS pixels. */
  readonly below: number;
  /** Upper edge of the view within its pane when the line was recorded. */
  readonly edge: number;
  /** The view was scrolled to the very top. */
  readonly isFirst: boolean;
}

const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? 0;
const paneTop = (view: Element): number => topOf(view.closest('[data-pane]'));
const edgeOf = (view: Element): number => topOf(view) - paneTop(view);

const isBlock = (element: Element) => getComputedStyle(element).display !== 'inline';

/** Finds the innermost block cut by the upper edge of the view, or else the first block below the edge. */
function topLine(view: Element): TopLine | undefined {
  const from = topOf(view);
  let block: Element | undefined;
  let parent = view;
  while (!block || topOf(block) < from) {
    const next = [...parent.children].find((child) => child.getBoundingClientRect().bottom > from && isBlock(child));
    if (!next) break;
    block = next;
    parent = next;
  }
  if (!block) return undefined;
  const { top, height } = block.getBoundingClientRect();
  const y = Math.max(top, from);
  const part = height > 0 ? (y - top) / height : 0;
  return { block, part, below: y - from, edge: edgeOf(view), isFirst: view.scrollTop === 0 };
}

function positionOf({ block, part, below }: TopLine, view: Element): ReadingPosition {
  const path: number[] = [];
  for (let one = block; one !== view && one.parentElement; one = one.parentElement)
    path.unshift([...one.parentElement.children].indexOf(one));
  return { path, part, below };
}

function lineAt({ path, part, below }: ReadingPosition, view: Element): TopLine | undefined {
  const block = path.reduce<Element | undefined>((parent, index) => parent?.children[index], view);
  return block && { block, part, below, edge: edgeOf(view), isFirst: false };
}

/**
 * Keeps the topmost line of an article in place when the size of the window or the text changes, and returns to it when the
 * article `id` is shown again.
 */
export function useStableScroll(
  scroller: RefObject<HTMLElement | null>,
  id: string | undefined,
  positions: ReadingPositions,
): void {
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || id === undefined) return;
    const position = positions.get(id);
    let line = position && lineAt(position, view);
    /** The last scrollTop set here: the scroll event it causes is not the user's. */
    let ownScrollTop = 0;
    /** The width of the view when it was last seen. */
    let width = view.clientWidth;
    view.scrollTop = 0;
    const keep = () => {
      if (isPrinting()) return;
      width = view.clientWidth;
      // At the very top the view stays there, unless its upper edge has moved.
      if (line?.isFirst && line.edge === edgeOf(view)) view.scrollTop = 0;
      else if (line?.block.isConnected) {
        const { top, height } = line.block.getBoundingClientRect();
        view.scrollTop += top + line.part * height - (paneTop(view) + line.edge + line.below);
      } else return;
      ownScrollTop = view.scrollTop;
    };
    const follow = () => {
      if (view.scrollTop === ownScrollTop || isPrinting()) return;
      // In a wider view the text is shorter, and the browser may have to scroll before `keep` is called.
      if (view.clientWidth !== width) return;
      ownScrollTop = view.scrollTop;
      line = topLine(view);
      positions.set(id, ownScrollTop > 0 && line ? positionOf(line, view) : undefined);
    };
    keep();
    line ??= topLine(view);
    const observer = new ResizeObserver(keep);
    for (const one of [view, ...view.children]) observer.observe(one);
    view.addEventListener('scroll', follow);
    const offPrinted = onPrinted(keep);
    return () => {
      offPrinted();
      observer.disconnect();
      view.removeEventListener('scroll', follow);
    };
  }, [scroller, id, positions]);
}
