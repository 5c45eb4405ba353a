import type { CSSProperties } from 'react';
import { DEFAULT_SETTINGS, type Density } from '../../preload/contract/contract.ts';

/** Height of a row at the default text size, in CSS pixels; list.css repeats it. */
const HEIGHTS_PX: Readonly<Record<Density, number>> = { one: 26, two: 50, three: 96 };

/** Height of a row in whole CSS pixels. It follows the text size of the article, within 90 and 145 percent. */
export const rowHeight = (textSize: number, density: Density): number =>
  Math.round(HEIGHTS_PX[density] * Math.max(0.9, Math.min(1.45, textSize / DEFAULT_SETTINGS.textSize)));

/** The style of a row of this height whose upper edge is at `top`, both in CSS pixels. `zoom` scales `top` too. */
export const rowStyle = (top: number, height: number, density: Density): CSSProperties => ({
  zoom: height / HEIGHTS_PX[density],
  transform: `translateY(${(top * HEIGHTS_PX[density]) / height}px)`,
});
