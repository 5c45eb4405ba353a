/** Where an article was left: the way to a block of it, how much of the block was read, and how far below the edge that was. */
export interface Place {
  /** Of each element on the way, which of its parent's it is. */
  readonly path: readonly number[];
  /** As a part of the height of the block. */
  readonly part: number;
  readonly below: number;
}
