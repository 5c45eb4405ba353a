import type { ListQuery } from '../../../preload/contract/contract.ts';
import type { Wanted } from './search/hits.ts';

export type Value = string | number;

/** A part of a list as SQL. */
export interface Part {
  /** `SELECT … AS n` without order; more conditions on n may be appended with AND. */
  readonly select: string;
  readonly values: readonly Value[];
  /** The SQL name of n within `select`. */
  readonly n: string;
}

/** A list as SQL: which dispatches are on it. */
export interface ListSource {
  /** Disjoint. */
  readonly parts: readonly Part[];
  /** Newest and oldest are the ascending and descending order of n; relevance is that of a column `rank`. */
  readonly order: ListQuery['order'];
  /** In the order of urgency: the parts of the list by urgency, each newest first. */
  readonly classes?: readonly ListClass[];
  /** The number of members, if known without counting. */
  readonly total?: number;
  /** Present where `total` is that of a list without conditions. */
  readonly plain?: Plain;
  /** How many members are folded into others, if known without counting. */
  readonly folded?: number;
  /** Present where a story is one row. */
  readonly folding?: Folding;
  /** Its rank is computed from the words of each hit, which is expensive. */
  readonly isRated?: boolean;
  /** Every query goes through all hits: FTS5 merges those of prefixes, suffixes and alternatives each time. */
  readonly expensive: boolean;
  /** Words to highlight. */
  readonly wanted: Wanted;
  /** The FTS5 expression by which it is found, if it is. */
  readonly match?: string;
}

/** A list without conditions, and the read dispatches that are kept in it. */
export interface Plain {
  readonly k: number;
  readonly kept: readonly number[];
}

/** The members of a list with one urgency. */
export interface ListClass {
  /** The list of all dispatches with this urgency. */
  readonly k: number;
  readonly source: ListSource;
}

/** A list, and the saved search that the typed search narrows. */
export interface LibraryQuery extends ListQuery {
  readonly within?: string;
  /** Also what is put off or hidden. */
  readonly withAway?: true;
  /** Words are looked for in the shown versions only. */
  readonly inShown?: true;
}

/** Which dispatches are on a list, folded into others or not. */
export interface Folding {
  /** SQL: the dispatch with the sort key `@n` is on the list. */
  readonly onList: string;
  readonly values: readonly Value[];
  /** The list with a row for each dispatch. */
  readonly unfolded: ListSource;
  /** The newest of the most urgent dispatches stands for a story, not the newest of all. */
  readonly isByUrgency: boolean;
}

/** Sort keys, both exclusive. */
export interface Bounds {
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}
