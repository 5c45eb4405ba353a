/** The reason why a Node version is unsuitable, undefined if it is suitable. `range` is of the form ">=22.22". */
export function tooOld(version: string, range: string): string | undefined;
