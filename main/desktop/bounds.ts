/** A rectangle of the screen in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name for the displays that are there and how they lie: a laptop at the desk is another than on the road. */
export const arrangementOf = (workAreas: readonly Bounds[]): string =>
  workAreas
    .map(({ x, y, width, height }) => `${width}x${height}+${x}+${y}`)
    .sort()
    .join(' ');

/** How much of a window must be on a display for it to be found and moved. */
const VISIBLE = 100;

/** The bounds to open a window with: as remembered, but no larger than its display and never off every display. */
export function visibleBounds(remembered: Bounds, workAreas: readonly Bounds[]): Bounds | undefined {
  const area = workAreas.find((one) => {
    const across = overlap(remembered.x, remembered.width, one.x, one.width);
    const down = overlap(remembered.y, remembered.height, one.y, one.height);
    return across >= VISIBLE && down >= VISIBLE;
  });
  if (area === undefined) return undefined;
  const width = Math.min(remembered.width, area.width);
  const height = Math.min(remembered.height, area.height);
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

const overlap = (a: number, aSize: number, b: number, bSize: number) => Math.min(a + aSize, b + bSize) - Math.max(a, b);
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
