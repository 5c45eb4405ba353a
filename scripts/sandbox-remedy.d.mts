/** What to do if AppArmor denies Electron its sandbox; undefined if it does not. */
export function sandboxRemedy(electron: string, restricted?: string): string | undefined;
