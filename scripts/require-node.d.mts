/** The reason why a Node version does not do, undefined when it does. `range` is of the form ">=22.22". */
export function tooOld(version: string, range: string): string | undefined;
