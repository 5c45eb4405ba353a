/** One way to get a browser: its command, whether it can work here, and the attempt (true when it succeeded). */
interface Way {
  readonly what: string;
  possible(): boolean;
  go(): boolean;
}

/** A kind of browser: what it is called, where it is when it is there, and how to get it. */
export interface BrowserKind {
  readonly name: string;
  find(): string | undefined;
  readonly ways: readonly Way[];
}

/**
 * Path of the browser for the end-to-end tests: the one that the variable CHROMIUM names, else a Chromium without a window,
 * else a full Chromium, Chrome or Edge; downloaded if necessary (stderr says how). Throws with the reason if there is none.
 */
export function ensureTestBrowser(env?: NodeJS.ProcessEnv, kinds?: readonly BrowserKind[]): string;
