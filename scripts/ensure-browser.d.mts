/** One way to get a browser: its command, whether it can work here, and the attempt (true when it succeeded). */
interface Way {
  readonly what: string;
  possible(): boolean;
  go(): boolean;
}

/** Path of a Chromium or Chrome, fetched if need be (says on stderr how). Throws with the reason when none can be had. */
export function ensureBrowser(find?: () => string | undefined, attempts?: readonly Way[]): string;
