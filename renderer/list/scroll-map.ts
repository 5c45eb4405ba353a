/**
 * Browsers limit the height of an element (Firefox below 2^24 CSS pixels, Chromium at 2^25), and a list of a million rows is
 * higher. The scrolled element is never higher than this; its scroll positions are mapped to offsets in the whole list.
 */
export const MAX_HEIGHT_PX = 15_000_000;
/** Within this distance of either end the mapping is 1:1, so that small steps reach the ends. */
const EDGE_PX = 50_000;
/** A scroll by more is a jump (scroll bar dragged, its track clicked); by less, rows move as far as the element. */
const JUMP_PX = 8_000;

/** Heights in CSS pixels: of all rows together, and of the view. */
export interface Extent {
  readonly content: number;
  readonly view: number;
}

/** A scroll position: `real` is the element's scrollTop, `full` the offset in the whole list. */
export interface Position {
  readonly real: number;
  readonly full: number;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
const lastFull = ({ content, view }: Extent) => Math.max(0, content - view);
const lastReal = (extent: Extent) => Math.max(0, elementHeight(extent) - extent.view);
const isScaled = ({ content }: Extent) => content > MAX_HEIGHT_PX;

/** The height of the scrolled element. */
export const elementHeight = ({ content }: Extent): number => Math.min(content, MAX_HEIGHT_PX);

/** The offset in the whole list for a scrollTop of the element. */
export function fullOffset(real: number, extent: Extent): number {
  const end = lastReal(extent);
  const fullEnd = lastFull(extent);
  const at = clamp(real, end);
  if (!isScaled(extent) || at <= EDGE_PX) return at;
  if (at >= end - EDGE_PX) return fullEnd - (end - at);
  return EDGE_PX + ((at - EDGE_PX) * (fullEnd - 2 * EDGE_PX)) / (end - 2 * EDGE_PX);
}

/** The scrollTop of the element for an offset in the whole list. */
export function realOffset(full: number, extent: Extent): number {
  const end = lastReal(extent);
  const fullEnd = lastFull(extent);
  const at = clamp(full, fullEnd);
  if (!isScaled(extent) || at <= EDGE_PX) return at;
  if (at >= fullEnd - EDGE_PX) return end - (fullEnd - at);
  return EDGE_PX + ((at - EDGE_PX) * (end - 2 * EDGE_PX)) / (fullEnd - 2 * EDGE_PX);
}

/** The position that shows the list from offset `full` on. */
export function positionAt(full: number, extent: Extent): Position {
  const at = clamp(full, lastFull(extent));
  return { full: at, real: realOffset(at, extent) };
}

/** The position after the element was scrolled to `real`: a small step moves the rows as far, a jump goes to the mapped offset. */
export function followed(before: Position, real: number, extent: Extent): Position {
  if (!isScaled(extent)) return { real, full: real };
  const by = real - before.real;
  const full = Math.abs(by) > JUMP_PX ? fullOffset(real, extent) : before.full + by;
  return { real, full: clamp(full, lastFull(extent)) };
}

/** Rows shown above and below the selected one. */
const MARGIN_ROWS = 2;

/** The offset at which a row of this height is in view with those around it; `full` itself when it already is. */
export function revealing(
  index: number,
  height: number,
  { full, view, align }: { readonly full: number; readonly view: number; readonly align: 'nearest' | 'center' },
): number {
  const top = index * height;
  if (align === 'center') return top - (view - height) / 2;
  // A view of a few rows has no room for a margin.
  const margin = view >= 3 * MARGIN_ROWS * height ? MARGIN_ROWS * height : 0;
  if (top - margin < full) return Math.max(0, top - margin);
  return top + height + margin > full + view ? top + height + margin - view : full;
}
