/** The searchable text of a dispatch itself; it is folded when it is written. */
export interface OwnText {
  readonly headline: string;
  /** Already in lower case (`lowerText`), because the fingerprint needs that too. */
  readonly body: string;
  readonly meta: string;
  /** The dateline. */
  readonly place: string;
}

/** Everything by which a dispatch is found. */
export interface SearchText extends OwnText {
  /** What only its earlier versions have. */
  readonly earlier: string;
  /** The user's notes on it. */
  readonly note: string;
}

/** The changes that one transaction of the index makes to the search text. */
export interface TextChange {
  /** Ascending; identifies the change when it is reported as on disk. */
  readonly number: number;
  /** Everything before is deleted, and the search text now belongs to the index with this token. */
  readonly afresh?: string;
  /** In ascending order of sort keys, which FTS5 writes fastest; without a text, the key is removed. */
  readonly texts: readonly (readonly [n: number, text: SearchText | undefined])[];
}

/** The outcome of changes. */
export interface TextOutcome {
  /** They are on disk. */
  done(numbers: readonly number[]): void;
  /** They are not, and must be sent again; `damaged`: to a new search text, because this one is unusable. */
  failed(numbers: readonly number[], reason: string, damaged: boolean): void;
  /** A long log has been checkpointed, apart from the latest writes. */
  logMoved(): void;
}

/** Writes changes to the search text. */
export interface TextPort {
  take(change: TextChange): void;
  /** Commits pending changes soon. */
  flush(): void;
  /**
   * Checkpoints SQLite's log on another thread, because it takes a tenth of a second or more; false if there is no such thread.
   */
  moveLog(): boolean;
  /** Merges the segments of the search text step by step on another thread. */
  merge(): void;
  close(): void;
}
