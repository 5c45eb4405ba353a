export interface Room {
  /** A folder or a file, from the root of the project. */
  readonly room: string;
  /** The rooms it may import besides itself. */
  readonly may: readonly string[];
  /** Its purpose in a few words. */
  readonly is: string;
}

/** All rooms, lowest first. */
export const rooms: readonly Room[];
