/** Why the last attempt to install Electron failed, if that was within the last hour; `memory` is the file that says so. */
export function recentFailure(memory: string, now?: number): string | undefined;
export function rememberFailure(memory: string, reason: string, now?: number): void;
/** The environment of a download: the proxy of npm's configuration where the environment names none. */
export function downloadEnv(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
