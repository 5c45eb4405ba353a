/** Where in an article the user stopped reading, independent of the window's width. */
export interface ReadingPosition {
  /** The way to the topmost visible block: at each level, the index of the child. */
  readonly path: readonly number[];
  /** How much of the block lies above the view, as a fraction of its height. */
  readonly part: number;
  /** How far below the upper edge of the view that point lies, in CSS pixels. */
  readonly below: number;
}
