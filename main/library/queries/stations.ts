/** A member of a list, counted from the newest: its index there and its place in time. Without `n` it is an end of the list. */
export interface Station {
  readonly index: number;
  readonly n?: number | undefined;
}

/** Members between two neighbouring stations: few enough to be passed over for one window, many enough to be few stations. */
const STRIDE = 2_048;

/**
 * Where some members of a list stand, so that a window far down is reached from the nearest of them instead of from the top.
 * Kept is every 2,048th member and nothing else: of a million dispatches fewer than 500.
 */
export class Stations {
  /** In rising order of index and, the list being in the order of places, of n. */
  private readonly known: (Station & { readonly n: number })[] = [];
  readonly stride: number;

  constructor(stride = STRIDE) {
    this.stride = stride;
  }

  /** The index of the next station behind another or behind the beginning, known or not. */
  nextBehind({ index }: Station): number {
    return (Math.floor((index + 1) / this.stride) + 1) * this.stride - 1;
  }

  /** The index of the last station before another or before the end. */
  lastBefore({ index }: Station): number {
    return Math.floor(index / this.stride) * this.stride - 1;
  }

  /** Remembers a member if it is one of those that are kept. */
  add(index: number, n: number): void {
    if ((index + 1) % this.stride !== 0) return;
    const at = this.firstWhere((station) => station.index >= index);
    if (this.known[at]?.index !== index) this.known.splice(at, 0, { index, n });
  }

  /** The last known station before an index; the beginning of the list if there is none. */
  before(index: number): Station {
    return this.known[this.firstWhere((station) => station.index >= index) - 1] ?? BEGINNING;
  }

  /** The first known station behind an index; the end of a list of `total` if there is none. */
  behind(index: number, total: number): Station {
    return this.known[this.firstWhere((station) => station.index > index)] ?? { index: total };
  }

  /** The known stations on either side of a place, or the ends; a station at the place itself is the one behind. */
  around(n: number, total: number): { before: Station; behind: Station } {
    const at = this.firstWhere((station) => station.n >= n);
    return { before: this.known[at - 1] ?? BEGINNING, behind: this.known[at] ?? { index: total } };
  }

  private firstWhere(test: (station: Station & { readonly n: number }) => boolean): number {
    let low = 0;
    let high = this.known.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const station = this.known[middle];
      if (station && test(station)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const BEGINNING: Station = { index: -1 };
