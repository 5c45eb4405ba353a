/** What can be searched of a dispatch; it is folded where it is written. */
export interface SearchText {
  readonly headline: string;
  /** In lower case already (`lowerText`): that was needed before. */
  readonly body: string;
  readonly meta: string;
}

/** What one transaction of the index changes in the search text. */
export interface TextChange {
  /** Counts up; that a change is on disk is told by it. */
  readonly number: number;
  /** Everything before is forgotten, and the search text belongs to the index of this token from now on. */
  readonly afresh?: string;
  /** In rising order of places, as FTS5 likes them best; without a text, the place is not found any more. */
  readonly texts: readonly (readonly [n: number, text: SearchText | undefined])[];
}

/** What becomes of changes. */
export interface TextOutcome {
  /** They are on disk. */
  done(numbers: readonly number[]): void;
  /** They are not, and have to be brought again; `damaged`: to another search text, for this one is past use. */
  failed(numbers: readonly number[], reason: string, damaged: boolean): void;
  /** A long log stands in the index, but for what was written in the last moment. */
  logMoved(): void;
}

/** Whoever brings changes into the search text. */
export interface TextPort {
  take(change: TextChange): void;
  /** Brings what is under way to disk soon. */
  flush(): void;
  /**
   * Has SQLite's log moved into the index on another thread, for that takes a tenth of a second and more; false where there is
   * none.
   */
  moveLog(): boolean;
  /** Has the many pieces that the search text was written in put together, little by little, on another thread. */
  merge(): void;
  close(): void;
}
