export interface Room {
  /** A folder or a file, from the root of the project. */
  readonly room: string;
  /** What it may import besides itself. */
  readonly may: readonly string[];
  /** What it is for, in a few words. */
  readonly is: string;
}

/** The rooms of the house, lowest first. */
export const rooms: readonly Room[];
