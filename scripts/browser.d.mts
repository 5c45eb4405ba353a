/**
 * Path of a Chromium, Chrome or Edge: the one named by the variable CHROMIUM, else an installed one, else one downloaded by
 * Playwright. Undefined if there is none.
 */
export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | undefined;

/**
 * Path of a Chromium that has no window: chromium-headless-shell of a Linux distribution, else the one that Playwright has
 * fetched. Undefined when there is none.
 */
export function findHeadlessShell(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | undefined;

/** Whether a window can be shown: always, except on a Linux without X or Wayland. */
export function hasDisplay(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): boolean;
