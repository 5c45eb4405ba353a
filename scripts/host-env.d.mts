/** The environment of a host that runs in Node. */
export const hostEnv: NodeJS.ProcessEnv;
/** Flags of V8 for such a host. */
export const hostFlags: readonly string[];
