/** The environment of a host that runs in Node. */
export const hostEnv: NodeJS.ProcessEnv;

/** Options of Node for the same. */
export declare const hostFlags: readonly string[];
