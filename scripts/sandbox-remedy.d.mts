/** What to do where AppArmor denies Electron its sandbox; undefined where it does not. */
export function sandboxRemedy(electron: string, restricted?: string): string | undefined;
