/** What became of the dispatches of a delivery. */
export interface Taken {
  readonly new: number;
  readonly versions: number;
  readonly known: number;
}

export const NOTHING_TAKEN: Taken = { new: 0, versions: 0, known: 0 };

export const sumOf = (a: Taken, b: Taken): Taken => ({
  new: a.new + b.new,
  versions: a.versions + b.versions,
  known: a.known + b.known,
});
