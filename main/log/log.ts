/** A fact of a log line. A text must be one word of our own (a code, a version, a name of Node's); anything else is left out. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The log of a data folder, for hosts and commands alike. What is written holds no text of a dispatch, no search, no name of a file
 * and no key, whoever calls it: see `safeWord` and `factsOf`.
 */
export interface Log {
  /** What happened: a word of our own, with facts. */
  note(event: string, facts?: Facts): void;
  /** What went wrong: kind, code and place of the error, never its message. */
  error(event: string, error: unknown, facts?: Facts): void;
  /** The newest lines, the oldest of them first. */
  tail(lines: number): string[];
}

/** Where nobody keeps a log. */
export const silent: Log = { note: () => undefined, error: () => undefined, tail: () => [] };
