/** The fields above a ZCZC text, in any dialect. */
export interface ZczcFields {
  readonly headline?: string;
  readonly slug?: string;
  readonly category?: string;
  readonly place?: string;
  readonly kicker?: string;
  /** `*T`: the text is columns. */
  readonly tabular: boolean;
  readonly time?: string;
  readonly number?: string;
  readonly source?: string;
  readonly lead?: string;
  readonly keywords: readonly string[];
  readonly text: readonly string[];
}
