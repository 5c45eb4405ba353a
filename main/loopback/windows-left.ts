import type { Sockets } from './sockets.ts';

/** Reloading the page closes its connection for a moment. */
const RELOAD_TIME = 4_000;
/**
 * If the browser is already running, the new process passes the window to it and ends at once; the window connects soon after.
 */
const HANDOVER_TIME = 4_000;
/** When the browser has ended, only its connections remain to be closed. */
const AFTER_END = 200;

/**
 * Resolves when the user has closed the last window. The browser's process is no evidence: it may end early because it passed
 * the window to a running browser, and on macOS it outlives its windows. If it ends before any window has connected, it never
 * started properly, and this never resolves.
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
