/** From this many rows on, a pixel of the bar stands for more than one of them, and the browser's own bar cannot lead to each. */
export const RAIL_ROWS = 1_000;
/** CSS pixels; smaller cannot be caught. */
const MIN_THUMB_PX = 32;
/** Beside the bar by less, the thumb follows the pointer; each further step of the second halves the way. */
const ASIDE_PX = 60;
const HALVING_PX = 40;

/** A list as its bar shows it, in CSS pixels: all rows, those in view, and the bar. */
export interface Rail {
  readonly content: number;
  readonly view: number;
  readonly track: number;
}

const thumbHeight = ({ content, view, track }: Rail) =>
  Math.min(track, Math.max(MIN_THUMB_PX, (track * view) / Math.max(content, 1)));

/** Pixels of the list for one of the bar. */
const scale = (rail: Rail) => Math.max(0, rail.content - rail.view) / Math.max(1, rail.track - thumbHeight(rail));

/** Where the thumb stands when the list is seen from `offset` on, in pixels of the bar. */
export function thumbAt(offset: number, rail: Rail): { readonly top: number; readonly height: number } {
  const top = scale(rail) === 0 ? 0 : offset / scale(rail);
  return { top: Math.min(top, rail.track - thumbHeight(rail)), height: thumbHeight(rail) };
}

/** The offset that puts the middle of the thumb at `y` pixels of the bar. */
export function offsetAt(y: number, rail: Rail): number {
  const offset = (y - thumbHeight(rail) / 2) * scale(rail);
  return Math.max(0, Math.min(offset, rail.content - rail.view));
}

/**
 * How far the list moves when the pointer is dragged by `by` pixels, `aside` pixels away from the bar: the farther, the finer, down to a quarter of
 * a row for each pixel.
 */
export function dragged(by: number, aside: number, row: number, rail: Rail): number {
  const full = scale(rail);
  const fine = full / 2 ** (Math.max(0, aside - ASIDE_PX) / HALVING_PX);
  return by * Math.max(fine, Math.min(full, row / 4));
}
