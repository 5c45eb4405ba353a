/**
 * Browsers end an element at some height (Firefox before 2^24 CSS pixels, Chromium at 2^25), and a list of a million rows is
 * higher. So the element that scrolls is never higher than this, and places in it stand for places in the whole list.
 */
export const MOST_HEIGHT = 15_000_000;
/** So far from either end a place is the same in both, so that the ends are reached by small steps too. */
const EDGE = 50_000;
/** A scroll by more, in CSS pixels, is a jump (the bar dragged, its track clicked); by less, rows move as far as the finger. */
const JUMP = 8_000;

/** Heights in CSS pixels: of all rows together, and of what is seen of them at once. */
export interface Extent {
  readonly content: number;
  readonly view: number;
}

/** Where the view stands: `real` is the element's scrollTop, `full` the offset in the whole list. */
export interface Position {
  readonly real: number;
  readonly full: number;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
const lastFull = ({ content, view }: Extent) => Math.max(0, content - view);
const lastReal = (extent: Extent) => Math.max(0, elementHeight(extent) - extent.view);
const isScaled = ({ content }: Extent) => content > MOST_HEIGHT;

/** The height the scrolled element gets. */
export const elementHeight = ({ content }: Extent): number => Math.min(content, MOST_HEIGHT);

/** The place in the whole list that a place of the element stands for. */
export function fullOffset(real: number, extent: Extent): number {
  const end = lastReal(extent);
  const fullEnd = lastFull(extent);
  const at = clamp(real, end);
  if (!isScaled(extent) || at <= EDGE) return at;
  if (at >= end - EDGE) return fullEnd - (end - at);
  return EDGE + ((at - EDGE) * (fullEnd - 2 * EDGE)) / (end - 2 * EDGE);
}

/** The other way round. */
export function realOffset(full: number, extent: Extent): number {
  const end = lastReal(extent);
  const fullEnd = lastFull(extent);
  const at = clamp(full, fullEnd);
  if (!isScaled(extent) || at <= EDGE) return at;
  if (at >= fullEnd - EDGE) return end - (fullEnd - at);
  return EDGE + ((at - EDGE) * (end - 2 * EDGE)) / (fullEnd - 2 * EDGE);
}

/** The position that shows the list from `full` on. */
export function positionAt(full: number, extent: Extent): Position {
  const at = clamp(full, lastFull(extent));
  return { full: at, real: realOffset(at, extent) };
}

/** The position after the element was scrolled to `real`: small steps move the rows as far, jumps go to what `real` stands for. */
export function followed(before: Position, real: number, extent: Extent): Position {
  if (!isScaled(extent)) return { real, full: real };
  const by = real - before.real;
  const full = Math.abs(by) > JUMP ? fullOffset(real, extent) : before.full + by;
  return { real, full: clamp(full, lastFull(extent)) };
}

/** The offset at which a row of this height is in view; the same when it is already. */
export function revealing(
  index: number,
  height: number,
  { full, view, align }: { readonly full: number; readonly view: number; readonly align: 'nearest' | 'center' },
): number {
  const top = index * height;
  if (align === 'center') return top - (view - height) / 2;
  if (top < full) return top;
  return top + height > full + view ? top + height - view : full;
}
