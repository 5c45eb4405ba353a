import { z } from 'zod';

/** Where in an article the user stopped reading, independent of the window's width. */
export const ReadingPosition = z.object({
  /** The way to the topmost visible block: at each level, the index of the child. */
  path: z.array(z.int().min(0)).max(40),
  /** How much of the block lies above the view, as a fraction of its height. */
  part: z.number(),
  /** How far below the upper edge of the view that point lies, in CSS pixels. */
  below: z.number(),
});
export type ReadingPosition = z.infer<typeof ReadingPosition>;

/** The position of a dispatch, by its id. */
export const PlaceInText = z.object({ id: z.string().min(1).max(10_000), position: ReadingPosition });
export type PlaceInText = z.infer<typeof PlaceInText>;

/** So many dispatches keep their position: what was read in the last days. */
export const MAX_POSITIONS = 300;
