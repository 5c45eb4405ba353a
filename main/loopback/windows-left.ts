import type { Sockets } from './sockets.ts';

/** A reload of the page takes its connection away for a moment. */
const RELOAD_TIME = 4_000;
/** A browser that was running already takes the window over: its starter ends at once, the window connects soon after. */
const HANDOVER_TIME = 4_000;
/** With the browser gone there is nothing to wait for but the end of its connections. */
const AFTER_END = 200;

/**
 * Resolves when the person has closed the last window. The end of the browser's process alone does not say so (it may have
 * handed the window to one that was running already), nor does its going on deny it (on macOS it outlives its windows).
 * A browser that ends without any window having connected never came up: then this never resolves.
 */
export function windowsLeft(windows: Pick<Sockets, 'count' | 'onChange'>, browserEnded: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let seen = windows.count() > 0;
    let patience = RELOAD_TIME;
    let pending: NodeJS.Timeout | undefined;
    const checkAfter = (time: number) => {
      clearTimeout(pending);
      pending = setTimeout(() => {
        if (seen && windows.count() === 0) resolve();
      }, time);
    };
    windows.onChange(() => {
      seen ||= windows.count() > 0;
      if (windows.count() === 0) checkAfter(patience);
    });
    void browserEnded.then(() => {
      if (seen) patience = AFTER_END;
      checkAfter(seen ? AFTER_END : HANDOVER_TIME);
    });
  });
}
